import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { ROUTES } from '../../../protocol/routes.ts';
import { erasePerson } from '../../../server/privacy/erase.ts';
import { newFormerId } from '../../../server/privacy/erasures.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { exportStrategy } from '../../../server/strategy/export.ts';
import { heldStrategy } from '../../../server/strategy/held.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { openTestQueue, STRATEGY, type TestDevice, type TestQueue } from '../queue.ts';
import { COMPANY, edit, fileOf, goalEntry, historyOf, openCompany, putGoal, saved, viewOf } from './company.ts';

let queue: TestQueue;
let adam: TestDevice;
let lena: TestDevice;
let hanna: TestDevice;
beforeEach(async () => {
  queue = await openCompany();
  [adam, lena, hanna] = [await queue.join('adam'), await queue.join('lena'), await queue.join('hanna')];
});

const problemOf = async (response: Promise<Response>) => {
  const answer = await response;
  return { status: answer.status, ...(await answer.json()) };
};
const held = () => queue.store.read(heldStrategy);

test('[SG1] the strategy is kept by leads and admins; the file and the people are the admins’', async () => {
  const { version, people, departments } = await viewOf(lena);
  // One after the other: a file is refused while somebody else changes what it changes.
  const asks = (device: TestDevice): [string, () => Promise<Response>][] => [
    ['read', () => device.send('GET', ROUTES.strategy)],
    ['history', () => device.send('GET', ROUTES.strategyVersions)],
    ['one version', () => device.send('GET', `${ROUTES.strategyVersions}/1`)],
    ['edit', () => edit(device, { basedOn: version, put: { section: 'departments', entry: departments[0] } })],
    ['export', () => device.send('GET', ROUTES.strategyFile)],
    ['import', () => device.send('POST', ROUTES.strategyFile, { yaml: COMPANY, basedOn: version, dryRun: true })],
    [
      'people',
      () =>
        edit(device, {
          basedOn: version,
          put: { section: 'people', entry: { ...people.find(({ id }) => id === 'hanna'), name: 'Hanna V.' } },
        }),
    ],
  ];
  const allowed: Record<string, string[]> = {};
  for (const device of [adam, lena, hanna, await queue.join('mara')]) {
    const answers: string[] = [];
    for (const [what, ask] of asks(device)) if ((await ask()).status === 200) answers.push(what);
    allowed[device.person.id] = answers;
  }
  expect(allowed).toEqual({
    adam: ['read', 'history', 'one version', 'edit', 'export', 'import', 'people'],
    lena: ['read', 'history', 'one version', 'edit'],
    hanna: [],
    mara: [],
  });
});

test('[SG1] an admin does not take their own role, another admin can', async () => {
  const { version, people } = await viewOf(adam);
  const me = people.find(({ id }) => id === 'adam');
  const mine = edit(adam, { basedOn: version, put: { section: 'people', entry: { ...me, roles: ['submitter'] } } });
  expect(await problemOf(mine)).toMatchObject({
    kind: 'strategy_faulty',
    errors: [{ kind: 'own_admin', path: 'people.adam.roles' }],
  });
  const leaving = edit(adam, { basedOn: version, remove: { section: 'people', id: 'adam' } });
  expect(await problemOf(leaving)).toMatchObject({ kind: 'strategy_faulty' });
});

test('[SG1] what people are called at the provider is told to admins alone', async () => {
  const { version, people } = await viewOf(adam);
  const entry = { ...people.find(({ id }) => id === 'hanna'), account: 'Hanna@nordwerk.example' };
  await saved(edit(adam, { basedOn: version, put: { section: 'people', entry } }));
  const accounts = async (device: TestDevice) => (await viewOf(device)).people.flatMap(({ account }) => account ?? []);
  expect(await accounts(adam)).toEqual(['hanna@nordwerk.example']);
  expect(await accounts(lena)).toEqual([]);
  expect(JSON.stringify(await historyOf(adam))).toContain('hanna@nordwerk');
  expect(JSON.stringify(await historyOf(lena))).not.toContain('hanna@nordwerk');
});

test('[SG2] each change is one version: who, when, which way, each field before and after', async () => {
  const { version } = await saved(putGoal(lena, 'trust', { target: 80 }));
  const { versions, more } = await historyOf(adam);
  expect(more).toBe(false);
  expect(versions[0]).toEqual({
    number: version,
    at: queue.time.now,
    by: { id: 'lena', name: 'Lena Lead' },
    account: null,
    way: 'edit',
    changes: [{ section: 'goals', id: 'trust', act: 'changed', fields: [{ path: 'target', before: 70, after: 80 }] }],
  });
  expect(versions.map(({ number }) => number)).toEqual([3, 2, 1]);
  expect(versions.at(-1)).toMatchObject({ by: null, way: 'command' });
  expect(await (await lena.send('GET', `${ROUTES.strategyVersions}/${version}`)).json()).toEqual(versions[0]);
  expect((await lena.send('GET', `${ROUTES.strategyVersions}/99`)).status).toBe(404);
  expect((await historyOf(adam, '?before=2')).versions.map(({ number }) => number)).toEqual([1]);
});

