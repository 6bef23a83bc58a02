/** The same source in Firefox: the real toolbar button, the real popup, a real queue. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from '../../demo/browser/firefox.ts';
import { clickFirefoxToolbar } from '../../demo/browser/firefox-toolbar.ts';
import { buildExtension } from '../../demo/build.ts';
import { type Intranet, startIntranet } from '../../demo/intranet/serve.ts';
import { type DemoQueue, EMPLOYEE, startDemoQueue } from '../../demo/queue.ts';
import { JOIN, PAGES, POPUP, SUGGESTIONS } from '../../demo/screens.ts';
import { titlesIn } from './employee.ts';

let folder: string;
let queue: DemoQueue;
let intranet: Intranet;
let firefox: Firefox;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-'));
  const extensionDir = path.join(folder, 'extension');
  await buildExtension('firefox', extensionDir);
  queue = await startDemoQueue(path.join(folder, 'queue.sqlite'), 0);
  intranet = await startIntranet({ intranet: 0, newspaper: 0 });
  firefox = await launchFirefox({ extensionDir, profileDir: path.join(folder, 'profile') });
});
afterAll(async () => {
  await firefox.close();
  await intranet.stop();
  await queue.stop();
  await rm(folder, { recursive: true, force: true });
});

const PATIENCE = { timeout: 20_000 };

it('joins with an invitation link', async () => {
  await firefox.openTab(firefox.extensionUrl(PAGES.join));
  await expect
    .poll(() => firefox.inPage('return document.querySelector(arguments[0]) !== null', JOIN.invitation))
    .toBe(true);
  const fill = `const field = document.querySelector(arguments[0]);
    field.value = arguments[1];
    field.dispatchEvent(new Event('input', { bubbles: true }));`;
  await firefox.inPage(fill, JOIN.invitation, await queue.invite(EMPLOYEE));
  const press = `const button = document.querySelector(arguments[0]);
    if (button?.getAttribute('aria-disabled') === 'false') button.click();
    return button === null;`;
  await expect.poll(() => firefox.inPage(press, JOIN.submit), PATIENCE).toBe(true);
});

it('clips an intranet page by the toolbar button, and the clip reaches the queue', async () => {
  await firefox.openTab(`${intranet.url}/personal/ausbildungswerkstatt`);
  const popup = await clickFirefoxToolbar(firefox);
  const title = () => popup.run('return document.querySelector(arguments[0])?.value', POPUP.title);
  await expect.poll(title, PATIENCE).toBe('Die neue Ausbildungswerkstatt');
  await popup.run('document.querySelector(arguments[0]).click()', POPUP.submit);
  await expect.poll(() => titlesIn(queue.store), PATIENCE).toEqual(['Die neue Ausbildungswerkstatt']);
});

it('shows the clip in "My suggestions" with nothing waiting', async () => {
  await firefox.openTab(firefox.extensionUrl(PAGES.suggestions));
  const cards = `return [...document.querySelectorAll(arguments[0])].map((card) => card.querySelector(arguments[1]) !== null)`;
  await expect.poll(() => firefox.inPage(cards, SUGGESTIONS.card, SUGGESTIONS.pending), PATIENCE).toEqual([false]);
});

it('says what Firefox keeps from us of a PDF, offers to ask for its site, and then reads it', async () => {
  await firefox.openTab(`${intranet.url}/dokumente/klimabericht-2025.pdf`);
  const popup = await clickFirefoxToolbar(firefox);
  const title = () => popup.run('return document.querySelector(arguments[0])?.value', POPUP.title);
  const said = () => popup.run('return document.querySelector(arguments[0])?.textContent', POPUP.form);
  await expect.poll(said, PATIENCE).toMatch(/Firefox .*(Erlauben und lesen|Allow and read)/);
  expect(await title()).toMatch(/klimabericht/i);
  await popup.run('document.querySelector(arguments[0]).focus()', POPUP.allowSite);
  await popup.pressEnter();
  await expect.poll(title, PATIENCE).toBe('Klimabericht 2025: Wo wir stehen und was als Nächstes kommt');
  await popup.run('document.querySelector(arguments[0]).click()', POPUP.submit);
  await expect
    .poll(() => titlesIn(queue.store), PATIENCE)
    .toContainEqual(expect.stringMatching(/^Klimabericht 2025: Wo/));
});
