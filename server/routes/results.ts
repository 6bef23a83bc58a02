import { Hono } from 'hono';
import type { ReportResponse } from '../../protocol/result.ts';
import { ENDPOINTS } from '../endpoints.ts';
import { readJson } from '../http/body.ts';
import type { QueueEnv } from '../http/context.ts';
import { checkOperatorToken } from '../http/operator-token.ts';
import type { Parts } from '../parts.ts';
import { reportResults } from '../results/report.ts';

/** [RS4] Measurements from another program, such as web analytics: it has a token of its own and no person's rights. */
export const resultRoutes = (parts: Parts) =>
  new Hono<QueueEnv>().post(ENDPOINTS.results.path, async (c) => {
    checkOperatorToken(c.req.header('authorization'), parts.config.resultsToken);
    const { results } = await readJson(c, ENDPOINTS.results.json);
    const answer: ReportResponse = { results: await reportResults(parts.store, results, parts.clock()) };
    return c.json(answer);
  });
