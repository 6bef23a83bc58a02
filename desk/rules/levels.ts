import { LEVELS, type Level } from '../../protocol/found.ts';

export const higher = (one: Level, other: Level): Level => (LEVELS.indexOf(one) >= LEVELS.indexOf(other) ? one : other);
