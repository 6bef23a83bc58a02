import { beforeEach, describe, expect, test } from 'vitest';
import type { Cursor } from '../../../protocol/cursor.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { type Change, pullResponseSchema } from '../../../protocol/pull.ts';
import { keysQuery, readerOf } from '../../../server/pull/reader.ts';
import { beginEpoch } from '../../../server/rows/queue.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { openTestQueue, STRATEGY, type TestDevice, type TestQueue } from '../queue.ts';
import { decide, fillBrief, sampleClip, sampleDecision, saveClip } from '../samples.ts';
import { onPostgres } from '../test-store.ts';

let queue: TestQueue;
let hanna: TestDevice;
let mara: TestDevice;
beforeEach(async () => {
  queue = await openTestQueue();
  [hanna, mara] = [await queue.join('hanna'), await queue.join('mara')];
});

const keys = (changes: readonly Change[]) => changes.map(({ kind, id }) => `${kind} ${id}`);
const manyClips = (count: number) => Array.from({ length: count }, () => saveClip(sampleClip()));

/** Everything by pages of `limit`, as a device holds it in the end. */
async function pullAll(device: TestDevice, limit: number, cursor: Cursor | null = null) {
  const held = new Map<string, unknown>();
  let pages = 0;
  for (let more = true; more; pages += 1) {
    const page = pullResponseSchema.parse(await device.pull(cursor, limit));
    expect(page.changes.length).toBeLessThanOrEqual(limit);
    if (page.reset) held.clear();
    for (const { kind, id, row } of page.changes) {
      if (row === null) held.delete(`${kind} ${id}`);
      else held.set(`${kind} ${id}`, row);
    }
    ({ cursor, more } = page);
  }
  return { held, pages, cursor };
}

describe('pages', () => {
  test('[PL1] small pages bring the same as one large page, each change once', async () => {
    await hanna.push(...manyClips(30));
    const whole = await pullAll(mara, 500);
    const parts = await pullAll(mara, 7);
    expect(parts.held).toEqual(whole.held);
    expect(parts.pages).toBeGreaterThan(10);
    expect(parts.cursor).toEqual(whole.cursor);
  });

  test('[PL1] after everything arrived a page is empty and stays where it is', async () => {
    await hanna.push(...manyClips(3));
    const { cursor } = await pullAll(mara, 500);
    const next = await mara.pull(cursor);
    expect(next).toEqual({ reset: false, cursor, more: false, changes: [] });
  });

  test('[PL1] a page reaches past what its reader may not see', async () => {
    const jonas = await queue.join('jonas');
    const { cursor } = await jonas.pull();
    const clip = sampleClip();
    const { seq } = await hanna.push(saveClip(clip));
    const page = await jonas.pull(cursor);
    expect(page.cursor.seq).toBe(seq);
    expect(page.changes.map(({ kind }) => kind)).toEqual(['address']);
  });

  test('[PL1] rows that change between two pages arrive as they became', async () => {
    const [first, ...others] = Array.from({ length: 10 }, () => sampleClip());
    if (first === undefined) throw new Error('no sample');
    await hanna.push(saveClip(first), ...others.map(saveClip));
    const page = await mara.pull(null, 25);
    await hanna.push({ name: 'editClip', clipId: first.id, changes: { title: 'Neuer Titel' } });
    const rest = await pullAll(mara, 25, page.cursor);
    expect(rest.held.get(`clip ${first.id}`)).toMatchObject({ clip: { title: 'Neuer Titel' } });
  });
});

