/** Stories that last days, told in a minute: the queue's clock is moved, everything else is real. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as act from '../../demo/acts.ts';
import { buildExtension } from '../../demo/build.ts';
import { join } from '../../demo/joining.ts';
import { EDITOR, EMPLOYEE } from '../../demo/queue.ts';
import { INBOX, SUGGESTIONS, stateBadge } from '../../demo/screens.ts';
import { FREE_PORTS, type Stage, setStage } from '../../demo/stage.ts';
import { QUIET_MS } from '../../desk/quiet.ts';

const PATIENCE = { timeout: 20_000, polling: 50 };
const DAY = 86_400_000;

/** How far the queue's clock is ahead of this machine's; behind it, what is clipped now was clipped then. */
let ahead = 0;
let folder: string;
let stage: Stage;
let inbox: Page;
let suggestions: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-'));
  const extensionDir = path.join(folder, 'extension');
  await buildExtension('chrome', extensionDir);
  stage = await setStage({
    ...{ extensionDir, folder, ports: FREE_PORTS, headless: true, language: 'en', scheme: 'light', scale: 1 },
    say: console.info,
    clock: () => Date.now() + ahead,
  });
  await (await join(stage.employee, await stage.queue.invite(EMPLOYEE))).close();
  await (await join(stage.editor, await stage.queue.invite(EDITOR))).close();
  inbox = await act.openInbox(stage.editor);
  suggestions = await act.openSuggestions(stage.employee);
});

afterAll(async () => {
  await stage?.stop();
  await rm(folder, { recursive: true, force: true });
});

const clipPage = (pathname: string): Promise<void> => act.clipPage(stage.employee, `${stage.intranet.url}${pathname}`);

/** Done when it stands in the inbox as the selected topic. */
async function suggestPage(pathname: string, title: string): Promise<void> {
  await clipPage(pathname);
  await inbox.bringToFront();
  await act.waitForTitle(inbox, title);
  await act.selectTopic(inbox, title);
}

const card = (page: Page, title: string, badge: string, words: string, patience = PATIENCE): Promise<unknown> =>
  page.waitForFunction(
    (cards, text, state, said) =>
      [...document.querySelectorAll(cards)].some(
        (each) => each.textContent?.includes(text) && each.textContent.includes(said) && each.querySelector(state),
      ),
    patience,
    SUGGESTIONS.card,
    title,
    badge,
    words,
  );
const seenAs = (title: string, state: string, words = ''): Promise<unknown> =>
  card(suggestions, title, stateBadge(state), words);

/** The states that the card of a suggestion shows from now on, those of a moment included. */
async function watchStates(title: string): Promise<() => Promise<string[]>> {
  await suggestions.evaluate(
    (cards, text) => {
      const seen: string[] = [];
      const look = () => {
        const found = [...document.querySelectorAll(cards)].find((each) => each.textContent?.includes(text));
        const state = found?.querySelector<HTMLElement>('.state-badge')?.textContent ?? '';
        if (state !== seen.at(-1)) seen.push(state);
      };
      look();
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { seenStates: seen });
    },
    SUGGESTIONS.card,
    title,
  );
  return () => suggestions.evaluate(() => Reflect.get(window, 'seenStates') as string[]);
}

const waitForText = (page: Page, selector: string, words: string): Promise<unknown> =>
  page.waitForFunction(
    (where, text) => [...document.querySelectorAll(where)].some((each) => each.textContent?.includes(text)),
    PATIENCE,
    selector,
    words,
  );

it('[DK4] an acceptance reaches an open page of the submitter within seconds', async () => {
  await suggestPage('/personal/ausbildungswerkstatt', 'Ausbildungswerkstatt');
  await waitForText(suggestions, '.step-next', 'An answer comes by');
  const begun = performance.now();
  await inbox.keyboard.press('1');
  await seenAs('Ausbildungswerkstatt', 'accepted', 'Jan Claasen');
  console.info(`accepted at the desk, seen by the submitter after ${Math.round(performance.now() - begun)} ms`);
});

it('[DK4] a decline reaches its submitter after the quiet time, with reason and sentence', async () => {
  await suggestPage('/kantine', 'Speiseplan');
  const states = await watchStates('Speiseplan');
  await inbox.keyboard.press('3');
  await inbox.keyboard.press('2');
  await inbox.keyboard.type('We told this story in October.');
  await inbox.keyboard.press('Enter');
  await inbox.waitForSelector(INBOX.undo);
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  expect(await states()).toEqual(['New suggestion']);
  ahead += QUIET_MS;
  await seenAs('Speiseplan', 'declined', 'We told this story in October.');
});

it('[DK3] one that is taken back inside it is never seen', async () => {
  await suggestPage('/news/np-400-klaerwerk', 'Klärwerk');
  const states = await watchStates('Klärwerk');
  await inbox.keyboard.press('3');
  await inbox.keyboard.press('1');
  await inbox.keyboard.press('Enter');
  await inbox.waitForSelector(INBOX.undo);
  await inbox.keyboard.press('z');
  await act.waitForTitle(inbox, 'Klärwerk');
  ahead += 2 * QUIET_MS;
  // What comes after it has arrived, so it would have, too.
  await act.selectTopic(inbox, 'Klärwerk');
  await inbox.keyboard.press('h');
  await inbox.keyboard.press('1');
  await seenAs('Klärwerk', 'held', 'Not ready yet');
  expect(await states()).toEqual(['New suggestion', 'On hold']);
});

it('a topic held until the next working day is back in the inbox then, for both', async () => {
  // Of a Friday that is Monday.
  ahead += 4 * DAY;
  await act.waitForTitle(inbox, 'Klärwerk');
  await seenAs('Klärwerk', 'new', 'Back in the inbox');
});

it('[DK2] whoever is on duty finds what is overdue, and the submitter reads a name when nobody answered', async () => {
  ahead = -20 * DAY;
  await clipPage('/en/news/412-days');
  await inbox.bringToFront();
  // It belongs before what stands there already.
  await inbox.waitForSelector(INBOX.arrived);
  await act.showArrived(inbox);
  ahead = -13 * DAY;
  await waitForText(inbox, `${INBOX.row} .escalation`, 'On duty');
  await waitForText(inbox, `${INBOX.row} .clock-over`, 'overdue for');
  await inbox.reload();
  await waitForText(inbox, '.view-overdue', '1 overdue');
  await inbox.keyboard.press('g');
  await inbox.keyboard.press('f');
  await waitForText(inbox, '.topic-title', '412 days');
  ahead = 0;
  await waitForText(inbox, '.topic .escalation', 'Head');
  await waitForText(suggestions, '.step-late', 'Late');
  await inbox.keyboard.press('i');
  await waitForText(inbox, '.topic-standing', 'Jan Claasen');
});
