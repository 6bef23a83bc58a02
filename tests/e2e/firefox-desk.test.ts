/** The desk in Firefox: an editor suggests a page, decides by keyboard, takes back, searches, and sees what became of it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clickFirefoxToolbar } from '../../demo/browser/firefox-toolbar.ts';
import { EDITOR, EMPLOYEE } from '../../demo/queue.ts';
import { INBOX, PAGES, POPUP, SUGGESTIONS, stateBadge } from '../../demo/screens.ts';
import { suggestMany } from './colleague.ts';
import { titlesIn } from './employee.ts';
import { type FirefoxStage, openFirefoxStage } from './firefox-stage.ts';

const PATIENCE = { timeout: 30_000, interval: 200 };
const OWN = 'Die neue Ausbildungswerkstatt';
/** The private-use characters by which WebDriver names keys. */
const KEYS = { Enter: '\uE007', ArrowDown: '\uE015', Escape: '\uE00C' } as const;

let stage: FirefoxStage;
let queue: FirefoxStage['queue'];
let intranet: FirefoxStage['intranet'];
let firefox: FirefoxStage['firefox'];

beforeAll(async () => {
  stage = await openFirefoxStage({ language: 'en' });
  ({ queue, intranet, firefox } = stage);
});
afterAll(() => stage?.stop());

const inPage = (body: string, ...args: readonly unknown[]) => firefox.inPage(body, ...args);

/** As a keyboard does: through the browser and not by events of a script. */
async function type(...keys: string[]): Promise<void> {
  const actions = keys.flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
  await firefox.marionette.command('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
}

const rows = () =>
  inPage('return [...document.querySelectorAll(arguments[0])].map((row) => row.innerText)', INBOX.row) as Promise<
    string[]
  >;
const rowCount = async (): Promise<number> => (await rows()).length;
const topicShown = () => inPage('return document.querySelector(arguments[0])?.ariaLabel ?? null', INBOX.topic);
const states = async (): Promise<Record<string, string>> => {
  const found = await queue.store.read((sql) =>
    sql.all<{ title: string; state: string }>('SELECT title, state FROM topic'),
  );
  return Object.fromEntries(found.map(({ title, state }) => [title, state]));
};

it('an editor joins', () => stage.join(EDITOR));

it('shows in the inbox what colleagues and the editor suggested, and the first of it opened', async () => {
  await firefox.openTab(`${intranet.url}/personal/ausbildungswerkstatt`);
  const popup = await clickFirefoxToolbar(firefox);
  await expect
    .poll(() => popup.run('return document.querySelector(arguments[0])?.value', POPUP.title), PATIENCE)
    .toBe(OWN);
  await popup.run('document.querySelector(arguments[0]).click()', POPUP.submit);
  await expect.poll(() => titlesIn(queue.store), PATIENCE).toEqual([OWN]);
  await suggestMany(queue.url, await queue.invite(EMPLOYEE), ['Speiseplan der Woche', 'Parkplatz am Nordtor']);
  await firefox.openTab(firefox.extensionUrl(PAGES.inbox));
  await expect.poll(rowCount, PATIENCE).toBe(3);
  await expect.poll(topicShown, PATIENCE).toBe(OWN);
});

it('accepts by a key and goes on; declines with a reason and a sentence; takes that back', async () => {
  await type('1');
  await expect.poll(topicShown, PATIENCE).toBe('Speiseplan der Woche');
  await type('3', '2');
  await type(...'Danke, 3 von uns haben das im März gemeldet.', KEYS.Enter);
  await expect.poll(topicShown, PATIENCE).toBe('Parkplatz am Nordtor');
  const decided = { [OWN]: 'accepted', 'Speiseplan der Woche': 'declined', 'Parkplatz am Nordtor': 'new' };
  await expect.poll(states, PATIENCE).toEqual(decided);
  const sentence = 'SELECT sentence FROM decision WHERE sentence IS NOT NULL';
  expect(await queue.store.read((sql) => sql.all(sentence))).toEqual([
    { sentence: 'Danke, 3 von uns haben das im März gemeldet.' },
  ]);
  await type('z');
  await expect.poll(states, PATIENCE).toEqual({ ...decided, 'Speiseplan der Woche': 'new' });
  await expect.poll(rowCount, PATIENCE).toBe(2);
});

it('finds by word forms what was accepted, from the search field that a key leads to', async () => {
  await type('/');
  await expect.poll(() => inPage('return document.activeElement?.matches(arguments[0])', INBOX.search)).toBe(true);
  await type(...'parkplätze');
  await expect.poll(rows, PATIENCE).toEqual([expect.stringContaining('Parkplatz am Nordtor')]);
  expect(await inPage('return document.querySelector(arguments[0])?.textContent', INBOX.mark)).toMatch(/parkplatz/i);
  await type(KEYS.Escape);
});

it('shows in "My suggestions" that the own one was accepted', async () => {
  await firefox.openTab(firefox.extensionUrl(PAGES.suggestions));
  const cards = `return [...document.querySelectorAll(arguments[0])].map((card) => card.querySelector(arguments[1]) !== null)`;
  await expect.poll(() => inPage(cards, SUGGESTIONS.card, stateBadge('accepted')), PATIENCE).toEqual([true]);
});