test.each(['own', 'desk'] as const)(
  '[PL1] the keys of a page (%s) are read in the order of the log, without sorting',
  async (view) => {
    const { person } = view === 'desk' ? mara : hanna;
    // Of a table that fits a page PostgreSQL reads the whole.
    await queue.store.write((tx) =>
      tx.run(
        `INSERT INTO change_log (kind, id, seq)
         WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
         SELECT 'clip', CAST(i AS TEXT), i FROM n`,
      ),
    );
    await queue.store.write((tx) => tx.run('ANALYZE change_log'));
    const plan = await queue.store.read(async (sql) => {
      const reader = await readerOf(sql, person, null, { seq: 0, begunAt: 1, reset: true }, queue.time.now);
      const text = `${onPostgres ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN'} ${keysQuery(reader)}`;
      return sql.all<{ detail: string } & { 'QUERY PLAN': string }>(text, 0, 500, ...reader.knowsValues);
    });
    const steps = plan.map((step) => (onPostgres ? step['QUERY PLAN'] : step.detail));
    if (onPostgres) {
      expect(steps[1]).toMatch(/Index Scan using change_log_by_seq on change_log/);
      expect(steps.filter((step) => /Sort/.test(step))).toEqual([]);
    } else {
      expect(steps).toContain('SEARCH change_log USING INDEX change_log_by_seq (seq>?)');
      expect(steps.filter((step) => /TEMP B-TREE|SCAN/.test(step))).toEqual([]);
    }
  },
);

describe('reset', () => {
  test('[PL2] another epoch begins anew', async () => {
    await hanna.push(...manyClips(2));
    const { cursor } = await hanna.pull();
    await queue.store.write((tx) => beginEpoch(tx));
    const page = await hanna.pull(cursor);
    expect(page.reset).toBe(true);
    expect(page.cursor.epoch).not.toBe(cursor.epoch);
    expect(page.changes.filter(({ kind }) => kind === 'clip')).toHaveLength(2);
  });

  test('[PL2] another role begins anew with what it may see', async () => {
    const jonas = await queue.join('jonas');
    await hanna.push(...manyClips(2));
    const { cursor } = await jonas.pull();
    const promoted = STRATEGY.replace('jonas: { name: Jonas Petersen,', '$& roles: [editor],');
    await applyStrategy(queue.store, readStrategy(promoted));
    const page = await jonas.pull(cursor);
    expect(page.reset).toBe(true);
    expect(page.changes.filter(({ kind }) => kind === 'clip')).toHaveLength(2);
    await applyStrategy(queue.store, readStrategy(STRATEGY));
    const back = await jonas.pull(page.cursor);
    expect(back.reset).toBe(true);
    expect(back.changes.filter(({ kind }) => kind === 'clip')).toHaveLength(0);
  });

  test.each<[string, (cursor: Cursor) => Cursor]>([
    ['a position that the log has not reached', (cursor) => ({ ...cursor, seq: cursor.seq + 1 })],
    ['somebody else’s cursor', (cursor) => ({ ...cursor, view: cursor.view.replace('hanna', 'mara') })],
    ['a made-up view', (cursor) => ({ ...cursor, view: 'desk' })],
    ['an empty view', (cursor) => ({ ...cursor, view: '' })],
  ])('[PL2] %s begins anew', async (_what, change) => {
    const { cursor } = await hanna.pull();
    expect((await hanna.pull(change(cursor))).reset).toBe(true);
  });
});

describe('entering and leaving a view', () => {
  test('[PL2] a published topic reaches everybody whole, and is taken back from everybody', async () => {
    const jonas = await queue.join('jonas');
    const clip = sampleClip();
    await hanna.push(saveClip(clip));
    const before = await jonas.pull();
    const steps = (['accepted', 'in_work', 'published'] as const).map((to) => sampleDecision(clip.id, { to }));
    for (const [index, step] of steps.entries()) step.after = steps[index - 1]?.id ?? null;
    const published = steps.at(-1)?.id ?? null;
    await mara.push(fillBrief(clip.id), ...steps.map(decide));
    const during = await jonas.pull(before.cursor);
    expect(during.changes).toContainEqual(
      expect.objectContaining({ kind: 'topic', row: expect.objectContaining({ id: clip.id, state: 'published' }) }),
    );
    expect(during.changes.filter(({ kind }) => kind === 'clip')).toEqual([]);
    await mara.push(decide(sampleDecision(clip.id, { after: published, undoes: published, to: 'in_work' })));
    const after = await jonas.pull(during.cursor);
    expect(after.changes).toContainEqual({ kind: 'topic', id: clip.id, row: null });
    // Whoever comes now never held it and hears nothing of it.
    expect(keys((await jonas.pull()).changes)).not.toContain(`topic ${clip.id}`);
  });

  test('[PL2] nothing is taken back from a device that never had it', async () => {
    const clip = sampleClip();
    await hanna.push(saveClip(clip), { name: 'withdrawClip', clipId: clip.id });
    for (const device of [hanna, mara]) {
      expect((await device.pull()).changes.filter(({ row }) => row === null)).toEqual([]);
    }
  });

  test('[PL2] what is withdrawn while a device pages through is taken back from it', async () => {
    const clips = Array.from({ length: 10 }, () => sampleClip());
    await hanna.push(...clips.map(saveClip));
    const page = await mara.pull(null, 25);
    for (const clip of clips) await hanna.push({ name: 'withdrawClip', clipId: clip.id });
    const changes: Change[] = [...page.changes];
    let { cursor, more } = page;
    while (more) {
      const next = await mara.pull(cursor, 25);
      changes.push(...next.changes);
      ({ cursor, more } = next);
    }
    const held = new Map(changes.map((change) => [`${change.kind} ${change.id}`, change.row]));
    expect([...held].filter(([key, row]) => /^(clip|topic|address)/.test(key) && row !== null)).toEqual([]);
  });
});

