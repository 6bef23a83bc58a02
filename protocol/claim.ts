/**
 * Who looks at a topic right now: courtesy, never a lock (what guards a topic is the version check of
 * every decision). Not kept offline and not in the outbox; ends by itself.
 */
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { personRefSchema } from './person.ts';
import { momentSchema } from './time.ts';

export const claimSchema = z.object({
  /** A topic has one claim at most: the id is the topic's. */
  topicId: idSchema,
  by: personRefSchema,
  until: momentSchema,
});
export type Claim = z.infer<typeof claimSchema>;

/** Asked when somebody opens a topic; `take` also where somebody else has it. */
export const claimPutSchema = z.object({ take: z._default(z.boolean(), false) });
