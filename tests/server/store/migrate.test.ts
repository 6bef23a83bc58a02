import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { hashSecret } from '../../../server/rows/devices.ts';
import { refreshTokens } from '../../../server/sign-in/refresh.ts';
import { ACCESS_MS, IDLE_MS } from '../../../server/sign-in/tokens.ts';
import { DatabaseTooNew, migrate } from '../../../server/store/migrate.ts';
import { MIGRATIONS } from '../../../server/store/migrations/index.ts';
import type { Migration } from '../../../server/store/migrations/migration.ts';
import { openPostgresStore } from '../../../server/store/postgres.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import { order } from '../cluster/database.ts';
import { PROGRAM } from '../process.ts';
import { openTestQueue } from '../queue.ts';
import { sampleClip } from '../samples.ts';
import { newDatabase, onPostgres, openTestStore } from '../test-store.ts';

const next: Migration = {
  number: (MIGRATIONS.at(-1)?.number ?? 0) + 1,
  name: 'next',
  up: (sql) => sql.run('CREATE TABLE later (id TEXT PRIMARY KEY)'),
};

test('migrations are numbered in their order, each with a number of its own', () => {
  const numbers = MIGRATIONS.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
});

test('each migration runs once', async () => {
  const store = await openTestStore();
  for (let times = 0; times < 2; times += 1) await store.write((tx) => migrate(tx, 7, [...MIGRATIONS, next]));
  expect(await store.read((sql) => sql.all('SELECT number, name FROM migration ORDER BY number'))).toEqual([
    ...MIGRATIONS.map(({ number, name }) => ({ number, name })),
    { number: next.number, name: 'next' },
  ]);
  await store.close();
});

test('a migration that fails leaves the database as it was', async () => {
  const store = await openTestStore();
  const broken: Migration = {
    ...next,
    up: async (sql) => {
      await next.up(sql, 7);
      throw new Error('out of luck');
    },
  };
  await expect(store.write((tx) => migrate(tx, 7, [...MIGRATIONS, broken]))).rejects.toThrow('out of luck');
  await expect(store.read((sql) => sql.all('SELECT * FROM later'))).rejects.toThrow();
  await store.close();
});

test('a database of a newer program is refused', async () => {
  const store = await openTestStore();
  await store.write((tx) => migrate(tx, 7, [...MIGRATIONS, next]));
  await expect(store.write((tx) => migrate(tx, 8))).rejects.toThrow(DatabaseTooNew);
  await store.close();
});

test('clips of the first version say what they did not say yet', async () => {
  const store = await openTestStore();
  const [read] = MIGRATIONS.slice(1);
  const bodies = [
    { title: 'A', picture: null },
    { title: 'B', picture: { hash: 'x' }, access: 'excerpt_only' },
  ];
  await store.write(async (tx) => {
    await tx.run(`INSERT INTO person (id, name, roles, source, active) VALUES ('p', 'P', '[]', 'strategy', 1)`);
    for (const [at, body] of bodies.entries())
      await tx.run(
        `INSERT INTO clip (id, topic_id, submitter_id, body, received_at) VALUES ($1, 't', 'p', $2, 1)`,
        `${at}`,
        JSON.stringify(body),
      );
    await tx.run(`INSERT INTO clip (id, topic_id, submitter_id, received_at) VALUES ('withdrawn', 't', 'p', 1)`);
    await read?.up(tx, 7);
  });
  const rows = await store.read((sql) => sql.all<{ body: string | null }>('SELECT body FROM clip ORDER BY id'));
  const said = { quotePlace: null, context: null, clippedImage: null };
  expect(rows.map(({ body }) => (body === null ? null : JSON.parse(body)))).toEqual([
    { ...said, access: 'full', title: 'A', picture: null },
    { ...said, access: 'excerpt_only', title: 'B', picture: { alt: '', hash: 'x' } },
    null,
  ]);
  await store.close();
});

test('[SI1] a device that joined long ago goes on after the update, from its day on', async () => {
  const place = await newPlace();
  const [token, now] = ['a'.repeat(43), 1_000 * 86_400_000];
  await (await place.open(MIGRATIONS.slice(0, 5))).close();
  await place.order(
    `INSERT INTO person (id, name, roles, source, active) VALUES ('p', 'P', '["submitter"]', 'invitation', 1)`,
    `INSERT INTO device (id, person_id, name, joined_at, token_hash) VALUES ('d', 'p', 'D', 1, '${hashSecret(token)}')`,
  );
  const store = await place.open(MIGRATIONS, now);
  onTestFinished(() => store.close());
  const clock = () => now + IDLE_MS;
  expect(await refreshTokens({ store, clock, provider: null }, token)).toMatchObject({ accessMs: ACCESS_MS });
});

