import { Hono } from 'hono';
import { ROUTES } from '../../protocol/routes.ts';
import type { SearchRequest } from '../../protocol/search.ts';
import { ENDPOINTS } from '../endpoints.ts';
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
    .get(ROUTES.search, async (c) => {
      const request = readRequest(c);
      const { signal } = c.req.raw;
      const { person } = c.get('reader');
      await parts.catchUp();
      return c.json(await search(parts.store, person, request, parts.clock(), () => signal.aborted));
    })
    .get(ROUTES.topic, async (c) => {
      const id = c.req.param('topicId');
      const { person } = c.get('reader');
      const now = parts.clock();
      const held = await parts.store.read((sql) => topicSeenBy(sql, person, id, now));
      // [VI1] One that a person may not see and one that does not exist answer alike.
      if (held === null) throw new RequestProblem('unknown');
      return c.json(held);
    });

/** @throws RequestProblem */
function readRequest(c: QueueContext): SearchRequest {
  const { searchParams } = new URL(c.req.url);
  const lists = LISTS.map((name) => [name, searchParams.getAll(name)]);
  const single = SINGLE.flatMap((name) => (searchParams.has(name) ? [[name, searchParams.get(name)]] : []));
  const parsed = ENDPOINTS.search.query.safeParse({ q: '', ...Object.fromEntries([...lists, ...single]) });
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new RequestProblem('bad_request', { errors });
}
