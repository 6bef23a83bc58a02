/** S9: employees are the best ambassadors. They read what appeared, pass it on in the company's words, and are thanked if they want. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, openPage } from '../../../demo/browser/chromium.ts';
import { goOffline } from '../../../demo/browser/offline.ts';
import { buildExtension } from '../../../demo/build.ts';
import { join } from '../../../demo/joining.ts';
import { EDITOR, EMPLOYEE } from '../../../demo/queue.ts';
import { FEED, PAGES, THANKS } from '../../../demo/screens.ts';
import { FREE_PORTS, type Stage, setStage } from '../../../demo/stage.ts';
import { joinByWire, publishByWire, type Sender, suggestByWire } from './by-wire.ts';

const PATIENCE = { timeout: 20_000, polling: 50 };
const TITLE = 'Auszubildende ziehen in die neue Werkstatt';
const SECRET = 'Neues Werk in Hohenfeld';
const WORDS = 'Wir bilden aus: 40 neue Plätze.';
/** Suggests, and edits nothing. */
const AMBASSADOR = 'ruth.ehlers';

let folder: string;
let stage: Stage;
/** Whoever suggested it. */
let svenja: Chromium;
/** A colleague who did not. */
let ruth: Chromium;
let desk: Sender;
let topicId: string;
let publicationId: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-'));
  const extensionDir = path.join(folder, 'extension');
  await buildExtension('chrome', extensionDir);
  stage = await setStage({
    ...{ extensionDir, folder, ports: FREE_PORTS, headless: true, language: 'en', scheme: 'light', scale: 1 },
    say: console.info,
  });
  [svenja, ruth] = [stage.employee, stage.editor];
  const { queue } = stage;
  const suggesting = await joinByWire(queue.url, await queue.invite(EMPLOYEE));
  desk = await joinByWire(queue.url, await queue.invite(EDITOR));
  topicId = (await suggestByWire(suggesting, { title: TITLE })).id;
  const shareable = { shareable: true, networks: ['linkedin', 'copy'], shareTexts: { linkedin: WORDS } } as const;
  publicationId = (await publishByWire(desk, topicId, { ...shareable, networks: [...shareable.networks] })).id;
  const secret = await suggestByWire(suggesting, { title: SECRET });
  await publishByWire(desk, secret.id, { embargoUntil: Date.now() + 86_400_000 });
  await (await join(svenja, await queue.invite(EMPLOYEE))).close();
  await (await join(ruth, await queue.invite(AMBASSADOR))).close();
});
afterAll(async () => {
  await stage?.stop();
  await rm(folder, { recursive: true, force: true });
});

const says = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction((text) => document.body.innerText.includes(text), PATIENCE, words);
const openFeed = async (who: Chromium): Promise<Page> => {
  const feed = await openPage(who, who.extensionUrl(PAGES.feed));
  await feed.waitForSelector(FEED.card, PATIENCE);
  return feed;
};
const shares = () => stage.queue.store.read((sql) => sql.all<object>('SELECT * FROM share'));

it('[SH2] everybody finds what appeared, also without a network, and nothing that is under embargo', async () => {
  const feed = await openFeed(ruth);
  await says(feed, TITLE);
  await says(feed, 'May be passed on');
  expect(await feed.$$(FEED.card)).toHaveLength(1);
  expect(await feed.evaluate(() => document.body.innerText)).not.toContain(SECRET);
  const comeBack = await goOffline(ruth);
  await feed.reload();
  await says(feed, TITLE);
  await comeBack();
  await feed.close();
});

it('[SH1] passes it on in the company’s words by a press, which is counted and of nobody', async () => {
  const feed = await openFeed(ruth);
  await feed.locator(FEED.share).click();
  await says(feed, WORDS);
  const link = await feed.waitForSelector(FEED.network, PATIENCE);
  expect(await link?.evaluate((anchor) => anchor.getAttribute('href'))).toBe(
    `https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent('https://www.nordwerk.example/werkstatt')}`,
  );
  expect(await shares()).toEqual([]);
  const opened = ruth.browser.waitForTarget((target) => target.opener() === feed.target(), { timeout: 20_000 });
  await link?.click();
  await (await (await opened).page())?.close();
  await expect.poll(shares, { timeout: 20_000 }).toHaveLength(1);
  const [row] = await shares();
  expect(row).toMatchObject({ publication_id: publicationId, network: 'linkedin', count: 1 });
  expect(Object.keys(row ?? {}).sort()).toEqual(['count', 'day', 'id', 'network', 'publication_id', 'told']);
  expect(JSON.stringify(row)).not.toMatch(/ruth|ehlers/i);
  await feed.close();
});

it('[RS2][SH3] whoever suggested it sees where it appeared and what came of it, and is thanked only if they want', async () => {
  const measured = { id: crypto.randomUUID(), goalId: 'ausbildung', topicId, publicationId, value: 31 } as const;
  await desk.send({
    name: 'saveResult',
    result: { ...measured, unit: 'Bewerbungen', measuredAt: Date.now(), source: 'manual', lesson: 'Nur für uns.' },
  });
  const suggestions = await openPage(svenja, svenja.extensionUrl(PAGES.suggestions));
  await says(suggestions, 'Measured: 31 Bewerbungen');
  await says(suggestions, 'Appeared in: Website');
  expect(await suggestions.evaluate(() => document.body.innerText)).not.toContain('Nur für uns.');
  const feed = await openFeed(ruth);
  const thanks = 'Thanks to Svenja Harms';
  await says(feed, TITLE);
  expect(await feed.evaluate(() => document.body.innerText)).not.toContain('Svenja');
  await suggestions.bringToFront();
  await suggestions.locator(THANKS.choice).click();
  await feed.bringToFront();
  await says(feed, thanks);
  await suggestions.bringToFront();
  await suggestions.locator(THANKS.choice).click();
  await feed.bringToFront();
  await feed.waitForFunction((text) => !document.body.innerText.includes(text), PATIENCE, thanks);
});