test('entries of the strategy have the fields of today, and whom it names everybody hears of', async () => {
  const place = await newPlace();
  const before = MIGRATIONS.filter(({ number }) => number < 11);
  await (await place.open(before)).close();
  const row = (kind: string, id: string, body: object) =>
    `INSERT INTO strategy (kind, id, body) VALUES ('${kind}', '${id}', '${JSON.stringify({ id, ...body })}')`;
  await place.order(
    `INSERT INTO person (id, name, roles, source, active) VALUES ('rosa', 'Rosa', '["submitter"]', 'strategy', 1)`,
    `INSERT INTO person (id, name, roles, source, active) VALUES ('hugo', 'Hugo', '["submitter"]', 'strategy', 1)`,
    row('department', 'hr', { contactId: 'rosa', active: true }),
    row('department', 'old', { contactId: 'hugo', active: false }),
    row('channel', 'intranet', { ownerId: null, active: true }),
    row('goal', 'trust', { sponsorId: 'rosa', state: 'active' }),
  );
  const store = await place.open();
  onTestFinished(() => store.close());
  const [bodies, told] = await store.read(async (sql) => [
    await sql.all<{ body: string }>("SELECT body FROM strategy WHERE kind <> 'goal' ORDER BY id"),
    await sql.all<{ id: string }>("SELECT id FROM change_log WHERE kind = 'colleague'"),
  ]);
  expect(bodies.map(({ body }) => JSON.parse(body))).toEqual([
    { id: 'hr', contactId: 'rosa', active: true, pitchesPerQuarter: null, addresses: [] },
    { id: 'intranet', ownerId: null, active: true, benchmarks: [] },
    { id: 'old', contactId: 'hugo', active: false, pitchesPerQuarter: null, addresses: [] },
  ]);
  expect(told).toEqual([{ id: 'rosa' }]);
});

test('[AS4] who leads a topic hears of the minutes that others were asked for before they could be told', async () => {
  const place = await newPlace();
  await (await place.open(MIGRATIONS.filter(({ number }) => number < 20))).close();
  const topic = (id: string, lead: string) =>
    `INSERT INTO topic (id, title, kind, department_id, state, state_since, lead_id, supporter_count, created_at, changed_at)
     VALUES ('${id}', 'T', 'intranet', 'hr', 'accepted', 1, ${lead}, 1, 1, 1)`;
  const asked = (id: string, topicId: string, minutes: string) =>
    `INSERT INTO assignment (id, topic_id, to_id, role, deliverable, minutes_planned, state, asker_id, asked_at, changed_at)
     VALUES ('${id}', '${topicId}', 'p', 'expert', 'D', ${minutes}, 'asked', 'p', 1, 1)`;
  await place.order(
    `INSERT INTO person (id, name, roles, source, active) VALUES ('p', 'P', '["editor"]', 'strategy', 1)`,
    topic('led', "'p'"),
    topic('open', 'NULL'),
    asked('told', 'led', '45'),
    asked('unsaid', 'led', 'NULL'),
    asked('others', 'open', '45'),
    "INSERT INTO change_log (kind, id, seq) VALUES ('assignment', 'told', 1), ('assignment', 'others', 2)",
    'UPDATE queue SET seq = 2, followed = 2',
  );
  const store = await place.open();
  onTestFinished(() => store.close());
  const [log, queue] = await store.read(async (sql) => [
    await sql.all("SELECT id, seq FROM change_log WHERE kind = 'assignment' ORDER BY seq"),
    await sql.all('SELECT seq, followed FROM queue'),
  ]);
  expect(log).toEqual([
    { id: 'others', seq: 2 },
    { id: 'told', seq: 3 },
  ]);
  expect(queue).toEqual([{ seq: 3, followed: 3 }]);
});

