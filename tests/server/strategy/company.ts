/** A queue with a lead, an admin and a sponsor, and requests about its strategy. */

import { ROUTES } from '../../../protocol/routes.ts';
import type { GoalEntry, StrategyView } from '../../../protocol/strategy-edit.ts';
import type { History, StrategySaved } from '../../../protocol/strategy-history.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { openTestQueue, STRATEGY, type TestDevice } from '../queue.ts';

/** Rosa sponsors `trust`, which nobody confirmed yet. */
export const COMPANY = STRATEGY.replace(
  '  timo:',
  `  lena: { name: Lena Lead, roles: [lead] }
  adam: { name: Adam Admin, roles: [admin, submitter] }
  rosa: { name: Rosa Sponsor }
  timo:`,
).concat(`  trust:
    title: Vertrauen
    strategyRef: Strategie 2030
    sponsorId: rosa
    relationship: nurture
    effectLevel: outcome_indirect
    measure: Zustimmung
    unit: Prozent
    target: 70
    periodFrom: 2026-01-01
    periodTo: 2027-12-31
channels:
  intranet: { name: Intranet, kind: intranet }
`);

export async function openCompany() {
  const queue = await openTestQueue();
  await applyStrategy(queue.store, readStrategy(COMPANY));
  return queue;
}

const json = async <T>(response: Response): Promise<T> => {
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
};

export const viewOf = async (device: TestDevice) => json<StrategyView>(await device.send('GET', ROUTES.strategy));
export const fileOf = async (device: TestDevice) => (await device.send('GET', ROUTES.strategyFile)).text();
export const historyOf = async (device: TestDevice, query = '') =>
  json<History>(await device.send('GET', `${ROUTES.strategyVersions}${query}`));
export const edit = (device: TestDevice, body: object) => device.send('POST', ROUTES.strategyEdits, body);
export const saved = async (response: Promise<Response>) => json<StrategySaved>(await response);

/** A goal as its keepers write it. */
export async function goalEntry(device: TestDevice, id: string): Promise<{ version: number; entry: GoalEntry }> {
  const { version, goals } = await viewOf(device);
  const goal = goals.find((each) => each.id === id);
  if (goal === undefined) throw new Error(id);
  const { sponsorConfirmedAt: _, state, ...entry } = goal;
  return { version, entry: { ...entry, closed: state === 'closed' } };
}

export const putGoal = async (device: TestDevice, id: string, change: Partial<GoalEntry>) => {
  const { version, entry } = await goalEntry(device, id);
  return edit(device, { basedOn: version, put: { section: 'goals', entry: { ...entry, ...change } } });
};
