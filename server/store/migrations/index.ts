import type { Migration } from '../migrate.ts';
import { init } from './001-init.ts';

/** In order, without a gap, listed by hand. */
export const MIGRATIONS: readonly Migration[] = [init];
