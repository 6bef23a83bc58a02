import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';

/** A moment in milliseconds since 1970, UTC. Every field that ends in `At`, `Since` or `Until` is one. */
export const momentSchema = z.int().check(z.nonnegative(), z.maximum(8_640_000_000_000_000));

/** A date as far as it is known: 2026, 2026-11, 2026-11-22, or with a time and zone. */
export const partialDateSchema = z
  .string()
  .check(z.regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/));

/** Minutes of work; a week has no more. */
export const minutesSchema = z.int().check(z.positive(), z.maximum(LIMITS.weekMinutes));
