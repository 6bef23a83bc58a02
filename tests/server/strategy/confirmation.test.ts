import { beforeEach, expect, test } from 'vitest';
import { confirmedPart } from '../../../desk/goal-confirmation.ts';
import type { PushResponse } from '../../../protocol/push.ts';
import { confirmationPath } from '../../../protocol/routes.ts';
import type { Goal } from '../../../protocol/strategy.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import type { TestDevice, TestQueue } from '../queue.ts';
import { sampleClip, saveClip } from '../samples.ts';
import { COMPANY, fileOf, historyOf, openCompany, putGoal, saved, viewOf } from './company.ts';

let queue: TestQueue;
let rosa: TestDevice;
let adam: TestDevice;
let lena: TestDevice;
let hanna: TestDevice;
beforeEach(async () => {
  queue = await openCompany();
  [rosa, adam, lena, hanna] = [
    await queue.join('rosa'),
    await queue.join('adam'),
    await queue.join('lena'),
    await queue.join('hanna'),
  ];
});

const goalOf = async (id: string): Promise<Goal> => {
  const goal = (await viewOf(adam)).goals.find((each) => each.id === id);
  if (goal === undefined) throw new Error(id);
  return goal;
};
const confirm = async (device: TestDevice, id = 'trust', seen: object = {}) =>
  device.send('POST', confirmationPath(id), { ...confirmedPart(await goalOf(id)), ...seen });
const refusalOf = async (goalId: string) => {
  // A device of its own: what was refused is said until it was acknowledged.
  const { refused } = await (await queue.join('hanna')).push(saveClip(sampleClip({ goalId })));
  return refused[0]?.refusal.kind ?? null;
};

test('[SG4] the sponsor gives their word from their own account; with it the draft can be chosen', async () => {
  const { cursor } = await hanna.pull();
  expect(await goalOf('trust')).toMatchObject({ state: 'draft', sponsorConfirmedAt: null });
  expect(await refusalOf('trust')).toBe('goal_not_confirmed');
  expect((await confirm(rosa)).status).toBe(200);
  expect(await goalOf('trust')).toMatchObject({ state: 'active', sponsorConfirmedAt: queue.time.now });
  expect(await refusalOf('trust')).toBeNull();
  expect((await hanna.pull(cursor)).changes).toContainEqual(
    expect.objectContaining({ kind: 'goal', id: 'trust', row: expect.objectContaining({ state: 'active' }) }),
  );
});

test('[SG4] nobody gives it for them: no admin, no lead, nobody else', async () => {
  for (const device of [adam, lena, hanna]) expect((await confirm(device)).status).toBe(403);
  expect((await rosa.send('DELETE', confirmationPath('apprentices'))).status).toBe(403);
  expect((await rosa.send('DELETE', confirmationPath('constructor'))).status).toBe(404);
  expect(await goalOf('trust')).toMatchObject({ state: 'draft' });
});

test('[SG4] they stand for what they read: a goal that was changed meanwhile is not confirmed', async () => {
  const response = await confirm(rosa, 'trust', { target: 69 });
  expect([response.status, (await response.json()).kind]).toEqual([409, 'strategy_changed']);
  expect((await goalOf('trust')).sponsorConfirmedAt).toBeNull();
});

test('[SG4] confirming twice is confirming once, and a word can be taken back', async () => {
  await confirm(rosa);
  queue.time.now += 5_000;
  const { version } = await viewOf(adam);
  expect(await saved(confirm(rosa))).toMatchObject({ version, changes: [] });
  expect((await goalOf('trust')).sponsorConfirmedAt).toBe(queue.time.now - 5_000);
  expect((await rosa.send('DELETE', confirmationPath('trust'))).status).toBe(200);
  expect(await goalOf('trust')).toMatchObject({ state: 'draft', sponsorConfirmedAt: null });
});

test.each([
  ['strategyRef', { strategyRef: 'Strategie 2035' }],
  ['measure', { measure: { de: 'Etwas anderes' } }],
  ['unit', { unit: { de: 'Punkte' } }],
  ['target', { target: 71 }],
  ['the period', { periodTo: Date.UTC(2028, 5, 30) }],
  ['the sponsor', { sponsorId: 'hanna' }],
])('[SG4] a change of %s takes the word back', async (_what, change) => {
  await confirm(rosa);
  const { waiting } = await saved(putGoal(adam, 'trust', change));
  expect(waiting.map(({ goalId }) => goalId)).toContain('trust');
  expect(await goalOf('trust')).toMatchObject({ state: 'draft', sponsorConfirmedAt: null });
});

test('[SG4] a change of anything else leaves it', async () => {
  await confirm(rosa);
  await saved(putGoal(lena, 'trust', { title: { de: 'Vertrauen der Nachbarschaft' }, baseline: 61 }));
  expect(await goalOf('trust')).toMatchObject({ state: 'active', sponsorConfirmedAt: queue.time.now });
});

test('[SG5] a goal that lacks something cannot be confirmed, and is a draft whatever a file calls it', async () => {
  await saved(putGoal(adam, 'trust', { target: null }));
  expect((await confirm(rosa)).status).toBe(403);
  await applyStrategy(queue.store, readStrategy(COMPANY.replace('unit: Prozent', 'unit: Prozent\n    state: active')));
  expect(await goalOf('trust')).toMatchObject({ state: 'draft', target: 70 });
});