test('[SG2] what changes nothing is no version', async () => {
  const { version } = await viewOf(adam);
  expect(await saved(putGoal(adam, 'trust', {}))).toMatchObject({ version, changes: [] });
  await applyStrategy(queue.store, readStrategy(COMPANY));
  expect((await viewOf(adam)).version).toBe(version);
});

test('[SG2] two who change one entry: the second is told what the first did', async () => {
  const { version, entry } = await goalEntry(lena, 'trust');
  await saved(putGoal(adam, 'trust', { target: 80 }));
  const late = edit(lena, { basedOn: version, put: { section: 'goals', entry: { ...entry, target: 90 } } });
  expect(await problemOf(late)).toMatchObject({
    status: 409,
    kind: 'strategy_changed',
    since: [{ by: { name: 'Adam Admin' }, changes: [{ id: 'trust', fields: [{ path: 'target', after: 80 }] }] }],
  });
  expect((await goalEntry(lena, 'trust')).entry.target).toBe(80);
});

test('[SG2] two who change two entries are not in each other’s way, an import is in everybody’s', async () => {
  const { version, departments } = await viewOf(lena);
  const yaml = await fileOf(adam);
  await saved(putGoal(adam, 'trust', { target: 80 }));
  const entry = { ...departments.find(({ id }) => id === 'it'), pitchesPerQuarter: 4 };
  await saved(edit(lena, { basedOn: version, put: { section: 'departments', entry } }));
  const late = adam.send('POST', ROUTES.strategyFile, { yaml, basedOn: version, dryRun: false });
  expect((await problemOf(late)).since).toHaveLength(2);
});

test('[SG3] an import says each fault with path, kind and line, and changes nothing', async () => {
  const before = await held();
  const yaml = COMPANY.replace('target: 70', 'target: 70\n    periodTo: 2020-01-01')
    .replace('    periodTo: 2027-12-31\n', '')
    .replace('sponsorId: rosa', 'sponsorId: nobody')
    .replace('name: IT', 'name: Informatik');
  const { version } = await viewOf(adam);
  const answer = await problemOf(adam.send('POST', ROUTES.strategyFile, { yaml, basedOn: version, dryRun: false }));
  const lineOf = (part: string) => yaml.split('\n').findIndex((line) => line.includes(part)) + 1;
  expect(answer).toMatchObject({ status: 422, kind: 'strategy_faulty' });
  expect(answer.errors).toEqual([
    expect.objectContaining({ path: 'goals.trust.sponsorId', kind: 'not_there', line: lineOf('sponsorId: nobody') }),
    expect.objectContaining({ path: 'goals.trust.periodTo', kind: 'period_reversed', line: lineOf('2020-01-01') }),
  ]);
  expect(await held()).toEqual(before);
});

test('[SG3] a dry run says what an import would change and changes nothing, not even for devices', async () => {
  const { cursor } = await hanna.pull();
  const before = await held();
  const { version } = await viewOf(adam);
  const yaml = COMPANY.replace('target: 70', 'target: 75').replace('  it: { name: IT }', '  it: { name: Informatik }');
  const ask = (dryRun: boolean) => adam.send('POST', ROUTES.strategyFile, { yaml, basedOn: version, dryRun });
  const tried = await saved(ask(true));
  expect(tried.changes.map(({ section, id }) => `${section} ${id}`)).toEqual(['departments it', 'goals trust']);
  expect([await held(), (await hanna.pull(cursor)).changes]).toEqual([before, []]);
  const done = await saved(ask(false));
  expect(done.changes).toEqual(tried.changes);
  expect((await hanna.pull(cursor)).changes.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'department it',
    'goal trust',
  ]);
});

