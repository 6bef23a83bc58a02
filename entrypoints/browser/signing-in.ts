/** From a click on "Sign in with your company account" to what the queue answers. Keeps nothing: that is the caller's next step. */
import type { JoinProblem } from '../../components/problems.ts';
import type { JoinResponse } from '../../protocol/session.ts';
import { answered, findQueue } from '../../sync/join.ts';
import { askToSignIn, readSignInAnswer, redeemSignIn } from '../../sync/sign-in.ts';
import { showSignIn, signInRedirect } from './company-account.ts';

const ask = (url: string, init: RequestInit) => fetch(url, init);
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

type SignedIn = { ok: true; value: JoinResponse } | { ok: false; problem: JoinProblem };

/** @param device as `joinRequestSchema.device` */
export async function signInAt(queueUrl: string, device: string): Promise<SignedIn> {
  const found = await findQueue(queueUrl, ask);
  if (!found.ok) return found;
  if (!found.value.signIn) return { ok: false, problem: 'no_sign_in' };
  const question = await askToSignIn(queueUrl, signInRedirect());
  const answer = await showSignIn(question.address);
  if (answer === null) {
    // The browser does not say whether somebody closed the window or there was nothing to show.
    const there = await findQueue(queueUrl, ask);
    return there.ok ? { ok: false, problem: 'cancelled' } : there;
  }
  const read = readSignInAnswer(answer, question);
  if ('failure' in read) return { ok: false, problem: read.failure };
  const { verifier } = question;
  const redeemed = await answered(() =>
    redeemSignIn({ queueUrl, code: read.code, verifier, device, fetch: ask, sleep }),
  );
  // Said of an invitation these would be true; of a code of our own they are a sign-in that took too long.
  return redeemed.ok || !['code_unknown', 'code_used'].includes(redeemed.problem)
    ? redeemed
    : { ok: false, problem: 'failed' };
}
