import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { QueueContext, QueueEnv } from '../http/context.ts';
import { homePage, joinPage, topicPage } from '../pages/page.ts';
import { pageLanguage } from '../pages/texts.ts';
import type { Parts } from '../parts.ts';
import { queueRow } from '../rows/queue.ts';

const readPageFile = (name: string): string => readFileSync(new URL(`../pages/${name}`, import.meta.url), 'utf8');

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Small pages for people who open the queue's address, an invitation or a link to a topic in a browser. */
export function pageRoutes({ store, config, provider }: Parts) {
  const script = readPageFile('join.js');
  const style = readPageFile('page.css');
  const signInAddress = provider === null ? null : config.publicUrl;
  const show = (render: typeof joinPage) => async (c: QueueContext) => {
    const { name } = await store.read(queueRow);
    c.header('content-security-policy', POLICY);
    return c.html(render(name, pageLanguage(c.req.header('accept-language'))));
  };
  return new Hono<QueueEnv>()
    .get(
      '/',
      show((name, language) => homePage(name, language, signInAddress)),
    )
    .get('/join', show(joinPage))
    .get('/t/:topicId', show(topicPage))
    .get('/join.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
    .get('/page.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }));
}
