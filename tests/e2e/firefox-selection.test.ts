/** What only Firefox can do with selections. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clickFirefoxToolbar } from '../../demo/browser/firefox-toolbar.ts';
import { EMPLOYEE } from '../../demo/queue.ts';
import { POPUP } from '../../demo/screens.ts';
import { type FirefoxStage, openFirefoxStage } from './firefox-stage.ts';

const PAGE = `<!doctype html><html lang=de><title>Zahlen</title><h1>Zahlen des Jahres</h1>
<p id=a>Vierzehn junge Menschen lernen hier.</p><p>Dazwischen steht etwas anderes.</p><p id=b>Vierhundertzwölf Pumpen liefen vom Band.</p>
<table><tr><th>Jahr</th><th>Stück</th></tr><tr><td>2024</td><td class=c>380</td></tr><tr><td>2025</td><td class=c>412</td></tr></table>
<div style="height:3000px"></div><p id=far>Ganz unten steht der Satz, auf den es ankommt.</p><div style="height:3000px"></div>`;

let stage: FirefoxStage;
let firefox: FirefoxStage['firefox'];
let origin: string;
const server = createServer((request, response) => {
  const strict = request.url?.includes('strict') ? { 'content-security-policy': "default-src 'none'" } : {};
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...strict });
  response.end(PAGE);
});

beforeAll(async () => {
  stage = await openFirefoxStage();
  ({ firefox } = stage);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await stage?.stop();
  server.close();
  server.closeAllConnections();
});

const PATIENCE = { timeout: 20_000 };

it('joins first', () => stage.join(EMPLOYEE));

/** Selects in a new tab and opens the popup on it, which shows the quote. */
async function expectQuote(script: string, quote: string): Promise<void> {
  await firefox.openTab(`${origin}/${Math.floor(performance.now())}`);
  await firefox.inPage(script);
  const popup = await clickFirefoxToolbar(firefox);
  await expect
    .poll(() => popup.run('return document.querySelector(arguments[0])?.value', POPUP.title), PATIENCE)
    .not.toBe('');
  const shown = () => popup.run('return document.querySelector(".extract-quote")?.lastChild.textContent');
  await expect.poll(shown, PATIENCE).toBe(quote);
  // A popup that stands open would be closed by the next click.
  await popup.run('close()');
  await expect.poll(popup.isOpen, PATIENCE).toBe(false);
}

const RANGES = (selector: string) => `const selection = getSelection();
  selection.removeAllRanges();
  for (const element of document.querySelectorAll('${selector}')) {
    const range = document.createRange();
    range.selectNodeContents(element);
    selection.addRange(range);
  }`;

it('several ranges are one quote, apart by "…"', async () => {
  await expectQuote(
    RANGES('#a, #b'),
    'Vierzehn junge Menschen lernen hier. … Vierhundertzwölf Pumpen liefen vom Band.',
  );
});

it('cells of a column are several ranges too', async () => {
  await expectQuote(RANGES('.c'), '380 … 412');
});

it('a place leads to its quote', async () => {
  await firefox.openTab('about:blank');
  await firefox.navigate(`${origin}/#:~:text=Ganz%20unten%20steht%20der,auf%20den%20es%20ankommt.`);
  await expect.poll(() => firefox.inPage('return scrollY'), PATIENCE).toBeGreaterThan(1_000);
});
