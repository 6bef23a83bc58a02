import * as z from 'zod/mini';

/** A UUID, as `crypto.randomUUID` makes them. By hand: the library's own check costs the popup half a kilobyte. */
export const idSchema = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i));
