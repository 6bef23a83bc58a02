/** An employee and an editor, each at their own real browser: what one decides the other sees. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as act from '../../demo/acts.ts';
import { openPage } from '../../demo/browser/chromium.ts';
import { goOffline } from '../../demo/browser/offline.ts';
import { buildExtension } from '../../demo/build.ts';
import { join } from '../../demo/joining.ts';
import { EDITOR, EMPLOYEE } from '../../demo/queue.ts';
import { INBOX, POPUP, SUGGESTIONS, stateBadge } from '../../demo/screens.ts';
import { FREE_PORTS, type Stage, setStage } from '../../demo/stage.ts';

const PATIENCE = { timeout: 20_000, polling: 50 };

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

/** The employee clips a page of the intranet; done when it stands in the inbox as the selected topic. */
async function suggestPage(pathname: string, title: string): Promise<void> {
  await act.clipPage(stage.employee, `${stage.intranet.url}${pathname}`);
  await inbox.bringToFront();
  await act.waitForTitle(inbox, title);
  await act.selectTopic(inbox, title);
}

const seenAs = (state: string, words: string): Promise<unknown> =>
  suggestions.waitForFunction(
    (cards, badge, text) =>
      [...document.querySelectorAll(cards)].some(
        (card) => card.querySelector(badge) !== null && card.textContent?.includes(text),
      ),
    PATIENCE,
    SUGGESTIONS.card,
    stateBadge(state),
    words,
  );

const listIsEmpty = (): Promise<unknown> =>
  inbox.waitForFunction((row) => document.querySelector(row) === null, PATIENCE, INBOX.row);

/** Titles of the topics that the pane shows from now on, those of a moment included. */
async function watchSelections(): Promise<() => Promise<string[]>> {
  await inbox.evaluate((pane) => {
    const seen: string[] = [];
    const look = () => {
      const label = document.querySelector(`${pane} article`)?.parentElement?.getAttribute('aria-label');
      if (label != null && label !== seen.at(-1)) seen.push(label);
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    Object.assign(window, { selections: seen });
  }, INBOX.topic);
  return () => inbox.evaluate(() => Reflect.get(window, 'selections') as string[]);
}

describe('deciding by keyboard', () => {
  it('accepts, and goes on with what arrives when the list had become empty', async () => {
    await suggestPage('/personal/ausbildungswerkstatt', 'Ausbildungswerkstatt');
    await inbox.keyboard.press('1');
    await seenAs('accepted', 'Jan Claasen');
    await listIsEmpty();
    await suggestPage('/kantine', 'Speiseplan');
    await inbox.keyboard.press('1');
    await seenAs('accepted', 'Speiseplan');
  });

  it('[DK3] declines with a reason and a sentence, and takes it back before the submitter reads it', async () => {
    await listIsEmpty();
    await suggestPage('/news/np-400-klaerwerk', 'Klärwerk');
    await inbox.keyboard.press('3');
    await inbox.keyboard.press('2');
    await inbox.keyboard.type('We told this story in October.');
    await inbox.keyboard.down('Control');
    await inbox.keyboard.press('Enter');
    await inbox.keyboard.up('Control');
    // Its submitter reads it when it has stood for half a minute: `desk-clocks.test.ts`.
    await listIsEmpty();
    await inbox.keyboard.press('z');
    await act.waitForTitle(inbox, 'Klärwerk');
    await seenAs('new', 'Klärwerk');
  });

  it('[ST2] holds offline until a date, sees it at once, and sends it when the network is back', async () => {
    const comeBack = await goOffline(stage.editor);
    await inbox.keyboard.press('h');
    await inbox.keyboard.press('1');
    await listIsEmpty();
    await comeBack();
    await seenAs('held', 'Klärwerk');
  });
});

describe('with others in the list', () => {
  it('selects the topic that was taken back and no other', async () => {
    await suggestPage('/en/news/412-days', '412 days');
    await suggestPage('/betriebsvereinbarung-2026-07', 'Betriebsvereinbarung');
    await suggestPage('/en/products/np-400', 'NP 400');
    await inbox.keyboard.press('k');
    await act.selectTopic(inbox, 'Betriebsvereinbarung');
    const selections = await watchSelections();
    await act.accept(inbox);
    await seenAs('accepted', 'Betriebsvereinbarung');
    await inbox.keyboard.press('z');
    await act.waitForTitle(inbox, 'Betriebsvereinbarung');
    await seenAs('new', 'Betriebsvereinbarung');
    expect(await selections()).toEqual([
      expect.stringContaining('Betriebsvereinbarung'),
      expect.stringContaining('NP 400'),
      expect.stringContaining('Betriebsvereinbarung'),
    ]);
  });
});

it('takes back one decision after the other', async () => {
  // The one that was just taken back is selected; the first of the list stands above it.
  await inbox.keyboard.press('k');
  await act.selectTopic(inbox, '412 days');
  await act.accept(inbox);
  await seenAs('accepted', '412 days');
  // Which one comes next is told elsewhere; here it is about the order in which decisions are taken back.
  await act.selectTopic(inbox, 'Betriebsvereinbarung');
  await act.accept(inbox);
  await seenAs('accepted', 'Betriebsvereinbarung');
  await inbox.keyboard.press('z');
  await seenAs('new', 'Betriebsvereinbarung');
  await inbox.keyboard.press('z');
  await seenAs('new', '412 days');
});

it('sends what is clipped while many pages stand open, though a browser gives a host six connections', async () => {
  const pages: Page[] = [];
  for (let count = 0; count < 6; count += 1) pages.push(await act.openSuggestions(stage.employee));
  await suggestPage('/wiki/Druckstoß', 'Druckstoß');
  await Promise.all(pages.map((page) => page.close()));
});

it('shows the same picture of the work after the page is loaded anew', async () => {
  await inbox.reload();
  await act.waitForTitle(inbox, '412 days');
  const counts = await inbox.$eval('.inbox', (screen) => screen.textContent);
  expect(counts).toMatch(/On hold\s*1/);
  expect(counts).toMatch(/Accepted\s*2/);
});

it('[AD1] says that a colleague suggested the page already, though no page of the extension stood open', async () => {
  await suggestions.close();
  const atDesk = await openPage(stage.editor, `${stage.intranet.url}/projekte/seebrise`);
  await act.suggest(await act.openFilledPopup(stage.editor, atDesk));
  const page = await openPage(stage.employee, `${stage.intranet.url}/projekte/seebrise`);
  const popup = await act.openFilledPopup(stage.employee, page);
  await popup.waitForSelector(POPUP.earlier);
});
