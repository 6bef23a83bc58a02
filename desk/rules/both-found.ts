import { type Found, LEVELS, PERSONAL_DATA } from '../../protocol/found.ts';
import { NOTHING_FOUND } from '../../protocol/nothing-found.ts';

/** Both findings as one. */
export const bothFound = (one: Found = NOTHING_FOUND, other: Found = NOTHING_FOUND): Found => ({
  markings: LEVELS.filter((level) => one.markings.includes(level) || other.markings.includes(level)),
  personalData: PERSONAL_DATA.filter((kind) => one.personalData.includes(kind) || other.personalData.includes(kind)),
});
