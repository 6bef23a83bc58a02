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
  /** Whether people sign in here with their company account; invitations work all the same. */
  signIn: z._default(z.boolean(), false),
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

/** What a device signs in with. Opaque, kept in IndexedDB; the queue keeps hashes. */
export const tokensSchema = z.object({
  /** Sent with every request, as a bearer token. */
  access: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  /** How long it works from this answer on: a span and no time of day, since clocks of devices are wrong. */
  accessMs: z.int().check(z.positive()),
  /** Good for the next pair of tokens; works until one of those is used (SI2). */
  refresh: z.string().check(z.regex(/^[A-Za-z0-9_-]{43,128}$/)),
});
export type Tokens = z.infer<typeof tokensSchema>;

export const joinResponseSchema = z.object({ tokens: tokensSchema, queue: queueInfoSchema, person: personSchema });
export type JoinResponse = z.infer<typeof joinResponseSchema>;

/** Answered with the next tokens. */
export const refreshRequestSchema = z.object({ refresh: tokensSchema.shape.refresh });

/** What a device asks the sign-in page of the queue for, in the address that it opens; answered to `redirect`. */
export const signInQuerySchema = z.object({
  /** SHA-256 of the verifier, as RFC 7636 writes it. */
  challenge: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  /** Comes back as it is, so that the device knows its own question. */
  state: z.string().check(z.regex(/^[A-Za-z0-9_-]{22,128}$/)),
  redirect: z.url(),
});
export type SignInQuery = z.infer<typeof signInQuerySchema>;

/** Why signing in with the company account did not work, as the queue says it in the address that it answers to. */
export const SIGN_IN_FAILURES = [
  /** The person went no further at the provider, or the provider wants nothing to do with them. */
  'cancelled',
  /** The provider knows them, but nothing lets them in here. */
  'refused',
  'provider_down',
  /** Not the provider, not our question, or not for us: nothing of it is believed. */
  'wrong_answer',
] as const;
export type SignInFailure = (typeof SIGN_IN_FAILURES)[number];

/** A code of the queue and what only the device that asked for it knows (PKCE, RFC 7636). */
export const signInRequestSchema = z.object({
  code: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  verifier: z.string().check(z.regex(/^[A-Za-z0-9_.~-]{43,128}$/)),
  device: joinRequestSchema.shape.device,
});
export type SignInRequest = z.infer<typeof signInRequestSchema>;

/** A line of the event stream: something changed, pull when convenient. Carries no content. */
export const pokeSchema = z.object({ seq: z.int().check(z.nonnegative()) });
export type Poke = z.infer<typeof pokeSchema>;
