import { Hono } from 'hono';
import { ROUTES } from '../../protocol/routes.ts';
import { ENDPOINTS } from '../endpoints.ts';
import { createAttempts } from '../http/attempts.ts';
import { readJson } from '../http/body.ts';
import type { QueueEnv } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { checkProtocol } from '../push/push.ts';
import { similarTopics } from '../similar/similar.ts';

/** Each popup asks once. More is nobody who clips but somebody who tries out words to learn what others wrote. */
const QUESTIONS = { allowed: 60, windowMs: 600_000, addresses: 10_000 };

/** [SM3] What is known already that is similar to a page somebody is about to suggest. */
export function similarRoutes(parts: Parts) {
  const asked = createAttempts(QUESTIONS);
  return new Hono<QueueEnv>().post(ROUTES.similar, async (c) => {
    const { person } = c.get('reader');
    const now = parts.clock();
    const wait = asked.waitSeconds(person.id, now);
    if (wait > 0) throw new RequestProblem('too_many', { headers: { 'retry-after': String(wait) } });
    asked.failed(person.id, now);
    const request = await readJson(c, ENDPOINTS.similar.json);
    checkProtocol(request.protocol);
    await parts.catchUp();
    return c.json({ similar: await parts.store.read((sql) => similarTopics(sql, person, request, now)) });
  });
}
