/**
 * S6: management's commitment, anchored in strategy. A goal is a draft and cannot be chosen; its sponsor confirms it
 * from their own account, now it can; a change of what they stand for makes it a draft again.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as act from '../../../demo/acts.ts';
import { openPage } from '../../../demo/browser/chromium.ts';
import { closePopup } from '../../../demo/browser/toolbar.ts';
import { buildExtension } from '../../../demo/build.ts';
import { join } from '../../../demo/joining.ts';
import { PAGES, STRATEGY, SUGGESTIONS } from '../../../demo/screens.ts';
import { FREE_PORTS, type Stage, setStage } from '../../../demo/stage.ts';

const PATIENCE = { timeout: 20_000, polling: 50 };
/** A draft of the example: it has everything but the word of Ruth Ehlers. */
const GOAL = 'Show more women in technical jobs';

let folder: string;
let stage: Stage;
let article: Page;
let admin: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-'));
  const extensionDir = path.join(folder, 'extension');
  await buildExtension('chrome', extensionDir);
  stage = await setStage({
    ...{ extensionDir, folder, ports: FREE_PORTS, headless: true, language: 'en', scheme: 'light', scale: 1 },
    say: console.info,
  });
  // Ruth sponsors the goal and only suggests besides; Henrik runs the queue.
  await (await join(stage.employee, await stage.queue.invite('ruth.ehlers'))).close();
  await (await join(stage.editor, await stage.queue.invite('henrik.diers'))).close();
  article = await openPage(stage.employee, `${stage.intranet.url}/personal/ausbildungswerkstatt`);
  admin = await openPage(stage.editor, stage.editor.extensionUrl(`${PAGES.strategy}#goals`));
});

afterAll(async () => {
  await stage?.stop();
  await rm(folder, { recursive: true, force: true });
});

const clickText = async (page: Page, selector: string, text: string): Promise<void> => {
  await page.waitForFunction(
    (all, words) => [...document.querySelectorAll(all)].some((each) => each.textContent?.includes(words)),
    PATIENCE,
    selector,
    text,
  );
  await page.evaluate(
    (all, words) =>
      [...document.querySelectorAll<HTMLElement>(all)].find((each) => each.textContent?.includes(words))?.click(),
    selector,
    text,
  );
};

/** The goals that the popup offers on the article, for the department of people and apprenticeships. */
async function offered(): Promise<string[]> {
  await article.bringToFront();
  const popup = await act.openFilledPopup(stage.employee, article);
  const choose = async (label: string): Promise<void> => {
    await popup.waitForSelector(label);
    await popup.click(label);
    await popup.waitForSelector('[role="listbox"] [role="option"]');
  };
  await choose('[aria-keyshortcuts="Alt+D"]');
  await clickText(popup, '[role="option"]', 'People and apprenticeships');
  await popup.waitForSelector('[role="listbox"]', { hidden: true });
  await choose('[aria-keyshortcuts="Alt+G"]');
  const names = await popup.$$eval('[role="option"]', (options) => options.map(({ textContent }) => textContent ?? ''));
  await closePopup(stage.employee, popup);
  return names;
}
const isOffered = async () => (await offered()).some((name) => name.includes(GOAL));

describe('a goal that management has to stand for', () => {
  it('[SG5] is a draft that nobody can choose, and says what it lacks', async () => {
    await clickText(admin, STRATEGY.entry, GOAL);
    const lack = await admin.waitForSelector(STRATEGY.lack);
    expect(await lack?.evaluate(({ textContent }) => textContent)).toContain('confirmation by Ruth Ehlers');
    expect(await isOffered()).toBe(false);
  });

  it('[SG4] is confirmed by its sponsor from their own account; an admin has no button for it', async () => {
    // He stands for a goal of his own; nobody else's waits for him.
    await clickText(admin, STRATEGY.tab, 'To confirm');
    await admin.waitForSelector('.confirm-goals .card');
    expect(await admin.$(STRATEGY.confirm)).toBeNull();
    expect(await admin.$eval('.confirm-goals', ({ textContent }) => textContent)).not.toContain(GOAL);
    const suggestions = await act.openSuggestions(stage.employee);
    await clickText(suggestions, '.suggestions .notice button', 'View');
    await suggestions.waitForSelector(STRATEGY.confirm);
    await suggestions.evaluate(axe.source);
    const { violations } = await suggestions.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document),
    );
    expect(violations.map(({ id }) => id)).toEqual([]);
    await suggestions.click(STRATEGY.confirm);
    await suggestions.waitForSelector(STRATEGY.confirm, { hidden: true, timeout: PATIENCE.timeout });
    await suggestions.goto(stage.employee.extensionUrl(PAGES.suggestions));
    await suggestions.waitForSelector('.suggestions h1');
    expect(await suggestions.$$(`${SUGGESTIONS.card}, .suggestions .notice`)).toEqual([]);
    await suggestions.close();
    expect(await isOffered()).toBe(true);
  });

  it('[SG4] needs the word anew when the target changes', async () => {
    await admin.bringToFront();
    await clickText(admin, STRATEGY.tab, 'Goals');
    await clickText(admin, STRATEGY.entry, GOAL);
    const target = await admin.waitForSelector('::-p-aria([name="Target"][role="spinbutton"])');
    await target?.click({ count: 3 });
    await admin.keyboard.type('30');
    await admin.waitForFunction(
      (lack) => document.querySelector(lack)?.textContent?.includes('new confirmation by Ruth Ehlers'),
      PATIENCE,
      STRATEGY.lack,
    );
    await admin.click(STRATEGY.save);
    await admin.waitForSelector('.undo-toast');
    const suggestions = await act.openSuggestions(stage.employee);
    await suggestions.waitForSelector('.suggestions .notice', PATIENCE);
    await suggestions.close();
    expect(await isOffered()).toBe(false);
  });

  it('[SG2] keeps who said and changed what, with both values', async () => {
    await clickText(admin, STRATEGY.tab, 'History');
    await admin.waitForSelector(STRATEGY.version);
    const [changed, confirmed] = await admin.$$eval(STRATEGY.version, (all) =>
      all.map(({ textContent }) => textContent),
    );
    expect(changed).toMatch(/Henrik Diers.*Target.*24 → 30/);
    expect(confirmed).toMatch(/Ruth Ehlers.*confirmation/);
  });
});