test('[SG5] the desk cannot give a topic a draft either', async () => {
  const mara = await queue.join('mara');
  const clip = sampleClip({ goalId: null });
  await hanna.push(saveClip(clip));
  const { refused } = await mara.push({ name: 'editTopic', topicId: clip.id, changes: { goalId: 'trust' } });
  expect(refused).toMatchObject([{ refusal: { kind: 'goal_not_confirmed', path: 'changes.goalId' } }]);
});

test('[SG5] whoever chose it before their device could hear of the change keeps the choice', async () => {
  await confirm(rosa);
  queue.time.now += 60_000;
  await saved(putGoal(adam, 'trust', { target: 71 }));
  expect(await refusalOf('trust')).toBeNull();
  queue.time.now += 8 * 86_400_000;
  expect(await refusalOf('trust')).toBe('goal_not_confirmed');
});

test('[SG5] no clock that is wrong by years reaches further than a device can have been away, and none loses a clip', async () => {
  const chosen = async (madeAt: number) => {
    const device = await queue.join('hanna');
    const saving = { ...device.mutation(saveClip(sampleClip({ goalId: 'trust' }))), madeAt };
    const answer: PushResponse = await (await device.post(device.pushRequest([saving]))).json();
    return answer.refused[0]?.refusal.kind ?? null;
  };
  const day = 86_400_000;
  queue.time.now += 10 * day;
  const begun = queue.time.now;
  await confirm(rosa);
  queue.time.now += 5 * day;
  await saved(putGoal(adam, 'trust', { target: 71 }));
  queue.time.now += 60 * day;
  // Chosen offline while it was active, on a clock that is right, years behind or years ahead.
  for (const madeAt of [begun + day, 0, queue.time.now + 3_000 * day]) expect(await chosen(madeAt)).toBeNull();
  // A right clock knows that it was a draft: not yet active then, or no longer.
  for (const madeAt of [begun - 3 * day, queue.time.now]) expect(await chosen(madeAt)).toBe('goal_not_confirmed');
  queue.time.now += 40 * day;
  for (const madeAt of [0, queue.time.now + 3_000 * day]) expect(await chosen(madeAt)).toBe('goal_not_confirmed');
});

test('[SG4] a file neither takes the word nor gives it; a stale day of whoever runs the machine is not believed', async () => {
  await confirm(rosa);
  const at = queue.time.now;
  // From before it was given.
  await applyStrategy(queue.store, readStrategy(COMPANY));
  expect(await goalOf('trust')).toMatchObject({ state: 'active', sponsorConfirmedAt: at });
  const changed = COMPANY.replace('target: 70', 'target: 75').replace(
    'sponsorId: rosa',
    'sponsorId: rosa\n    sponsorConfirmedAt: 2026-02-01',
  );
  for (const _twice of [1, 2]) {
    await applyStrategy(queue.store, readStrategy(changed));
    expect(await goalOf('trust')).toMatchObject({ state: 'draft', sponsorConfirmedAt: null, target: 75 });
  }
  const today = new Date().toISOString().slice(0, 10);
  await applyStrategy(queue.store, readStrategy(changed.replace('2026-02-01', today)));
  expect(await goalOf('trust')).toMatchObject({ state: 'active', sponsorConfirmedAt: Date.parse(today) });
});

test('[SG4] the word of a sponsor who left goes with them, also when their goal is opened again', async () => {
  await confirm(rosa);
  const gone = COMPANY.replace(/ {2}rosa: .*\n/, '').replace(/ {2}trust:.*?(?=channels:)/s, '');
  await applyStrategy(queue.store, readStrategy(gone));
  expect(await goalOf('trust')).toMatchObject({ state: 'closed', sponsorId: null });
  const again = COMPANY.replace(/ {2}rosa: .*\n/, '').replace('    sponsorId: rosa\n', '');
  await applyStrategy(queue.store, readStrategy(again));
  expect(await goalOf('trust')).toMatchObject({ state: 'draft', sponsorConfirmedAt: null });
});

test('[SG4] an admin who imports a confirmation confirms nothing', async () => {
  const { version } = await viewOf(adam);
  const yaml = (await fileOf(adam)).replace(
    '    sponsorId: rosa',
    '    sponsorId: rosa\n    sponsorConfirmedAt: 2026-11-26',
  );
  expect(yaml).toContain('sponsorConfirmedAt: 2026-11-26');
  const response = adam.send('POST', '/v1/strategy/file', { yaml, basedOn: version, dryRun: false });
  expect(await saved(response)).toMatchObject({ changes: [], waiting: [{ goalId: 'trust', sponsorId: 'rosa' }] });
});

test('[SG2] a confirmation is a version by the sponsor', async () => {
  await confirm(rosa);
  const { versions } = await historyOf(lena);
  expect(versions[0]).toMatchObject({ by: { id: 'rosa', name: 'Rosa Sponsor' }, way: 'confirmation' });
  expect(versions[0]?.changes).toEqual([
    {
      section: 'goals',
      id: 'trust',
      act: 'changed',
      fields: [
        { path: 'sponsorConfirmedAt', before: null, after: queue.time.now },
        { path: 'state', before: 'draft', after: 'active' },
      ],
    },
  ]);
});
