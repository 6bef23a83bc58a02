import { Hono } from 'hono';
import { idSchema } from '../../protocol/id.ts';
import { ROUTES } from '../../protocol/routes.ts';
import { type SearchRequest, searchRequestSchema } from '../../protocol/search.ts';
import { authenticate } from '../http/authenticate.ts';
import type { QueueContext, QueueEnv } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';
import { topicSeenBy } from '../pull/held-topic.ts';
import { search } from '../search/search.ts';

const LISTS = ['state', 'departmentId', 'goalId', 'kind', 'label'] as const;
const SINGLE = ['q', 'lead', 'meeting', 'from', 'to', 'archive', 'cursor'] as const;

/** What a device does not hold: found by words, and read by id. */
export const searchRoutes = (parts: Parts) =>
  new Hono<QueueEnv>()
    .get(ROUTES.search, authenticate(parts), async (c) => {
      const request = readRequest(c);
      const { signal } = c.req.raw;
      const { person } = c.get('reader');
      return c.json(await search(parts.store, person, request, parts.clock(), () => signal.aborted));
    })
    .get(ROUTES.topic, authenticate(parts), async (c) => {
      const id = idSchema.safeParse(c.req.param('topicId'));
      const { person } = c.get('reader');
      const now = parts.clock();
      const held = id.success ? await parts.store.read((sql) => topicSeenBy(sql, person, id.data, now)) : null;
      // [VI1] One that a person may not see and one that does not exist answer alike.
      if (held === null) throw new RequestProblem('unknown');
      return c.json(held);
    });

/** @throws RequestProblem */
function readRequest(c: QueueContext): SearchRequest {
  const { searchParams } = new URL(c.req.url);
  const lists = LISTS.map((name) => [name, searchParams.getAll(name)]);
  const single = SINGLE.flatMap((name) => (searchParams.has(name) ? [[name, searchParams.get(name)]] : []));
  const parsed = searchRequestSchema.safeParse({ q: '', ...Object.fromEntries([...lists, ...single]) });
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new RequestProblem('bad_request', { errors });
}
