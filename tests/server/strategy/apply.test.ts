import { beforeEach, expect, test } from 'vitest';
import { queueInfo } from '../../../server/rows/queue.ts';
import { type Applied, applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { openTestQueue, STRATEGY, type TestDevice, type TestQueue } from '../queue.ts';
import { sampleClip, saveClip } from '../samples.ts';

const NOTHING: Applied = {
  person: [],
  department: [],
  audience: [],
  goal: [],
  channel: [],
  deskRules: [],
  siteProfile: [],
  rule: [],
};

let queue: TestQueue;
let hanna: TestDevice;
beforeEach(async () => {
  queue = await openTestQueue();
  hanna = await queue.join('hanna');
});

const apply = (yaml: string) => applyStrategy(queue.store, readStrategy(yaml));

test('applying the same file again changes nothing and tells nobody', async () => {
  const { cursor } = await hanna.pull();
  expect(await apply(STRATEGY)).toEqual(NOTHING);
  expect(await hanna.pull(cursor)).toMatchObject({ changes: [], cursor });
});

test('what changed reaches devices, and only that', async () => {
  const { cursor } = await hanna.pull();
  const renamed = STRATEGY.replace('name: Nordwerk', 'name: Nordwerk Themen').replace('name: IT', 'name: Digitales');
  expect(await apply(renamed)).toEqual({ ...NOTHING, department: ['it'] });
  expect((await hanna.pull(cursor)).changes).toMatchObject([
    { kind: 'department', id: 'it', row: { name: { de: 'Digitales' } } },
  ]);
  expect(await queue.store.read((sql) => queueInfo(sql, false))).toMatchObject({ name: 'Nordwerk Themen' });
});

test('what the file no longer has is closed, not deleted, and clips may still name it', async () => {
  const { cursor } = await hanna.pull();
  const smaller = `${STRATEGY.slice(0, STRATEGY.indexOf('goals:'))}`
    .replace(/^ {2}hr:.*\n/m, '')
    .replace('hanna: { name: Hanna Voss, departmentId: hr }', 'hanna: { name: Hanna Voss }');
  expect(await apply(smaller)).toEqual({
    ...NOTHING,
    person: ['hanna'],
    department: ['hr'],
    goal: ['apprentices'],
  });
  expect((await hanna.pull(cursor)).changes).toMatchObject([
    { kind: 'person', row: { departmentId: null } },
    // She was the contact of a department that is closed now.
    { kind: 'colleague', id: 'hanna', row: null },
    { kind: 'department', id: 'hr', row: { active: false } },
    { kind: 'goal', id: 'apprentices', row: { state: 'closed' } },
  ]);
  expect((await hanna.push(saveClip(sampleClip()))).refused).toEqual([]);
});

test('an audience stays while a goal has it, and goes after that', async () => {
  const { cursor } = await hanna.pull();
  const withoutAudience = STRATEGY.replace(/audiences:\n.*\n/, '').replace('[school-leavers]', '[]');
  expect(await apply(withoutAudience)).toEqual({ ...NOTHING, goal: ['apprentices'], audience: ['school-leavers'] });
  expect((await hanna.pull(cursor)).changes).toContainEqual({ kind: 'audience', id: 'school-leavers', row: null });
});

test('somebody who left comes back with the same history', async () => {
  const without = STRATEGY.replace(/^ {2}jonas:.*\n/m, '');
  const jonas = await queue.join('jonas');
  await jonas.push(saveClip(sampleClip()));
  expect(await apply(without)).toEqual({ ...NOTHING, person: ['jonas'] });
  await expect(jonas.pull()).rejects.toThrow('401');
  expect(await apply(STRATEGY)).toEqual({ ...NOTHING, person: ['jonas'] });
  expect((await jonas.pull()).changes.filter(({ kind }) => kind === 'clip')).toHaveLength(1);
});

const WIKI = `
siteProfiles:
  handbook:
    name: Handbuch
    hosts: [handbuch.nordwerk.example]
    title: [h1.page]
    address: [{ paths: [/page], keep: [id] }]
`;

test('[VI2] everyone holds the site profiles of the company, and they go with the file', async () => {
  const { cursor } = await hanna.pull();
  expect(await apply(STRATEGY + WIKI)).toEqual({ ...NOTHING, siteProfile: ['handbook'] });
  const { changes, cursor: next } = await hanna.pull(cursor);
  expect(changes).toMatchObject([
    { kind: 'siteProfile', id: 'handbook', row: { id: 'handbook', title: ['h1.page'], byline: [], kind: null } },
  ]);
  expect(await apply(STRATEGY + WIKI)).toEqual(NOTHING);
  await apply(STRATEGY);
  expect((await hanna.pull(next)).changes).toEqual([{ kind: 'siteProfile', id: 'handbook', row: null }]);
});

test('[AD1] what a company says of its addresses joins clips of one page, and those from before know it too', async () => {
  const clip = (query: string) => sampleClip({ address: `https://handbuch.nordwerk.example/page?id=7&${query}` });
  const [early, late] = [clip('from=search'), clip('from=menu')];
  await hanna.push(saveClip(early));
  await apply(STRATEGY + WIKI);
  await hanna.push(saveClip(late));
  const topics = async () => {
    const rows = (await hanna.pull()).changes.flatMap((change) => (change.kind === 'clip' ? change.row : []));
    return rows.map((row) => row?.topicId);
  };
  expect(await topics()).toEqual([early.id, early.id]);
});
