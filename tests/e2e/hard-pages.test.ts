/** Pages that are hard to read, through the real toolbar button: walls, frames, routes, late text, feeds. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suggest } from '../../demo/acts.ts';
import { type Chromium, openPage } from '../../demo/browser/chromium.ts';
import { clickToolbar } from '../../demo/browser/toolbar.ts';
import { POPUP } from '../../demo/screens.ts';
import { launchJoined, openWorkplace, type Workplace } from './employee.ts';

const PAGES = path.join(import.meta.dirname, '../capture/hard');
const TEXT = 'Der neue Kran steht seit Montag in Halle 4 und hebt Teile bis zu vierzig Tonnen Gewicht. '.repeat(4);

/** The head of its first route stays; the rest is the route's. */
const APP = `<title>Start</title><meta property="og:url" content="/welcome"><meta property="og:title" content="Willkommen im Werk">
  <meta name="author" content="Anna Beispiel"><main></main><script>
  const show = () => { document.querySelector('main').innerHTML =
    location.pathname === '/welcome' ? '<h1>Willkommen im Werk</h1>' : '<h1>Antrag 4711: ein Kran</h1><p>${TEXT}</p>'; };
  show(); window.go = () => { history.pushState(null, '', '/requests/4711'); show(); };</script>`;
const LATE = `<title>Werk</title><main aria-busy="true"><div class="skeleton"></div></main><script>
  window.arrive = () => { document.querySelector('main').outerHTML = '<main><h1>Der Kran ist da</h1><p>${TEXT}</p></main>'; };</script>`;

let workplace: Workplace;
let chromium: Chromium;
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const made: Record<string, string> = { welcome: APP, 'requests/4711': APP, late: LATE };
    const html = made[name] ?? (await readFile(path.join(PAGES, name), 'utf8').catch(() => ''));
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  workplace = await openWorkplace();
  chromium = await launchJoined(workplace);
});
afterAll(async () => {
  await chromium.close();
  await workplace.stop();
  server.close();
});

const open = (name: string): Promise<Page> => openPage(chromium, `${origin}/${name}`);
const titleIn = (popup: Page) => popup.$eval(POPUP.title, (field) => field.value);
const titleBecomes = (popup: Page, title: RegExp) =>
  expect.poll(() => titleIn(popup), { timeout: 10_000 }).toMatch(title);

describe('the popup says', () => {
  it.each([
    ['login-intranet-form.html', 'sign_in'],
    ['error-404-german.html', 'error_page'],
    ['paywall-json-ld.html', 'excerpt_only'],
  ])('of %s that it is %s, and Enter suggests it all the same', async (name, access) => {
    const popup = await clickToolbar(chromium, await open(name));
    await popup.waitForSelector(`${POPUP.form} [data-access="${access}"]`);
    await suggest(popup);
  });
});

describe('the page is', () => {
  it.each([
    ['frameset.html', /^AA 12: Prüfen von Manometern$/],
    ['iframe-srcdoc.html', /^Rundschreiben 6\/2026: Urlaub über Weihnachten$/],
    ['shadow-roots.html', /^Neue Laborordnung ab Juli$/],
  ])('what stands inside %s', async (name, title) => {
    const popup = await clickToolbar(chromium, await open(name));
    await titleBecomes(popup, title);
  });

  it('[CA2] the route in front, whatever the head of the first one says', async () => {
    const page = await open('welcome');
    await page.evaluate('go()');
    const popup = await clickToolbar(chromium, page);
    await titleBecomes(popup, /^Antrag 4711: ein Kran$/);
  });

  it('what arrives while the popup is open', async () => {
    const page = await open('late');
    const popup = await clickToolbar(chromium, page);
    await titleBecomes(popup, /^Werk$/);
    await page.evaluate('arrive()');
    await titleBecomes(popup, /^Der Kran ist da$/);
  });

  it('the post in view of a feed', async () => {
    const page = await open('feed-post-in-view.html');
    await page.addStyleTag({ content: '.feed-post { min-height: 500px; border: 1px solid }' });
    await page.evaluate(`document.querySelector('[data-in-view]').scrollIntoView({ block: 'center' })`);
    const popup = await clickToolbar(chromium, page);
    await titleBecomes(popup, /^Am Mittwoch zwischen 13 und 15 Uhr/);
  });
});
