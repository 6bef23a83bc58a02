import { Hono } from 'hono';
import { mayDecide } from '../../desk/roles.ts';
import { type Claim, claimPutSchema } from '../../protocol/claim.ts';
import { idSchema } from '../../protocol/id.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { ROUTES } from '../../protocol/routes.ts';
import { authenticate } from '../http/authenticate.ts';
import { readJson } from '../http/body.ts';
import type { QueueContext, QueueEnv } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { dropClaim, findClaim, saveClaim } from '../rows/claims.ts';
import { findTopic } from '../rows/topics.ts';

/** [CM1] Says, renews and ends that somebody looks at a topic. Answers whose claim stands. */
export function claimRoutes(parts: Parts) {
  const { store, clock } = parts;
  const topicOf = (c: QueueContext): string => {
    const id = idSchema.safeParse(c.req.param('topicId'));
    // Whether a topic exists is for the desk alone to know [VI1].
    if (!id.success || !mayDecide(c.get('reader').person.roles)) throw new RequestProblem('unknown');
    return id.data;
  };
  return new Hono<QueueEnv>()
    .put(ROUTES.claim, authenticate(parts), async (c) => {
      const topicId = topicOf(c);
      const { take } = await readJson(c, claimPutSchema);
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
    .delete(ROUTES.claim, authenticate(parts), async (c) => {
      const topicId = topicOf(c);
      await store.write((tx) => dropClaim(tx, topicId, c.get('reader').person.id));
      return c.body(null, 204);
    });
}
