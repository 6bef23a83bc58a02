/** What can be wrong with a whole request, as problem details (RFC 9457). Who reads them decides by `kind`, never by text. */
import * as z from 'zod/mini';

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
  /** What somebody wants to change was changed by somebody else meanwhile (SG2). */
  strategy_changed: { status: 409, title: 'The strategy was changed meanwhile.' },
  invitation_used: { status: 410, title: 'The invitation was used or has expired.' },
  /** Sent by an extension that was updated before its queue; it can speak the version before too (PV2). */
  protocol_too_new: { status: 400, title: 'This queue is older than this Clipdesk.' },
  too_large: { status: 413, title: 'The request is too large.' },
  wrong_type: { status: 415, title: 'This content type is not accepted here.' },
  /** `errors` says what, each with its path and where there is a file its line (SG3). */
  strategy_faulty: { status: 422, title: 'The strategy has faults; nothing was changed.' },
  protocol_too_old: { status: 426, title: 'Please update Clipdesk.' },
  too_many: { status: 429, title: 'Too many requests; please wait.' },
  internal: { status: 500, title: 'Something went wrong in the queue.' },
  unavailable: { status: 503, title: 'The queue is busy or stopping; please try again.' },
} as const;
export type ProblemKind = keyof typeof PROBLEMS;

/** The one documented error body. */
export const problemSchema = z.object({
  /** `urn:clipdesk:problem:` and the kind: an identifier, not a page. */
  type: z.string(),
  kind: z.enum(Object.keys(PROBLEMS) as [ProblemKind]),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  /** To find the request in the queue's log. */
  requestId: z.optional(z.string()),
  errors: z.optional(
    z.array(
      z.object({
        path: z.string(),
        message: z.string(),
        kind: z.optional(z.string()),
        line: z.optional(z.int()),
        wanted: z.optional(z.string()),
      }),
    ),
  ),
  /** What was changed meanwhile: versions as in `strategy-history.ts`, which only the page that shows them reads. */
  since: z.optional(z.array(z.unknown())),
});
export type Problem = z.infer<typeof problemSchema>;
