import { beforeEach, expect, test } from 'vitest';
import { DEFAULT_DESK_RULES } from '../../../protocol/desk-rules.ts';
import { type Rule, STRIPPED_PARTS } from '../../../protocol/rule.ts';
import { heldStrategy } from '../../../server/strategy/held.ts';
import type { TestDevice, TestQueue } from '../queue.ts';
import { edit, historyOf, openCompany, saved, viewOf } from './company.ts';

let queue: TestQueue;
let lena: TestDevice;
let hanna: TestDevice;
beforeEach(async () => {
  queue = await openCompany();
  [lena, hanna] = [await queue.join('lena'), await queue.join('hanna')];
});

const BOARD: Rule = {
  ...{ id: 'board', title: { en: 'The board' }, text: null, version: 1, hosts: ['board.example.com'], paths: [] },
  ...{ departmentIds: [], kinds: [], markings: [], personalData: [], onlyEmbargo: false, onlyUndeclared: false },
  ...{ level: 'strictly_confidential', effects: ['refuse'], parts: [...STRIPPED_PARTS], acknowledge: false },
};
const DESK = { ...DEFAULT_DESK_RULES, effortMinutes: { S: 20, M: 90, L: 300 }, weekMinutes: 600 };

const faultsIn = async (response: Promise<Response>) => {
  const { errors = [] } = await (await response).json();
  return errors.map(({ path, kind }: { path: string; kind: string }) => [path, kind]);
};

test('[SG1] a lead keeps the rules and the times of the desk; nobody else but admins does', async () => {
  const { version, rules, desk } = await viewOf(lena);
  expect([rules.map(({ id }) => id), desk]).toEqual([['open-intranet'], []]);
  for (const put of [
    { section: 'rules', entry: BOARD },
    { section: 'desk', entry: DESK },
  ]) {
    expect((await edit(hanna, { basedOn: version, put })).status).toBe(403);
    expect((await edit(lena, { basedOn: version, put })).status).toBe(200);
  }
  const after = await viewOf(lena);
  expect([after.rules.find(({ id }) => id === 'board'), after.desk]).toEqual([BOARD, [DESK]]);
  expect((await historyOf(lena)).versions[0]?.changes[0]).toMatchObject({ section: 'desk', id: null, act: 'added' });
  await saved(edit(lena, { basedOn: after.version, remove: { section: 'rules', id: 'board' } }));
  await saved(edit(lena, { basedOn: after.version, remove: { section: 'desk', id: 'desk' } }));
  const { rules: none, desk: usual } = await queue.store.read(heldStrategy);
  expect([Object.keys(none), usual]).toEqual([['open-intranet'], null]);
});

test('[SG2] two leads who change the times of the desk are told of each other, and not of who changed a rule', async () => {
  const { version } = await viewOf(lena);
  await saved(edit(lena, { basedOn: version, put: { section: 'rules', entry: BOARD } }));
  await saved(edit(lena, { basedOn: version, put: { section: 'desk', entry: DESK } }));
  const second = await edit(lena, { basedOn: version, put: { section: 'desk', entry: { ...DESK, weekMinutes: 480 } } });
  expect(second.status).toBe(409);
  expect(await second.json()).toMatchObject({
    kind: 'strategy_changed',
    since: [{ changes: [{ section: 'desk', id: null }] }],
  });
});

test('[SG3] what a rule or the desk says wrongly is refused at its field', async () => {
  const { version } = await viewOf(lena);
  const put = (section: string, entry: object) => edit(lena, { basedOn: version, put: { section, entry } });
  expect(await faultsIn(put('rules', { ...BOARD, departmentIds: ['nowhere'] }))).toEqual([
    ['rules.board.departmentIds.0', 'not_there'],
  ]);
  expect(await faultsIn(put('rules', { ...BOARD, level: 'public', effects: ['clearance'] }))).toEqual([
    ['rules.board.level', 'wrong_form'],
  ]);
  const dutyWeeks = [{ monday: '2026-11-24', personId: 'nobody' }];
  expect(await faultsIn(put('desk', { ...DESK, dutyWeeks }))).toEqual([
    ['desk.dutyWeeks.0.personId', 'not_there'],
    ['desk.dutyWeeks.0.monday', 'not_monday'],
  ]);
  for (const wrong of [{ timeZone: 'Nowhere/Else' }, { hours: [{ weekday: 1, from: 600, to: 600 }] }, { hours: [] }])
    expect((await put('desk', { ...DESK, ...wrong })).status).toBe(400);
});
