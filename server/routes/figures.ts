import { Hono } from 'hono';
import type { Figures } from '../../protocol/figures.ts';
import { ROUTES } from '../../protocol/routes.ts';
import { ENDPOINTS } from '../endpoints.ts';
import { figures } from '../figures/figures.ts';
import type { QueueEnv } from '../http/context.ts';
import type { Parts } from '../parts.ts';
import { RequestProblem } from '../problem.ts';

const LONGEST = 2 * 366 * 86_400_000;
/** At both ends of time a span has no whole weeks that a moment could say; nothing was suggested then either. */
const EARLIEST = Date.UTC(2_000, 0);
const LATEST = Date.UTC(9_999, 0);

/** [FG1] Totals of the desk's work, for the desk. */
export const figureRoutes = (parts: Parts) =>
  new Hono<QueueEnv>().get(ROUTES.figures, async (c) => {
    const asked = ENDPOINTS.figures.query.safeParse({
      from: Number(c.req.query('from')),
      to: Number(c.req.query('to')),
    });
    if (
      !asked.success ||
      asked.data.to <= asked.data.from ||
      asked.data.to - asked.data.from > LONGEST ||
      asked.data.from < EARLIEST ||
      asked.data.to > LATEST
    )
      throw new RequestProblem('bad_request', {
        detail: 'from and to are moments, from before to, at most two years.',
      });
    const answer: Figures = await parts.store.read((sql) => figures(sql, asked.data, parts.clock()));
    return c.json(answer);
  });
