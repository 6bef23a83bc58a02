import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { personSchema } from './person.ts';
import { requiredText } from './text.ts';

/** What a queue says of itself to anybody: enough to test a connection and to name it. */
export const queueInfoSchema = z.object({
  id: idSchema,
  name: requiredText(LIMITS.name),
  epoch: idSchema,
  protocol: z.object({ newest: z.int(), oldest: z.int() }),
});
export type QueueInfo = z.infer<typeof queueInfoSchema>;

/** Letters and digits without those that look alike, in groups: to be read out on the phone. */
export const invitationCodeSchema = z.string().check(z.regex(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$/));

export const joinRequestSchema = z.object({
  code: invitationCodeSchema,
  /**
   * Random, made by the device for this code and kept until it has the answer: the same code with the
   * same nonce is the same joining, however often it is asked (PU3).
   */
  nonce: idSchema,
  /** Asked only when the invitation names nobody. */
  name: z.optional(requiredText(LIMITS.name)),
  /** So that a person can tell their devices apart, for example "Firefox on Linux". */
  device: requiredText(LIMITS.name),
});
export type JoinRequest = z.infer<typeof joinRequestSchema>;

export const joinResponseSchema = z.object({
  /** Opaque. Kept in IndexedDB, sent as a bearer token, stored by the queue only as a hash. */
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  queue: queueInfoSchema,
  person: personSchema,
});
export type JoinResponse = z.infer<typeof joinResponseSchema>;

/** A line of the event stream: something changed, pull when convenient. Carries no content. */
export const pokeSchema = z.object({ seq: z.int().check(z.nonnegative()) });
export type Poke = z.infer<typeof pokeSchema>;
