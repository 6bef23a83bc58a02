import { init } from './001-init.ts';
import type { Migration } from './migration.ts';

/** In order, without a gap, listed by hand. */
export const MIGRATIONS: readonly Migration[] = [init];
