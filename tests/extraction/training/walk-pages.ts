/**
 * Walks the pages of a folder of labelled pages in Chromium and keeps what the walk saw: the training
 * reads it many times, and needs no browser then. A page's own scripts do not run, nothing is fetched.
 *
 * Usage: npm run train:walk -- --pages DIR --out DIR [--sets a,b]
 * Reads `<pages>/<set>/{truth.json,html/<id>.html.gz}`, writes `<out>/<set>~<id>.json.gz`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Browser } from 'puppeteer-core';
import { openCaptureBrowser } from '../../pages/captured-page.ts';
import { bundleExtractor, PARTS } from '../bundle.ts';

const WALK = `(() => {
  const steps = walkDocument(document, document.URL);
  for (;;) {
    const step = steps.next();
    if (step.done) return JSON.stringify(step.value);
  }
})()`;

async function walked(browser: Browser, script: string, address: string, html: Buffer): Promise<string> {
  const page = await browser.newPage();
  try {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return request.abort();
      return request.respond({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
        body: html,
      });
    });
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    const session = await page.createCDPSession();
    const { frameTree } = await session.send('Page.getFrameTree');
    const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
    const evaluate = { contextId: world.executionContextId, returnByValue: true };
    await session.send('Runtime.evaluate', { ...evaluate, expression: script });
    const { result } = await session.send('Runtime.evaluate', { ...evaluate, expression: WALK });
    return String(result.value);
  } finally {
    await page.close();
  }
}

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    out: { type: 'string' },
    sets: { type: 'string', default: 'zyte,wcxb,fundus,trafilatura' },
  },
});
if (values.pages === undefined || values.out === undefined) {
  throw new Error('usage: npm run train:walk -- --pages DIR --out DIR [--sets a,b]');
}
mkdirSync(values.out, { recursive: true });
const script = await bundleExtractor(PARTS);
const browser = await openCaptureBrowser();
for (const set of values.sets.split(',')) {
  const folder = join(values.pages, set);
  const truths = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Record<string, { url?: string }>;
  for (const [id, { url }] of Object.entries(truths)) {
    const file = join(values.out, `${set}~${id.replaceAll('/', '_')}.json.gz`);
    if (existsSync(file)) continue;
    const html = gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`)));
    const isWeb = /^https?:$/.test(URL.parse(url ?? '')?.protocol ?? '');
    const address = isWeb && url !== undefined ? url : `https://unknown.example/${encodeURIComponent(id)}`;
    try {
      writeFileSync(file, gzipSync(await walked(browser, script, address, html)));
    } catch (error) {
      console.error(`${set}/${id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
await browser.close();
