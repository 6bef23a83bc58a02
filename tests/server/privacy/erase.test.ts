import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EVERYTHING } from '../../../protocol/topic-filter.ts';
import { erasePerson, FORMER_NAME } from '../../../server/privacy/erase.ts';
import { applyErasures, newFormerId, noteErasure } from '../../../server/privacy/erasures.ts';
import { exportPerson, OF_PERSON } from '../../../server/privacy/export.ts';
import { ACCESS, ACTS, OWN } from '../../../server/privacy/person-columns.ts';
import { addAudit } from '../../../server/rows/audit.ts';
import { revokeDevicesOf } from '../../../server/rows/devices.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { verify } from '../../../server/verify/verify.ts';
import { NOW, openTestQueue, STRATEGY, type TestDevice, type TestQueue } from '../queue.ts';
import { answer, ask, decide, sampleClip, sampleDecision, sampleQuestion, saveClip } from '../samples.ts';
import { onPostgres } from '../test-store.ts';

let queue: TestQueue;
let folder: string;
let mara: TestDevice;
let timo: TestDevice;
/** Came by an open invitation, so that no strategy names them. */
let gast: TestDevice;
const topics = { alone: '', shared: '', decided: '' };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clipdesk-privacy-'));
  queue = await openTestQueue();
  [mara, timo] = [await queue.join('mara'), await queue.join('timo')];
  await queue.store.write((tx) =>
    tx.run(
      `INSERT INTO person (id, name, roles, source, active) VALUES ('greta.gast', 'Greta Gast', '["submitter"]', 'invitation', 1)`,
    ),
  );
  gast = await queue.join('greta.gast');
  const picture = { hash: 'a'.repeat(64), type: 'image/webp' as const, width: 9, height: 9, bytes: 3, alt: '' };
  const clips = [1, 2, 3].map(() => sampleClip({ note: 'Geheime Notiz', picture }));
  const [alone, shared, decided] = clips;
  Object.assign(topics, { alone: alone?.id, shared: shared?.id, decided: decided?.id });
  await gast.push(...clips.map(saveClip));
  await queue.store.write((tx) =>
    tx.run(
      `INSERT INTO picture (clip_id, hash, type, bytes) VALUES ($1, 'h', 'image/webp', $2)`,
      topics.alone,
      new Uint8Array([1, 2, 3]),
    ),
  );
  await (await queue.join('jonas')).push(saveClip(sampleClip({ address: shared?.address ?? '' })));
  await mara.push(decide(sampleDecision(topics.decided)));
  const question = sampleQuestion(topics.shared, { toId: 'greta.gast' });
  await mara.push(ask(question));
  await gast.push(answer(question.id, 'Eine ehrliche Antwort'));
  await queue.store.write((tx) =>
    addAudit(tx, { at: NOW, who: 'root', origin: 'host', act: 'invite', subject: 'greta.gast' }),
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const addGreta = () =>
  queue.store.write((tx) =>
    tx.run(
      `INSERT INTO person (id, name, roles, source, active) VALUES ('greta.gast', 'Greta Gast', '[]', 'invitation', 1)`,
    ),
  );

const erase = async (personId: string, withContent = false) => {
  const how = { formerId: newFormerId(), withContent, at: NOW };
  const { result } = await queue.store.write((tx) => erasePerson(tx, personId, how));
  return result;
};

/** Each engine knows its own tables and references. */
const TABLES = onPostgres
  ? 'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()'
  : `SELECT name FROM sqlite_schema WHERE type = 'table'`;
const REFERENCES = onPostgres
  ? `SELECT conrelid::regclass::text AS name, attname AS column FROM pg_constraint
     JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
     WHERE contype = 'f' AND confrelid = 'person'::regclass`
  : `SELECT sqlite_schema.name, keys."from" AS column
     FROM sqlite_schema, pragma_foreign_key_list(sqlite_schema.name) AS keys WHERE keys."table" = 'person'`;

/** Everything in the database as text, but the log, which holds keys that devices have to hear of. */
async function everything(): Promise<string> {
  return queue.store.read(async (sql) => {
    const tables = await sql.all<{ name: string }>(TABLES);
    const rows = [];
    for (const { name } of tables) if (name !== 'change_log') rows.push(...(await sql.all(`SELECT * FROM ${name}`)));
    return JSON.stringify(rows);
  });
}

test('every column that refers to a person is known to the erasure', async () => {
  const known = [
    ...ACTS.map(({ table, column }) => `${table}.${column}`),
    ...[...ACCESS, ...OWN].map(({ table }) => `${table}.person_id`),
  ];
  const referring = await queue.store.read((sql) => sql.all<{ name: string; column: string }>(REFERENCES));
  expect(referring.map(({ name, column }) => `${name}.${column}`).filter((each) => !known.includes(each))).toEqual([]);
});

test('nothing in the database leads back to whoever was erased; topics, decisions and supporters stay', async () => {
  const { formerId } = await erase('greta.gast');
  expect(await everything()).not.toMatch(/greta|Greta Gast/i);
  const { changes } = await timo.pull();
  const clips = changes.filter((change) => change.kind === 'clip');
  const theirs = clips.filter(({ row }) => row?.submitter.id === formerId);
  expect(theirs.map(({ row }) => row?.submitter.name)).toEqual([FORMER_NAME, FORMER_NAME, FORMER_NAME]);
  expect(
    changes
      .filter((change) => change.kind === 'topic')
      .map(({ row }) => row?.supporterCount)
      .sort(),
  ).toEqual([1, 1, 2]);
  expect(await verify(queue.store)).toEqual([]);
});

test('devices hear of it, and those of the erased person are out at once', async () => {
  const { cursor } = await timo.pull();
  await erase('greta.gast');
  const { changes } = await timo.pull(cursor);
  expect(changes.filter(({ kind }) => kind === 'clip')).toHaveLength(3);
  expect(changes.find(({ kind }) => kind === 'question')?.row).toMatchObject({
    to: { name: FORMER_NAME },
    answer: 'Eine ehrliche Antwort',
  });
  expect((await gast.post(gast.pushRequest([]))).status).toBe(401);
});

test('a list of what the erased person leads goes on as that of the former colleague, and its owner hears of it', async () => {
  const view = {
    id: crypto.randomUUID(),
    name: 'Gretas',
    filter: { ...EVERYTHING, leadId: 'greta.gast' },
    shared: true,
  };
  await mara.push({ name: 'saveView', view });
  const { cursor } = await mara.pull();
  const { formerId } = await erase('greta.gast');
  const { changes } = await mara.pull(cursor);
  expect(changes.find(({ kind }) => kind === 'savedView')?.row).toMatchObject({ filter: { leadId: formerId } });
  expect(await everything()).not.toMatch(/greta\.gast/);
});

test('with their content, what they wrote goes too, and undecided topics with it', async () => {
  await erase('greta.gast', true);
  expect(await everything()).not.toMatch(/Geheime Notiz|Eine ehrliche Antwort/);
  const { changes } = await timo.pull();
  const left = changes.filter((change) => change.kind === 'topic').map(({ id, row }) => [id, row?.supporterCount]);
  expect(Object.fromEntries(left)).toEqual({ [topics.shared]: 1, [topics.decided]: 0 });
  expect(await verify(queue.store)).toEqual([]);
});

test('whom the strategy names is not erased, and the refusal says where they stand', async () => {
  await expect(erase('hanna')).rejects.toThrow('"hanna" stands in the strategy (people, department hr)');
  const without = STRATEGY.replace(/ {2}hanna:.*\n/, '').replace(', contactId: hanna', '');
  await applyStrategy(queue.store, readStrategy(without));
  await erase('hanna');
  // Pages name their authors; that is what the page says.
  expect((await everything()).replaceAll('Hanna Voss', '')).not.toMatch(/"hanna|hanna"/i);
});

test('an editor who is erased stays in what was decided, without a name', async () => {
  await applyStrategy(queue.store, readStrategy(STRATEGY.replace(/ {2}mara:.*\n/, '')));
  const { formerId } = await erase('mara');
  const topic = (await timo.pull()).changes.find(({ id, kind }) => kind === 'topic' && id === topics.decided);
  expect(topic?.row).toMatchObject({ lead: { id: formerId }, decisions: [{ actor: { name: FORMER_NAME } }] });
});

test('a backup from before is erased again from the list, and only once', async () => {
  const file = join(folder, 'erasures');
  const { personHash } = await erase('greta.gast');
  noteErasure(file, { personHash, formerId: newFormerId(), withContent: true, at: NOW });
  expect(readFileSync(file, 'utf8')).not.toContain('greta');
  expect(await applyErasures(queue.store, file, () => undefined)).toBe(0);
  // As a backup has it.
  await addGreta();
  await queue.store.write((tx) => tx.run('DELETE FROM erasure'));
  expect(await applyErasures(queue.store, file, () => undefined)).toBe(1);
  expect(await everything()).not.toMatch(/greta/i);
});

test('who came anew under the same id stays, unless they were erased again since the backup', async () => {
  const file = join(folder, 'erasures');
  const erasure = await erase('greta.gast');
  noteErasure(file, erasure);
  await addGreta();
  expect(await applyErasures(queue.store, file, () => undefined)).toBe(0);
  expect(await everything()).toMatch(/Greta Gast/);
  noteErasure(file, { ...erasure, formerId: newFormerId(), withContent: true, at: NOW + 1 });
  expect(await applyErasures(queue.store, file, () => undefined)).toBe(1);
  const noted = await queue.store.read((sql) => sql.all('SELECT with_content, erased_at FROM erasure'));
  expect(noted).toEqual([{ with_content: 1, erased_at: NOW + 1 }]);
  expect(await applyErasures(queue.store, file, () => undefined)).toBe(0);
});

test('an export reads every column that refers to a person, but those of tables that hold nothing but hashes', () => {
  const texts = Object.values(OF_PERSON).map((text) => text.replace(/\s+/g, ' '));
  const reads = (table: string, column: string) =>
    texts.some((text) => new RegExp(`FROM ${table}\\b.* WHERE (\\w+\\.)?${column} = \\$1`).test(text));
  const hashes = ['access_token', 'outcome', 'sign_in_code'];
  const wanted = [
    ...ACTS.map(({ table, column }) => ({ table, column })),
    ...ACCESS.filter(({ table }) => !hashes.includes(table)).map(({ table }) => ({ table, column: 'person_id' })),
    ...OWN.map(({ table }) => ({ table, column: 'person_id' })),
  ];
  expect(wanted.filter(({ table, column }) => !reads(table, column))).toEqual([]);
});

test('an export says what no column does: who they are at the provider, where strategy and escalations name them', async () => {
  const target = join(folder, 'hanna');
  await applyStrategy(
    queue.store,
    readStrategy(STRATEGY.replace('{ name: Hanna Voss,', '{ name: Hanna Voss, account: Hanna@nordwerk.example,')),
  );
  const hanna = await queue.join('hanna');
  const view = { id: crypto.randomUUID(), name: 'Hannas', filter: { ...EVERYTHING, leadId: 'hanna' }, shared: true };
  await mara.push({ name: 'saveView', view });
  await queue.store.write(async (tx) => {
    await tx.run(`INSERT INTO identity (issuer, subject, person_id) VALUES ('https://login.example', 's-1', 'hanna')`);
    const told = { level: 'duty', person: { id: 'hanna', name: 'Hanna Voss' }, at: NOW };
    await tx.run('UPDATE topic SET escalation = $2 WHERE id = $1', topics.decided, JSON.stringify(told));
    await revokeDevicesOf(tx, 'hanna', NOW);
  });
  expect((await hanna.post(hanna.pushRequest([]))).status).toBe(401);
  await exportPerson(queue.store, 'hanna', target);
  expect(JSON.parse(readFileSync(join(target, 'person.json'), 'utf8'))).toMatchObject({
    identities: [{ issuer: 'https://login.example', subject: 's-1' }],
    accounts: ['hanna@nordwerk.example'],
    devices: [{ revoked_at: NOW, revoked_because: 'operator' }],
    escalations: [{ topic_id: topics.decided, level: 'duty', at: NOW }],
    strategy: [{ kind: 'department', id: 'hr', body: { contactId: 'hanna' } }],
    namedInViews: [{ id: view.id }],
  });
});

test('an export holds what a person did, was asked and may be shown, with their pictures, and no secret', async () => {
  const target = join(folder, 'greta');
  expect(await exportPerson(queue.store, 'greta.gast', target)).toBe(2);
  const text = readFileSync(join(target, 'person.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    person: { id: 'greta.gast', name: 'Greta Gast' },
    clips: [{ body: { note: 'Geheime Notiz' } }, {}, {}],
    questionsAnswered: [{ answer: 'Eine ehrliche Antwort' }],
    devices: [{ name: 'Test' }],
    audit: [{ act: 'invite' }],
  });
  expect(text).not.toMatch(/token|code_hash/i);
  expect(readdirSync(join(target, 'pictures'))).toEqual([`${topics.alone}.webp`]);
  await expect(exportPerson(queue.store, 'jonas', target)).rejects.toThrow('EEXIST');
  expect(await exportPerson(queue.store, 'nobody', join(folder, 'other'))).toBeNull();
});
