/** Joining a queue: an invitation becomes tokens. */
import { problemSchema } from '../protocol/problem.ts';
import { ROUTES } from '../protocol/routes.ts';
import {
  type JoinResponse,
  joinResponseSchema,
  type QueueInfo,
  queueInfoSchema,
  type SignInFailure,
} from '../protocol/session.ts';
import { OLDEST_PROTOCOL, PROTOCOL_VERSION } from '../protocol/version.ts';
import { askJson, type Fetch, type Line } from './ask.ts';
import { SyncError } from './errors.ts';
import { parseInvitation } from './invitation.ts';

type JoinProblem =
  | SignInFailure
  /** The queue has no provider: people come by invitation. */
  | 'no_sign_in'
  | 'code_malformed'
  /** A link to the page of invitations, without any code. */
  | 'code_missing'
  /** The queue never gave out this code. */
  | 'code_unknown'
  /** Used, expired or revoked. */
  | 'code_used'
  | 'address_missing'
  /** The invitation names nobody: the person has to say their name. */
  | 'name_missing'
  | 'unreachable'
  | 'not_a_queue'
  | 'update_extension'
  | 'update_queue'
  | 'busy'
  | 'failed';

export type JoinResult<T> = { ok: true; value: T } | { ok: false; problem: JoinProblem };

export type JoinInput = {
  /** A link or a code, as pasted. */
  invitation: string;
  /** Where a bare code belongs, if that is known. */
  queueUrl: string | null;
  name: string | null;
  /** As `joinRequestSchema.device`. */
  device: string;
  /** As `joinRequestSchema.nonce`: the same for an invitation until the caller has kept the answer (PU3). */
  nonce: (queueUrl: string, code: string) => Promise<string>;
};

/** What the queue behind an address says of itself, before anything is sent to it. */
export async function findQueue(queueUrl: string, fetch: Fetch): Promise<JoinResult<QueueInfo>> {
  const found = await answered(() => fetchInfo(openLine(queueUrl, fetch)));
  // No code was sent that could be unknown: there is a queue, but elsewhere.
  return !found.ok && found.problem === 'code_unknown' ? { ok: false, problem: 'not_a_queue' } : found;
}

/**
 * Asks the queue who it is and then gives it the code. Keeps nothing: that is the caller's next step.
 * Asked again after a lost answer it joins the same device, not another one.
 */
export async function joinQueue(
  input: JoinInput,
  fetch: Fetch,
): Promise<JoinResult<{ queueUrl: string; joined: JoinResponse }>> {
  const { code, queueUrl: linked } = parseInvitation(input.invitation);
  const queueUrl = linked ?? input.queueUrl;
  if (code === null) return { ok: false, problem: 'code_malformed' };
  if (queueUrl === null) return { ok: false, problem: 'address_missing' };
  const found = await findQueue(queueUrl, fetch);
  if (!found.ok) return found;
  const line = openLine(queueUrl, fetch);
  const name = input.name?.trim() || null;
  return answered(async () => {
    const nonce = await input.nonce(queueUrl, code);
    const body = JSON.stringify({ code, nonce, device: input.device, ...(name === null ? {} : { name }) });
    const question = { method: 'POST', type: 'application/json', body } as const;
    return { queueUrl, joined: await askJson(line, ROUTES.session, question, joinResponseSchema) };
  });
}

/** A line of somebody who is not signed in. */
const openLine = (queueUrl: string, fetch: Fetch): Line => ({ queueUrl, access: async () => null, fetch });

/** @throws SyncError, also when the two sides share no protocol (PV3). */
async function fetchInfo(line: Line): Promise<QueueInfo> {
  const info = await askJson(line, ROUTES.queue, {}, queueInfoSchema);
  if (info.protocol.oldest > PROTOCOL_VERSION) throw new SyncError('update_extension');
  if (info.protocol.newest < OLDEST_PROTOCOL) throw new SyncError('update_queue');
  return info;
}

/** What a request came to, by a kind that has its words. */
export async function answered<T>(request: () => Promise<T>): Promise<JoinResult<T>> {
  try {
    return { ok: true, value: await request() };
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    return { ok: false, problem: joinProblem(error) };
  }
}

function joinProblem({ kind, cause }: SyncError): JoinProblem {
  const problem = problemSchema.safeParse(cause).data;
  if (problem?.kind === 'unknown') return 'code_unknown';
  if (problem?.kind === 'invitation_used') return 'code_used';
  if (problem?.errors?.some(({ path }) => path === 'name')) return 'name_missing';
  switch (kind) {
    case 'unreachable':
    case 'not_a_queue':
    case 'update_extension':
    case 'update_queue':
    case 'busy':
      return kind;
    default:
      return 'failed';
  }
}
