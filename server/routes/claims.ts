import { Hono } from 'hono';
import { mayDecide } from '../../desk/roles.ts';
import { type Claim, claimPutSchema } from '../../protocol/claim.ts';
import { idSchema } from '../../protocol/id.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { PersonRef } from '../../protocol/person.ts';
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
      const me: PersonRef = { id: person.id, name: person.name };
      const now = clock();
      const until = now + LIMITS.claimMs;
      const { result: by } = await store.write(async (tx) => {
        if ((await findTopic(tx, topicId)) === null) throw new RequestProblem('unknown');
        const holder = await findClaim(tx, topicId, now);
        if (holder !== null && holder.id !== me.id && !take) return holder;
        await saveClaim(tx, topicId, me.id, until);
        return me;
      });
      return c.json({ topicId, by, until } satisfies Claim);
    })
    .delete(ROUTES.claim, authenticate(parts), async (c) => {
      const topicId = topicOf(c);
      await store.write((tx) => dropClaim(tx, topicId, c.get('reader').person.id));
      return c.body(null, 204);
    });
}
