import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pages, readRows } from '../../../server/copy/rows.ts';
import { openStore } from '../../../server/store/open.ts';
import { sqliteTables } from '../../../server/store/sqlite-tables.ts';
import type { Store } from '../../../server/store/store.ts';
import { PROGRAM } from '../process.ts';
import { openTestQueue, type TestQueue } from '../queue.ts';
import { ask, sampleClip, sampleQuestion, saveClip } from '../samples.ts';
import { newDatabase } from '../test-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'clipdesk-copy-'));
const file = join(folder, 'queue.sqlite');
let source: Store;
let queue: TestQueue;
beforeAll(async () => {
  source = await openStore(file);
  queue = await openTestQueue(source);
  await fill(60);
  const [hanna, mara] = [await queue.join('hanna'), await queue.join('mara')];
  const clip = sampleClip();
  await hanna.push(saveClip(clip));
  await mara.push(ask(sampleQuestion(clip.id, { toId: 'hanna' })));
  await source.write((tx) =>
    tx.run(
      `INSERT INTO picture (clip_id, hash, type, bytes) VALUES ($1, 'h', 't', $2)`,
      clip.id,
      new Uint8Array([0, 255]),
    ),
  );
});
afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true });
});

async function fill(count: number): Promise<void> {
  const hanna = await queue.join('hanna');
  await hanna.push(
    ...Array.from({ length: count }, (_, index) => saveClip(sampleClip({ title: `Größe ${index} 👍` }))),
  );
}

const args = (from: string, to: string) => [PROGRAM, 'copy', '--from', from, '--to', to];
const copy = async (from: string, to: string) => (await promisify(execFile)(process.execPath, args(from, to))).stdout;

/** Everything that a database says. */
async function everything(place: string): Promise<Record<string, string[]>> {
  const store = await openStore(place);
  const tables = (await store.tables()).filter(({ name }) => name !== 'migration' && name !== 'turn');
  const rows = await store.read(async (sql) => {
    const said: [string, string[]][] = [];
    for (const table of tables.sort((a, b) => (a.name < b.name ? -1 : 1)))
      said.push([table.name, (await readRows(sql, table, [], [])).map((row) => row.said)]);
    return Object.fromEntries(said);
  });
  await store.close();
  return rows;
}

test('a queue that is in use goes to PostgreSQL and back, and every table says the same', async () => {
  const target = await newDatabase('none');
  const said = await copy(file, target);
  expect(said).toMatch(/^clip: 61 rows, digest [0-9a-f]{16}, 61 written, 0 removed$/m);
  expect(said).toMatch(/copied: both databases say the same\n$/);
  const [before, after] = [await everything(file), await everything(target)];
  expect(after).toEqual(before);
  expect(after.picture).toHaveLength(1);

  const back = join(folder, 'back.sqlite');
  await copy(target, back);
  // With the note of this copy, which the source has too.
  expect(await everything(back)).toEqual(await everything(target));
});

test('addresses may come from the environment, and large rows are read a few at once', async () => {
  const target = join(folder, 'by-environment.sqlite');
  const { id } = sampleClip();
  const hanna = await queue.join('hanna');
  await hanna.push(...Array.from({ length: 40 }, (_, at) => saveClip(sampleClip(at === 0 ? { id } : {}))));
  await source.write((tx) =>
    tx.run(
      `INSERT INTO picture (clip_id, hash, type, bytes)
       SELECT id, 'h', 't', $1 FROM clip WHERE id NOT IN (SELECT clip_id FROM picture)`,
      new Uint8Array(200_000),
    ),
  );
  const sizes = await source.read(async (sql) => {
    const table = (await sqliteTables(sql)).find(({ name }) => name === 'picture');
    const found: number[] = [];
    if (table !== undefined) for await (const { rows } of pages(sql, table)) found.push(rows.length);
    return found;
  });
  expect(Math.max(...sizes)).toBe(20);
  expect(sizes.length).toBeGreaterThan(5);
  const env = { ...process.env, CLIPDESK_COPY_FROM: file, CLIPDESK_COPY_TO: target };
  await promisify(execFile)(process.execPath, [PROGRAM, 'copy'], { env });
  expect(await everything(target)).toEqual(await everything(file));
  const audit = await source.read((sql) => sql.all(`SELECT act, subject FROM audit ORDER BY done_at DESC LIMIT 1`));
  expect(audit).toEqual([{ act: 'copy', subject: 'by-environment.sqlite' }]);
  await source.write((tx) => tx.run(`DELETE FROM picture WHERE hash = 'h' AND type = 't' AND clip_id <> $1`, id));
});

test('run again it brings what is new, takes what is gone, and leaves the rest', async () => {
  const target = await newDatabase('none');
  await copy(file, target);
  // The note of the copy itself, and nothing else.
  const again = await copy(file, target);
  expect(again.match(/^.*[1-9]\d* (written|removed)/gm)).toEqual([
    expect.stringMatching(/^audit: \d+ rows, digest \w+, 1 written$/),
  ]);
  const jonas = await queue.join('jonas');
  const clip = sampleClip();
  await jonas.push(saveClip(clip));
  await copy(file, target);
  await jonas.push({ name: 'withdrawClip', clipId: clip.id });
  await fill(3);
  const said = await copy(file, target);
  expect(said).toMatch(/^topic: \d+ rows, digest \w+, 3 written, 1 removed$/m);
  expect(await everything(target)).toEqual(await everything(file));
});

test('a copy that is killed in the middle leaves nothing behind, and the next one is whole', async () => {
  const target = await newDatabase('none');
  const child = spawn(process.execPath, args(file, target), { stdio: ['ignore', 'pipe', 'inherit'] });
  // It tells of the first tables when they are written, and many are still to come.
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect((await everything(target)).clip).toEqual([]);
  await copy(file, target);
  expect(await everything(target)).toEqual(await everything(file));
});

test('a target that is another queue, or went on by itself, is refused and stays as it is', async () => {
  const other = await newDatabase('none');
  const store = await openStore(other);
  const held = await openTestQueue(store);
  await expect(copy(file, other)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('another queue') });
  await held.join('hanna');
  await store.close();

  const target = await newDatabase('none');
  await copy(file, target);
  const ahead = await openStore(target);
  await ahead.write(async (tx) => tx.changed('goal', 'apprentices'));
  await ahead.close();
  const before = await everything(target);
  await expect(copy(file, target)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('1 changes') });
  expect(await everything(target)).toEqual(before);
});

test('a source that is not there is not made', async () => {
  await expect(copy(join(folder, 'nowhere.sqlite'), join(folder, 'new.sqlite'))).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('there is no file'),
  });
});