describe('the working set', () => {
  const later = (days: number) => {
    queue.time.now += days * 86_400_000;
  };
  const decline = (id: string) => decide(sampleDecision(id, { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' }));

  test('[VI2] the desk begins with what is open or changed lately; the submitter keeps all of their own', async () => {
    const [old, open] = [sampleClip(), sampleClip()];
    await hanna.push(saveClip(old), saveClip(open));
    await mara.push(decline(old.id));
    later(LIMITS.workingSetDays + 1);
    const desk = keys((await mara.pull()).changes);
    expect(desk).toEqual(expect.arrayContaining([`topic ${open.id}`, `clip ${open.id}`]));
    expect(desk).not.toContain(`topic ${old.id}`);
    expect(desk).not.toContain(`clip ${old.id}`);
    expect(keys((await hanna.pull()).changes)).toEqual(
      expect.arrayContaining([`topic ${old.id}`, `clip ${old.id}`, `topic ${open.id}`, `clip ${open.id}`]),
    );
  });

  test('[VI2][PL2] a topic reopened after a long time enters the desk’s view with its clips', async () => {
    const old = sampleClip();
    await hanna.push(saveClip(old));
    const declined = sampleDecision(old.id, { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' });
    await mara.push(decide(declined));
    later(LIMITS.workingSetDays + 1);
    const timo = await queue.join('timo');
    const { cursor } = await timo.pull();
    await mara.push(decide(sampleDecision(old.id, { after: declined.id, to: 'new' })));
    expect(keys((await timo.pull(cursor)).changes).sort()).toEqual(
      [`address ${(await addressKeys())[0]}`, `clip ${old.id}`, `topic ${old.id}`].sort(),
    );
  });

  test('[VI2] the desk holds at most 10,000 topics, the newest', async () => {
    const count = LIMITS.workingSetTopics + 5;
    await queue.store.write(async (tx) => {
      await tx.run(
        `INSERT INTO topic (id, title, kind, department_id, state, state_since, supporter_count, created_at, changed_at)
         WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${count})
         SELECT 't' || substr(CAST(100000 + i AS TEXT), 2), 'x', 'news', 'hr', 'new', i, 0, i, i FROM n`,
      );
      await tx.run(
        `INSERT INTO change_log (kind, id, seq)
         SELECT 'topic', id, (SELECT seq FROM queue) + 1 + created_at FROM topic`,
      );
      await tx.run(`UPDATE queue SET seq = seq + ${count}`);
    });
    const { held } = await pullAllRaw(mara);
    const topics = held.filter((key) => key.startsWith('topic'));
    expect(topics).toHaveLength(LIMITS.workingSetTopics);
    expect(topics).not.toContain('topic t00004');
    expect(topics).toContain('topic t00005');
  });

  const addressKeys = async () =>
    (await queue.store.read((sql) => sql.all<{ key: string }>('SELECT key FROM address'))).map(({ key }) => key);

  /** Without parsing each row: the ids of this test are no UUIDs. */
  async function pullAllRaw(device: TestDevice) {
    const held: string[] = [];
    let cursor: Cursor | null = null;
    for (let more = true; more; ) {
      const page = await device.pull(cursor);
      held.push(...keys(page.changes));
      ({ cursor, more } = page);
    }
    return { held };
  }
});
