/** S15: clear rules, processes and roles. Whoever joins is shown their own roles in steps; each role opens what is its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, openPage } from '../../../demo/browser/chromium.ts';
import { buildExtension } from '../../../demo/build.ts';
import { join } from '../../../demo/joining.ts';
import { EMPLOYEE } from '../../../demo/queue.ts';
import { GUIDE, PAGES, STRATEGY } from '../../../demo/screens.ts';
import { FREE_PORTS, type Stage, setStage } from '../../../demo/stage.ts';

const PATIENCE = { timeout: 20_000, polling: 50 };

let folder: string;
let stage: Stage;
/** The page on which each of them joined. */
let employee: Page;
let lead: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-'));
  const extensionDir = path.join(folder, 'extension');
  await buildExtension('chrome', extensionDir);
  stage = await setStage({
    ...{ extensionDir, folder, ports: FREE_PORTS, headless: true, language: 'en', scheme: 'light', scale: 1 },
    say: console.info,
  });
  employee = await join(stage.employee, await stage.queue.invite(EMPLOYEE));
  lead = await join(stage.editor, await stage.queue.invite('katrin.behrens'));
});

afterAll(async () => {
  await stage?.stop();
  await rm(folder, { recursive: true, force: true });
});

const says = (page: Page, selector: string, words: string) =>
  page.waitForFunction(
    (where, text) => document.querySelector(where)?.textContent?.includes(text),
    PATIENCE,
    selector,
    words,
  );

/** What the head of the page and the page of the strategy offer. */
async function offers(chromium: Chromium): Promise<{ pages: string[]; tabs: string[] }> {
  const page = await openPage(chromium, chromium.extensionUrl(PAGES.strategy));
  await page.waitForSelector(STRATEGY.who);
  const texts = (selector: string) => page.$$eval(selector, (all) => all.map(({ textContent }) => textContent ?? ''));
  const found = { pages: await texts('.frame-page'), tabs: await texts(STRATEGY.tab) };
  await page.close();
  return found;
}

describe('somebody who joins', () => {
  it('is shown the steps of exactly their roles, goes on after a reload, and can skip the rest', async () => {
    await employee.bringToFront();
    await employee.click(GUIDE.offer);
    await says(employee, GUIDE.progress, 'Submitter · Step 1 of 4');
    await employee.click(GUIDE.next);
    await says(employee, GUIDE.progress, 'Step 2 of 4');
    await employee.reload();
    await says(employee, GUIDE.progress, 'Submitter · Step 2 of 4');
    for (const step of [3, 4]) {
      await employee.click(GUIDE.next);
      await says(employee, GUIDE.progress, `Step ${step} of 4`);
    }
    await employee.click(GUIDE.next);
    await says(employee, GUIDE.progress, 'Contact · Step 1 of 3');
    await employee.click('.guide-skip');
    await employee.waitForSelector('.suggestions', PATIENCE);
  });

  it('finds all seven roles under Help, their own opened', async () => {
    await employee.goto(stage.employee.extensionUrl(PAGES.help));
    await employee.waitForSelector(GUIDE.role);
    expect([(await employee.$$(GUIDE.role)).length, (await employee.$$(GUIDE.openRole)).length]).toEqual([7, 2]);
    await lead.goto(stage.editor.extensionUrl(PAGES.help));
    await lead.waitForSelector(GUIDE.role);
    const own = await lead.$$eval(`${GUIDE.openRole} h3`, (all) => all.map(({ textContent }) => textContent));
    expect(own).toEqual(['Editor', 'Head of communications']);
  });
});

describe('a role', () => {
  it('[SG1] opens what is its own and nothing else', async () => {
    const submitter = await offers(stage.employee);
    expect(submitter.pages).not.toContain('Inbox');
    expect(submitter.tabs).toEqual([]);
    const head = await offers(stage.editor);
    expect(head.pages).toContain('Inbox');
    // She sponsors goals too; people and the file are the admins'.
    expect(head.tabs).toEqual([
      'Who answers for what',
      'To confirm',
      'Departments',
      'Goals',
      'Audiences',
      'Channels',
      'Information rules',
      'Hours and duty',
      'History',
    ]);
  });

  it('[VI2] is known to everybody: who answers for what stands there without a network, too', async () => {
    const page = await openPage(stage.employee, stage.employee.extensionUrl(PAGES.strategy));
    await page.waitForSelector(STRATEGY.who);
    const cards = await page.$$eval(STRATEGY.who, (all) => all.map(({ textContent }) => textContent ?? ''));
    const own = cards.find((text) => text.startsWith('People and apprenticeships')) ?? '';
    expect(own).toContain('Svenja Harms');
    expect(own).toContain('Meike Folkerts');
    expect(own).toContain('Dr. Claudia Otten');
    // A sponsor who only suggests is named as well.
    expect(cards.some((text) => text.includes('Ruth Ehlers stands for it'))).toBe(true);
  });
});
