/** Why the queue did not take one mutation of a push. Who reads it decides by `kind`; the words are in `locales/`. */
import * as z from 'zod/mini';

/** Why one mutation was refused: final, the entry is parked and shown. */
export const REFUSALS = [
  /** Not the form that this queue expects. */
  'invalid',
  'not_allowed',
  'not_found',
  'unknown_department',
  'unknown_goal',
  /** Somebody else decided meanwhile. */
  'conflict',
  'forbidden_transition',
  /** Declining needs a reason and a sentence. */
  'reason_missing',
  'hold_date_missing',
  /** The topic was accepted already: its clips no longer change. */
  'too_late',
  /** Another person's clip has this id. */
  'id_taken',
] as const;
export type RefusalKind = (typeof REFUSALS)[number];

export const refusalSchema = z.object({
  kind: z.enum(REFUSALS),
  /** Where in the entry, for example `clip.title`; empty when it is not about one field. */
  path: z.string(),
});
export type Refusal = z.infer<typeof refusalSchema>;
