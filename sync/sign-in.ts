/** Signing in with the company account: what the extension asks for, what it believes of the answer, and the exchange. */
import { ROUTES, SIGN_IN_PAGE } from '../protocol/routes.ts';
import { type JoinResponse, joinResponseSchema, SIGN_IN_FAILURES, type SignInFailure } from '../protocol/session.ts';
import { askJson, type Fetch } from './ask.ts';
import { SyncError } from './errors.ts';
import { normalizeQueueUrl } from './invitation.ts';

/** A question of this device, kept in memory while the person is at the provider. */
export type SignInQuestion = { queueUrl: string; verifier: string; state: string; address: string };

const random = (bytes: number): string => encode(crypto.getRandomValues(new Uint8Array(bytes)));

const encode = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** @param redirect where the browser gives the answer to this extension and nobody else */
export async function askToSignIn(queueUrl: string, redirect: string): Promise<SignInQuestion> {
  const [verifier, state] = [random(32), random(16)];
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({ challenge: encode(new Uint8Array(digest)), state, redirect });
  return { queueUrl, verifier, state, address: `${queueUrl}${SIGN_IN_PAGE}?${query}` };
}

/**
 * What came back: a code, or why there is none. What does not answer this very question is believed in nothing [SI6]; nor
 * what another queue says, to which the one that was asked sent the person on: it would get code and verifier [SI13].
 */
export function readSignInAnswer(
  answer: string,
  { queueUrl, state }: SignInQuestion,
): { code: string } | { failure: SignInFailure } {
  const { searchParams } = URL.canParse(answer) ? new URL(answer) : new URL('about:blank');
  if (searchParams.get('state') !== state) return { failure: 'wrong_answer' };
  const issuer = normalizeQueueUrl(searchParams.get('iss') ?? '');
  if (issuer === null || issuer !== normalizeQueueUrl(queueUrl)) return { failure: 'wrong_answer' };
  const code = searchParams.get('code');
  if (code !== null) return { code };
  return { failure: SIGN_IN_FAILURES.find((failure) => failure === searchParams.get('error')) ?? 'wrong_answer' };
}

type Exchange = {
  queueUrl: string;
  code: string;
  verifier: string;
  device: string;
  fetch: Fetch;
  sleep(ms: number): Promise<void>;
};

/** Pauses before an answer that was lost is asked for again; the code is good for two minutes. Milliseconds. */
const AGAIN_AFTER = [1_000, 5_000];

/**
 * The code and its verifier for the first tokens. A lost answer is asked for again and is the same (SI7).
 * @throws SyncError
 */
export async function redeemSignIn({ queueUrl, fetch, sleep, ...request }: Exchange): Promise<JoinResponse> {
  const line = { queueUrl, access: async () => null, fetch };
  const question = { method: 'POST', type: 'application/json', body: JSON.stringify(request) } as const;
  for (const pause of AGAIN_AFTER) {
    try {
      return await askJson(line, ROUTES.signIn, question, joinResponseSchema);
    } catch (error) {
      if (!(error instanceof SyncError) || !['unreachable', 'not_a_queue', 'busy'].includes(error.kind)) throw error;
      await sleep(pause);
    }
  }
  return askJson(line, ROUTES.signIn, question, joinResponseSchema);
}
