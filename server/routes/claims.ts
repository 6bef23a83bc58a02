import { Hono } from 'hono';
import type { Claim } from '../../protocol/claim.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { ROUTES } from '../../protocol/routes.ts';
import { ENDPOINTS } from '../endpoints.ts';
import { readJson } from '../http/body.ts';
import type { QueueEnv } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { dropClaim, findClaim, saveClaim } from '../rows/claims.ts';
import { findTopic } from '../rows/topics.ts';

/** [CM1] Says, renews and ends that somebody looks at a topic. Answers whose claim stands. */
export function claimRoutes(parts: Parts) {
  const { store, clock } = parts;
  return new Hono<QueueEnv>()
    .put(ROUTES.claim, async (c) => {
      const topicId = c.req.param('topicId');
      const { take } = await readJson(c, ENDPOINTS.claim.json);
      const { person } = c.get('reader');
      const now = clock();
      const mine: Claim = { topicId, by: { id: person.id, name: person.name }, until: now + LIMITS.claimMs };
      const { result: standing } = await store.write(async (tx) => {
        if ((await findTopic(tx, topicId)) === null) throw new RequestProblem('unknown');
        const held = await findClaim(tx, topicId, now);
        if (held !== null && held.by.id !== person.id && !take) return held;
        await saveClaim(tx, topicId, person.id, mine.until);
        return mine;
      });
      return c.json(standing);
    })
    .delete(ROUTES.claim, async (c) => {
      const topicId = c.req.param('topicId');
      await store.write((tx) => dropClaim(tx, topicId, c.get('reader').person.id));
      return c.body(null, 204);
    });
}
