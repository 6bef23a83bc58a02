import * as z from 'zod/mini';
import { idSchema } from './id.ts';

/** Where a reader stands. Given back as it was received. */
export const cursorSchema = z.object({
  epoch: idSchema,
  seq: z.int().check(z.nonnegative()),
  /** What the reader was allowed to see when the cursor was made; a change of role answers `reset` (PL2). */
  view: z.string().check(z.maxLength(200)),
});
export type Cursor = z.infer<typeof cursorSchema>;
