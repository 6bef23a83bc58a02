import { createHash, timingSafeEqual } from 'node:crypto';
import { RequestProblem } from '../problem.ts';

/**
 * Lets through who sends the operators' token. Without one configured there is nothing to be found.
 * @throws RequestProblem unknown, unauthorized
 */
export function checkOperatorToken(authorization: string | undefined, token: string | null): void {
  if (token === null) throw new RequestProblem('unknown');
  const sent = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '';
  // Of equal length whatever was sent, so that time tells nothing.
  if (!timingSafeEqual(digest(sent), digest(token)))
    throw new RequestProblem('unauthorized', { headers: { 'www-authenticate': 'Bearer' } });
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
