/** The toast on pages that make it hard, in a real Chromium: seen, usable, and gone without a trace. */
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clipByCommand } from '../../demo/acts.ts';
import { type Chromium, openPage } from '../../demo/browser/chromium.ts';
import { TOAST } from '../../demo/screens.ts';
import { launchJoined, openWorkplace, type Workplace } from './employee.ts';

type Served = { type?: string; headers?: Record<string, string>; body: string };

const text = '<h1>Neue Werkstatt</h1><p>Seit heute lernen hier vierzehn junge Menschen, was Pumpen bewegt.</p>';
const html = (head: string, body = text): Served => ({
  body: `<!doctype html><html lang=de><title>Werkstatt</title>${head}<body>${body}`,
});

const PAGES: Record<string, Served> = {
  'that styles all it can reach': html(`<style>
    * { all: unset !important; display: none !important; --ink: red !important; --raised: red !important; opacity: 0.1 !important }
    html, body, h1, p { display: block !important } html { filter: invert(1); transform: rotate(2deg); zoom: 1.6 }
    div, section, p, button { visibility: hidden !important; z-index: 2147483647 !important }</style>`),
  'with a modal dialog': html(
    '',
    `${text}<dialog id=d style="width:100vw;height:100vh;max-width:none">Frage</dialog><script>d.showModal()</script>`,
  ),
  'that removes what it does not know': html(
    '',
    `${text}<script>new MutationObserver((all) => all.forEach((one) => one.addedNodes.forEach((node) => {
      if (++window.taken < 4) node.remove() }))).observe(document.documentElement, { childList: true }); taken = 0</script>`,
  ),
  'with a strict policy': {
    ...html(''),
    headers: {
      'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  },
  'written from right to left, narrow': {
    body: `<!doctype html><html dir=rtl lang=ar><title>ورشة</title><h1>ورشة</h1><p>${'نص '.repeat(50)}`,
  },
  'that is a drawing': {
    type: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><title>Plan</title><text x="20" y="40">Halle 3</text></svg>',
  },
  'of frames': {
    body: '<!doctype html><title>Rahmen</title><frameset cols="50%,50%"><frame src="/0"><frame src="/1"></frameset>',
  },
};
const NAMES = Object.keys(PAGES);

const server = createServer((request, response) => {
  const {
    type = 'text/html; charset=utf-8',
    headers = {},
    body,
  } = PAGES[NAMES[Number(request.url?.slice(1))] ?? ''] ?? html('');
  response.writeHead(200, { 'content-type': type, ...headers });
  response.end(body);
});

let workplace: Workplace;
let chromium: Chromium;
let origin: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  workplace = await openWorkplace();
  chromium = await launchJoined(workplace);
  await mkdir('artifacts', { recursive: true });
});
afterAll(async () => {
  await chromium.close();
  await workplace.stop();
  server.close();
  server.closeAllConnections();
});

const serialised = (page: Page) => page.evaluate(() => new XMLSerializer().serializeToString(document));

/** How many listeners of any script there are on the window, the document and its root. */
async function listeners(session: CDPSession): Promise<number> {
  let count = 0;
  for (const expression of ['window', 'document', 'document.documentElement']) {
    const { result } = await session.send('Runtime.evaluate', { expression });
    const found = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
    count += found.listeners.length;
  }
  return count;
}

describe('the toast on a page', () => {
  it.each(NAMES)('%s', async (name) => {
    const page = await openPage(chromium, `${origin}/${NAMES.indexOf(name)}`);
    if (name.includes('narrow')) await page.setViewport({ width: 320, height: 500 });
    const session = await page.createCDPSession();
    const before = await serialised(page);
    const listened = await listeners(session);
    await clipByCommand(chromium, page);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    const seen = await page.evaluate((toast) => {
      const host = document.querySelector(toast);
      const { left, top, right, bottom } = host?.getBoundingClientRect() ?? new DOMRect();
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return { isOnTop: hit === host && host !== null, width: right - left, left, right: innerWidth - right, bottom };
    }, TOAST);
    await page.screenshot({ path: `artifacts/toast-${NAMES.indexOf(name)}.png` });
    expect(seen.isOnTop).toBe(true);
    expect(seen.width).toBeGreaterThan(250);
    expect(seen.left).toBeGreaterThanOrEqual(0);
    expect(seen.right).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Escape');
    await page.waitForFunction((toast) => document.querySelector(toast) === null, { polling: 50 }, TOAST);
    // A dialog that was open may take the key too; all else is as it was.
    const after = await serialised(page);
    expect(after.replace(' open=""', '')).toBe(before.replace(' open=""', ''));
    expect(await listeners(session)).toBe(listened);
    await page.close();
  });
});

describe('what was read', () => {
  it('is marked in the page on request, without a change of it, and goes by Escape', async () => {
    const page = await openPage(chromium, `${workplace.intranet.url}/personal/ausbildungswerkstatt`);
    const before = await serialised(page);
    const heading = async () => Buffer.from((await (await page.$('h1'))?.screenshot()) ?? []).toString('base64');
    const unmarked = await heading();
    await clipByCommand(chromium, page);
    const button = await insideToast(page, '.show');
    await button.click();
    const marks = () => page.evaluate(() => [...CSS.highlights].map(([name, ranges]) => [name, ranges.size]));
    await expect.poll(marks).toContainEqual(['clipdesk-read', expect.any(Number)]);
    const words = await page.evaluate(() => [...(CSS.highlights.get('clipdesk-read') ?? [])].map(String));
    expect(words.length).toBeGreaterThan(2);
    // A mark that is known to the browser and not painted helps nobody.
    await expect.poll(heading).not.toBe(unmarked);
    await page.screenshot({ path: 'artifacts/marked.png' });
    await page.keyboard.press('Escape');
    await expect.poll(marks).toEqual([]);
    await page.waitForFunction((toast) => document.querySelector(toast) === null, { polling: 50 }, TOAST);
    expect(await serialised(page)).toBe(before);
    await page.close();
  });
});

/** A node of the closed root, which only a debugger sees. */
async function insideToast(page: Page, selector: string): Promise<{ click(): Promise<void> }> {
  const session = await page.createCDPSession();
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const find = (node: typeof root): number | null => {
    const own = node.nodeName.toLowerCase() === TOAST ? node.shadowRoots?.[0]?.nodeId : undefined;
    if (own !== undefined) return own;
    for (const child of node.children ?? []) {
      const found = find(child);
      if (found !== null) return found;
    }
    return null;
  };
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: find(root) ?? 0, selector });
  const { model } = await session.send('DOM.getBoxModel', { nodeId });
  const [x = 0, y = 0, , , right = 0, bottom = 0] = model.content;
  return { click: () => page.mouse.click((x + right) / 2, (y + bottom) / 2) };
}
