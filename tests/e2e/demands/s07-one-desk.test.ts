/** Demand S7: teams of all departments are steered from one place. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as act from '../../../demo/acts.ts';
import { EDITOR, EMPLOYEE } from '../../../demo/queue.ts';
import { INBOX, PLAN } from '../../../demo/screens.ts';
import { type Newsroom, openNewsroom, press, says, textsOf } from './newsroom.ts';

let newsroom: Newsroom;
let inbox: Page;

beforeAll(async () => {
  newsroom = await openNewsroom();
  await newsroom.suggest(EMPLOYEE, [
    { title: 'Schnuppertag in der Lehrwerkstatt', goalId: 'ausbildung' },
    { title: 'Zwei Auszubildende bei der Weltmeisterschaft', goalId: 'ausbildung' },
  ]);
  await newsroom.suggest('andreas.wolff', [
    { title: 'Stadtwerke verlängern den Wartungsvertrag', goalId: 'wasserwirtschaft', departmentId: 'vertrieb' },
  ]);
  await newsroom.suggest('nora.lindqvist', [
    { title: 'Wärmepumpen für Halle 2', goalId: 'klimabilanz', departmentId: 'nachhaltigkeit' },
  ]);
  inbox = await act.openInbox(await newsroom.seat(EDITOR));
  await act.waitForTitle(inbox, 'Wärmepumpen');
});
afterAll(() => newsroom?.stop());

async function rowsAre(count: number): Promise<void> {
  await expect.poll(() => textsOf(inbox, INBOX.row), { timeout: 20_000 }).toHaveLength(count);
}

/** The cell of the coverage board where these two meet. */
const cell = (department: string, goal: string): Promise<string> =>
  inbox.$eval(
    PLAN.coverage,
    (table, row, column) => {
      const at = [...table.querySelectorAll('thead > tr > *')].findIndex((each) => each.textContent === column);
      const line = [...table.querySelectorAll('tbody tr')].find((each) =>
        each.firstChild?.textContent?.startsWith(row),
      );
      return line?.children[at]?.textContent ?? 'no such cell';
    },
    department,
    goal,
  );

it('[S7] one inbox holds what all departments suggest, and narrows to one of them', async () => {
  await rowsAre(4);
  for (const department of ['People and apprenticeships', 'Sales and service', 'Sustainability and energy'])
    await says(inbox, INBOX.row, department);
  await inbox.select(INBOX.department, 'vertrieb');
  await rowsAre(1);
  await says(inbox, INBOX.row, 'Stadtwerke verlängern');
  await says(inbox, INBOX.chip, 'Sales and service');
  await inbox.click(INBOX.chip);
  await rowsAre(4);
});

it('[S7] the coverage board says who brings topics for which goal, and where something is missing', async () => {
  await act.selectTopic(inbox, 'Schnuppertag');
  await act.accept(inbox);
  await newsroom.holds("SELECT title FROM topic WHERE state = 'accepted'", [
    { title: 'Schnuppertag in der Lehrwerkstatt' },
  ]);
  await Promise.all([inbox.waitForNavigation(), press(inbox, 'g', 'z')]);
  await inbox.waitForSelector(PLAN.coverage);
  const applications = 'More applications for technical apprenticeships';
  expect(await cell('People and apprenticeships', applications)).toContain('2 suggested, 1 accepted, 0 published');
  expect(await cell('Sales and service', applications)).toContain('nothing expected');
  expect(await cell('Production and logistics', applications)).toBe('Gap');
  await says(inbox, PLAN.gap, `Production and logistics: nothing for “${applications}”`);
  const gaps = await textsOf(inbox, PLAN.gap);
  expect(gaps.filter((gap) => gap.includes('Sales and service: nothing for “Keep long-standing'))).toEqual([]);
});