test.each([
  ['the example', () => readFileSync('server/strategy.example.yaml', 'utf8')],
  ['the company of these tests', () => COMPANY],
  [
    'texts that look like something else',
    () =>
      STRATEGY.replace(
        'name: IT }',
        `name: { de: 'null', en: '2026-01-31' }, owes: { de: ": # 'x' \\"y\\"", en: "zwei\\nZeilen" } }`,
      ),
  ],
])('[SG3] what is exported is read as what it was: %s', async (_what, yaml) => {
  const other = await openTestQueue();
  await applyStrategy(other.store, readStrategy(yaml()));
  const file = await other.store.read(heldStrategy);
  const exported = exportStrategy(file);
  expect(readStrategy(exported)).toEqual(file);
  expect(exportStrategy(readStrategy(exported))).toBe(exported);
  const { person, ...rest } = await applyStrategy(other.store, readStrategy(exported));
  expect([person, ...Object.values(rest)].flat()).toEqual([]);
});

test('[SG3] what was closed with somebody who left is exported as something that can be read', async () => {
  await applyStrategy(
    queue.store,
    readStrategy(`queue: { name: Nordwerk }
people:
  adam: { name: Adam Admin, roles: [admin, submitter] }
`),
  );
  const exported = await fileOf(adam);
  expect(readStrategy(exported)).toEqual(await held());
});

test('[SG3] an edit that names what is not there is refused with the field', async () => {
  const answer = await problemOf(putGoal(adam, 'trust', { audienceIds: ['nobody'] }));
  expect(answer).toMatchObject({ kind: 'strategy_faulty', errors: [{ path: 'goals.trust.audienceIds.0' }] });
});

test('removing an entry closes it as leaving it out of a file does', async () => {
  const { version } = await viewOf(adam);
  await saved(edit(adam, { basedOn: version, remove: { section: 'goals', id: 'trust' } }));
  await saved(edit(adam, { basedOn: version, remove: { section: 'channels', id: 'intranet' } }));
  const { goals, channels } = await viewOf(adam);
  expect([goals.find(({ id }) => id === 'trust')?.state, channels[0]?.active]).toEqual(['closed', false]);
});

test('an edit asks for whole days of a period, whatever moment came', async () => {
  await saved(putGoal(adam, 'trust', { periodFrom: Date.UTC(2026, 2, 3, 15), periodTo: Date.UTC(2027, 3, 4, 2) }));
  const { entry } = await goalEntry(adam, 'trust');
  expect([entry.periodFrom, entry.periodTo]).toEqual([Date.UTC(2026, 2, 3), Date.UTC(2027, 3, 5) - 1]);
});

test('somebody who came by invitation becomes one of the strategy when an admin gives them a role', async () => {
  await queue.store.write((tx) =>
    tx.run(
      `INSERT INTO person (id, name, roles, source, active) VALUES ('guest', 'Gesa Gast', '["submitter"]', 'invitation', 1)`,
    ),
  );
  expect((await viewOf(lena)).people.map(({ id }) => id)).not.toContain('guest');
  const { version, people } = await viewOf(adam);
  const { source, ...guest } = people.find(({ id }) => id === 'guest') ?? { source: null };
  expect(source).toBe('invitation');
  const put = { section: 'people', entry: { ...guest, roles: ['editor'] } };
  await saved(edit(adam, { basedOn: version, put }));
  expect((await viewOf(adam)).people.find(({ id }) => id === 'guest')).toMatchObject({
    source: 'strategy',
    roles: ['editor'],
  });
});

test('[VI2] whoever the strategy names is known to everybody, and no longer when it does not', async () => {
  const known = async () =>
    (await hanna.pull()).changes.flatMap(({ kind, id, row }) => (kind === 'colleague' && row !== null ? [id] : []));
  expect((await known()).sort()).toEqual(['adam', 'hanna', 'lena', 'mara', 'rosa', 'timo']);
  const { cursor } = await hanna.pull();
  await saved(putGoal(lena, 'trust', { sponsorId: 'jonas' }));
  expect((await hanna.pull(cursor)).changes).toEqual(
    expect.arrayContaining([
      { kind: 'colleague', id: 'rosa', row: null },
      expect.objectContaining({
        kind: 'colleague',
        id: 'jonas',
        row: expect.objectContaining({ name: 'Jonas Petersen' }),
      }),
    ]),
  );
  expect(await known()).not.toContain('rosa');
});

test('an erased person leaves the history, what they did stays', async () => {
  await saved(putGoal(lena, 'trust', { sponsorId: 'lena' }));
  await saved(putGoal(adam, 'trust', { sponsorId: 'rosa' }));
  const { version } = await viewOf(adam);
  await saved(edit(adam, { basedOn: version, remove: { section: 'people', id: 'lena' } }));
  await queue.store.write((tx) =>
    erasePerson(tx, 'lena', { formerId: newFormerId(), withContent: false, at: queue.time.now }),
  );
  const said = JSON.stringify(await historyOf(adam));
  expect(said).not.toMatch(/lena|Lena/);
  expect(said).toContain('former-');
});
