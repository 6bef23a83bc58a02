import { type Found, LEVELS, PERSONAL_DATA } from '../../protocol/found.ts';
import { NOTHING_FOUND } from '../../protocol/nothing-found.ts';
import { laterEmbargo } from './markings/embargo.ts';

/** Both findings as one. */
export function bothFound(one: Found = NOTHING_FOUND, other: Found = NOTHING_FOUND): Found {
  const embargo = laterEmbargo(one.embargo, other.embargo);
  return {
    markings: LEVELS.filter((level) => one.markings.includes(level) || other.markings.includes(level)),
    personalData: PERSONAL_DATA.filter((kind) => one.personalData.includes(kind) || other.personalData.includes(kind)),
    ...(embargo === undefined ? {} : { embargo }),
  };
}
