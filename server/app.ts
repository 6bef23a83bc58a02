/** The queue as an HTTP application: routes behind one envelope, and one answer to everything that goes wrong. */
import { Hono } from 'hono';
import type { QueueEnv } from './http/context.ts';
import { envelope } from './http/envelope.ts';
import { guardEndpoints, refuseUnknownRoutes } from './http/guard.ts';
import { limitByAddress } from './http/limit-requests.ts';
import { describeError } from './log.ts';
import { createMetrics } from './metrics/metrics.ts';
import type { Parts } from './parts.ts';
import { createPokes } from './pokes.ts';
import { problemResponse, RequestProblem } from './problem.ts';
import { answerPageRoutes } from './routes/answer-page.ts';
import { claimRoutes } from './routes/claims.ts';
import { confirmationRoutes } from './routes/confirmation.ts';
import { eventRoutes } from './routes/events.ts';
import { figureRoutes } from './routes/figures.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { openapiRoutes } from './routes/openapi.ts';
import { pageRoutes } from './routes/pages.ts';
import { pictureRoutes } from './routes/pictures.ts';
import { questionLinkRoutes } from './routes/question-links.ts';
import { queueRoutes } from './routes/queue.ts';
import { resultRoutes } from './routes/results.ts';
import { searchRoutes } from './routes/search.ts';
import { sessionRoutes } from './routes/session.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { similarRoutes } from './routes/similar.ts';
import { strategyRoutes } from './routes/strategy.ts';
import { syncRoutes } from './routes/sync.ts';
import { createCatchUp } from './search/catch-up.ts';
import { createProvider } from './sign-in/provider.ts';
import { StoreUnavailable } from './store/store.ts';

/** `pokes` may be left out where nobody has to end event streams, `metrics` where nobody looks at figures. */
type Given = Omit<Parts, 'pokes' | 'metrics' | 'provider' | 'catchUp'> & Partial<Pick<Parts, 'pokes' | 'metrics'>>;

export function createApp(given: Given): Hono<QueueEnv> {
  const { config, clock, log } = given;
  const parts: Parts = {
    ...given,
    provider: config.signIn === null ? null : createProvider(config.signIn, clock, log),
    catchUp: createCatchUp(given.store, log),
    pokes: given.pokes ?? createPokes(given.store),
    metrics: given.metrics ?? createMetrics(),
  };
  const app = new Hono<QueueEnv>();
  app.use('*', envelope(parts));
  app.use('*', limitByAddress(parts));
  guardEndpoints(app, parts);
  for (const routes of [
    queueRoutes,
    sessionRoutes,
    signInRoutes,
    syncRoutes,
    claimRoutes,
    figureRoutes,
    resultRoutes,
    eventRoutes,
    pictureRoutes,
    searchRoutes,
    pageRoutes,
    questionLinkRoutes,
    answerPageRoutes,
    similarRoutes,
    strategyRoutes,
    confirmationRoutes,
    openapiRoutes,
    metricsRoutes,
  ])
    app.route('/', routes(parts));
  refuseUnknownRoutes(app);
  refuseOtherMethods(app);
  app.notFound((c) => problemResponse({ kind: 'unknown', more: {} }, c.get('requestId')));
  app.onError((error, c) => {
    const requestId = c.get('requestId');
    if (error instanceof RequestProblem) return problemResponse(error, requestId);
    const kind = error instanceof StoreUnavailable ? 'unavailable' : 'internal';
    parts.log.error({ requestId, kind, ...describeError(error) });
    const headers = kind === 'unavailable' ? { 'retry-after': '5' } : {};
    return problemResponse({ kind, more: { headers } }, requestId);
  });
  return app;
}

/** Answers 405 with the methods that a known path takes. */
function refuseOtherMethods(app: Hono<QueueEnv>): void {
  const methods = Map.groupBy(
    app.routes.filter(({ method }) => method !== 'ALL'),
    ({ path }) => path,
  );
  for (const [path, routes] of methods) {
    const allow = [...new Set(routes.map(({ method }) => method))].join(', ');
    app.all(path, () => {
      throw new RequestProblem('wrong_method', { headers: { allow } });
    });
  }
}