/** The address or the file of a database without any shape, and how to open it and to give it orders. */
async function newPlace() {
  if (onPostgres) {
    const url = await newDatabase('none');
    return {
      database: url,
      open: (known?: readonly Migration[], now = 1) => openPostgresStore(url, now, known),
      order: (...texts: string[]) => order(url, ...texts),
    };
  }
  const folder = mkdtempSync(join(tmpdir(), 'clipdesk-migrate-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'queue.sqlite');
  return {
    database: file,
    open: (known?: readonly Migration[], now = 1) => openSqliteStore(file, now, known),
    order: async (...texts: string[]) => {
      const database = new DatabaseSync(file);
      for (const text of texts) database.exec(text);
      database.close();
    },
  };
}

/** Everybody's first rows, as the first shape had them. */
function firstRows(clipId: string): string[] {
  const {
    quotePlace: _place,
    access: _access,
    context: _context,
    clippedImage: _image,
    ...first
  } = sampleClip({ id: clipId });
  const body = JSON.stringify(first).replaceAll("'", "''");
  return [
    `INSERT INTO person (id, name, roles, department_id, source, active)
     VALUES ('hanna', 'Hanna Voss', '["submitter"]', 'hr', 'strategy', 1), ('mara', 'Mara Lind', '["editor"]', 'comms', 'strategy', 1)`,
    `INSERT INTO topic (id, title, kind, department_id, state, state_since, hold_until, supporter_count, cover_clip_id, created_at, changed_at)
     VALUES ('${clipId}', 'Werkstatt', 'intranet', 'hr', 'held', 5, 99, 1, '${clipId}', 4, 5)`,
    `INSERT INTO decision (id, topic_id, ordinal, from_state, to_state, actor_id, decided_at, hold_until)
     VALUES ('${crypto.randomUUID()}', '${clipId}', 0, 'new', 'held', 'mara', 5, 99)`,
    `INSERT INTO clip (id, topic_id, submitter_id, address_key, body, received_at)
     VALUES ('${clipId}', '${clipId}', 'hanna', '1.abc', '${body}', 4), ('gone', 'gone', 'hanna', NULL, NULL, 4)`,
    `INSERT INTO address (key, topic_id) VALUES ('1.abc', '${clipId}')`,
    `INSERT INTO client (id, person_id, last_number) VALUES ('client', 'hanna', 2)`,
    `INSERT INTO outcome (client_id, number, mutation_id) VALUES ('client', 2, 'mutation')`,
    `INSERT INTO change_log (kind, id, seq) VALUES ('clip', '${clipId}', 1), ('topic', '${clipId}', 2), ('address', '1.abc', 3)`,
    'UPDATE queue SET seq = 3',
  ];
}

test.each(MIGRATIONS.map(({ number }, index) => ({ number, known: MIGRATIONS.slice(0, index + 1) })))(
  'a database of shape $number with rows in it becomes one of the newest that works',
  async ({ known }) => {
    const place = await newPlace();
    const clipId = crypto.randomUUID();
    // Rows of the first shape go through every later one that this database has seen.
    await (await place.open(known.slice(0, 1))).close();
    await place.order(...firstRows(clipId));
    await (await place.open(known)).close();

    const store = await place.open();
    onTestFinished(() => store.close());
    const numbers = await store.read((sql) =>
      sql.all<{ number: number }>('SELECT number FROM migration ORDER BY number'),
    );
    expect(numbers.map(({ number }) => number)).toEqual(MIGRATIONS.map(({ number }) => number));
    const queue = await openTestQueue(store);
    const { changes } = await (await queue.join('hanna')).pull();
    const rowOf = (kind: string) => changes.find((change) => change.kind === kind)?.row;
    expect(rowOf('clip')).toMatchObject({ clip: { id: clipId, access: 'full', context: null }, topicId: clipId });
    expect(rowOf('topic')).toMatchObject({ id: clipId, state: 'held', holdUntil: 99, forMeeting: false, labels: [] });
    expect(await (await queue.join('mara')).pull()).toMatchObject({ more: false });
  },
);

test('processes that start at the same time make one database', async () => {
  const place = await newPlace();
  const env = { ...process.env, CLIPDESK_DATABASE: place.database };
  await Promise.all(
    Array.from({ length: 3 }, () => promisify(execFile)(process.execPath, [PROGRAM, 'people'], { env })),
  );
  const store = await place.open();
  expect(await store.read((sql) => sql.all('SELECT number FROM migration'))).toHaveLength(MIGRATIONS.length);
  expect(await store.read((sql) => sql.all('SELECT id FROM queue'))).toHaveLength(1);
  await store.close();
});

test('a program does not start on a database of a newer one', async () => {
  const place = await newPlace();
  await (await place.open([...MIGRATIONS, next])).close();
  await expect(place.open()).rejects.toThrow(DatabaseTooNew);
});
