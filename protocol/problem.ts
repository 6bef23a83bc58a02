/**
 * Every error of the queue, by kind. Over HTTP as problem details (RFC 9457); inside a push as the
 * outcome of one mutation. Who reads it decides by `kind`, never by text.
 */
import * as z from 'zod/mini';

/** Refusals of one mutation: final, the entry is parked and shown. */
export const REFUSALS = {
  invalid: 'The entry does not have the form that this queue expects.',
  not_allowed: 'Your role does not allow this.',
  not_found: 'The topic or clip is no longer there.',
  unknown_department: 'The department does not exist or is closed.',
  unknown_goal: 'The goal does not exist or cannot be picked.',
  conflict: 'Somebody else decided meanwhile.',
  forbidden_transition: 'A topic in this state cannot be moved there.',
  reason_missing: 'Declining needs a reason and a sentence.',
  hold_date_missing: 'Holding needs a date in the future.',
  too_late: 'The topic was accepted already; the clip can no longer be changed.',
  id_taken: 'Another clip has this id.',
} as const;
export type RefusalKind = keyof typeof REFUSALS;

/** Problems of a whole request. The status code is that of RFC 9110. */
export const PROBLEMS = {
  bad_request: { status: 400, title: 'The request does not have the expected form.' },
  unauthorized: { status: 401, title: 'Please sign in.' },
  forbidden: { status: 403, title: 'Your role does not allow this.' },
  unknown: { status: 404, title: 'There is nothing here.' },
  wrong_method: { status: 405, title: 'This address does not take this method.' },
  /** Another history than the client's: a backup was restored (CL7). */
  epoch_changed: { status: 409, title: 'The queue was restored from a backup.' },
  /** The number stands below the counter under another UUID: two clients from one backup (CL2). */
  forked: { status: 409, title: 'This client exists twice.' },
  /** The number stands above the counter (CL2). */
  gap: { status: 409, title: 'Earlier entries of this client are missing here.' },
  invitation_used: { status: 410, title: 'The invitation was used or has expired.' },
  /** Sent by an extension that was updated before its queue; it can speak the version before too (PV2). */
  protocol_too_new: { status: 400, title: 'This queue is older than this Clipdesk.' },
  too_large: { status: 413, title: 'The request is too large.' },
  wrong_type: { status: 415, title: 'This content type is not accepted here.' },
  protocol_too_old: { status: 426, title: 'Please update Clipdesk.' },
  too_many: { status: 429, title: 'Too many requests; please wait.' },
  internal: { status: 500, title: 'Something went wrong in the queue.' },
  unavailable: { status: 503, title: 'The queue is busy or stopping; please try again.' },
} as const;
export type ProblemKind = keyof typeof PROBLEMS;

const kinds = <T extends Record<string, unknown>>(table: T) => z.enum(Object.keys(table) as [keyof T & string]);

export const refusalSchema = z.object({
  kind: kinds(REFUSALS),
  /** Where in the entry, for example `clip.title`; empty when it is not about one field. */
  path: z.string(),
});
export type Refusal = { kind: RefusalKind; path: string };

/** The one documented error body. */
export const problemSchema = z.object({
  /** `urn:clipdesk:problem:` and the kind: an identifier, not a page. */
  type: z.string(),
  kind: kinds(PROBLEMS),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  /** To find the request in the queue's log. */
  requestId: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
});
export type Problem = z.infer<typeof problemSchema> & { kind: ProblemKind };
