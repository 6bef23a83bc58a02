/** The same source in Firefox: the real toolbar button, the real popup, a real queue. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clickFirefoxToolbar } from '../../demo/browser/firefox-toolbar.ts';
import { EMPLOYEE } from '../../demo/queue.ts';
import { PAGES, POPUP, SUGGESTIONS } from '../../demo/screens.ts';
import { titlesIn } from './employee.ts';
import { type FirefoxStage, openFirefoxStage } from './firefox-stage.ts';

let stage: FirefoxStage;
let queue: FirefoxStage['queue'];
let intranet: FirefoxStage['intranet'];
let firefox: FirefoxStage['firefox'];

beforeAll(async () => {
  stage = await openFirefoxStage();
  ({ queue, intranet, firefox } = stage);
});
afterAll(() => stage?.stop());

const PATIENCE = { timeout: 20_000 };

it('joins with an invitation link', () => stage.join(EMPLOYEE));

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
