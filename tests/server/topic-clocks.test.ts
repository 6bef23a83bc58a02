import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { QUIET_MS } from '../../desk/quiet.ts';
import type { Cursor } from '../../protocol/cursor.ts';
import type { AddressRow, Topic } from '../../protocol/topic.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Store, Tx } from '../../server/store/store.ts';
import { applyStrategy } from '../../server/strategy/apply.ts';
import { readStrategy } from '../../server/strategy/read.ts';
import { runTopicClocks, windClocksOnce } from '../../server/topic-clocks.ts';
import { openTestQueue, STRATEGY, type TestDevice, type TestQueue } from './queue.ts';
import { ask, decide, sampleClip, sampleDecision, sampleQuestion, saveClip } from './samples.ts';

/** Monday, nine o'clock at the desk: an answer is due on Tuesday at five, the head hears on Thursday at five. */
const MONDAY = Date.parse('2026-11-23T09:00+01:00');
const DUE = Date.parse('2026-11-24T17:00+01:00');
const AGAIN = Date.parse('2026-11-26T17:00+01:00');

let queue: TestQueue;
let hanna: TestDevice;
let mara: TestDevice;
beforeEach(async () => {
  queue = await openTestQueue();
  queue.time.now = MONDAY;
  [hanna, mara] = [await queue.join('hanna'), await queue.join('mara')];
});

async function topicOf(device: TestDevice): Promise<Topic | undefined> {
  const { changes } = await device.pull();
  return changes.filter((change) => change.kind === 'topic').map(({ row }) => row as Topic)[0];
}
async function addressOf(device: TestDevice): Promise<AddressRow | undefined> {
  const { changes } = await device.pull();
  return changes.filter((change) => change.kind === 'address').map(({ row }) => row as AddressRow)[0];
}
/** What came since: kinds of the changes, and where the device stands now. */
async function since(device: TestDevice, cursor: Cursor | null) {
  const { changes, cursor: next } = await device.pull(cursor);
  return { kinds: changes.map(({ kind }) => kind), cursor: next };
}
async function tick(at: number): Promise<number> {
  queue.time.now = at;
  return runTopicClocks(queue.store, at);
}
async function suggest() {
  const clip = sampleClip();
  await hanna.push(saveClip(clip));
  return clip.id;
}
const decline = (topicId: string, changes = {}) =>
  sampleDecision(topicId, { to: 'declined', reason: 'thin', sentence: 'Zu dünn.', ...changes });

describe('what is overdue', () => {
  test('[DK1] everybody is told until when an answer is due', async () => {
    await suggest();
    expect((await topicOf(mara))?.dueAt).toBe(DUE);
    expect((await topicOf(hanna))?.dueAt).toBe(DUE);
  });

  test('[DK2] goes to the editor on duty, once, and after as long again to the head, once', async () => {
    await applyStrategy(queue.store, readStrategy(`${STRATEGY}\ndesk: { headId: mara }`));
    await suggest();
    expect(await tick(DUE - 1)).toBe(0);
    expect(await tick(DUE)).toBe(1);
    const duty = { level: 'duty', person: { id: 'timo', name: 'Timo Brandt' }, at: DUE };
    expect((await topicOf(mara))?.escalation).toEqual(duty);
    expect(await tick(AGAIN - 1)).toBe(0);
    expect((await topicOf(mara))?.escalation).toEqual(duty);
    expect(await tick(AGAIN)).toBe(1);
    expect((await topicOf(mara))?.escalation).toMatchObject({ level: 'head', person: { id: 'mara' }, at: AGAIN });
    expect(await tick(AGAIN + 9e9)).toBe(0);
  });

  test('[DK2] is not told to an editor on duty who is away, while somebody is there', async () => {
    await applyStrategy(queue.store, readStrategy(`${STRATEGY}\ndesk: { headId: mara }`));
    const timo = await queue.join('timo');
    await timo.push({
      name: 'saveAbsence',
      absence: { id: crypto.randomUUID(), from: '2026-11-24', to: '2026-11-25' },
    });
    await suggest();
    await tick(DUE);
    expect((await topicOf(mara))?.escalation).toMatchObject({ level: 'duty', person: { id: 'mara' } });
  });

  test('[DK2] reaches the devices, and is gone when the topic leaves the inbox', async () => {
    const id = await suggest();
    const before = await since(mara, null);
    await tick(DUE);
    expect((await since(mara, before.cursor)).kinds).toEqual(['topic']);
    await mara.push(ask(sampleQuestion(id)));
    expect(await topicOf(mara)).toMatchObject({ dueAt: null, escalation: null });
  });

  test('[DK2][NT1] the submitter hears of it when it reached the head, not before', async () => {
    await suggest();
    await tick(DUE);
    expect((await topicOf(hanna))?.escalation).toBeNull();
    await tick(AGAIN);
    expect((await topicOf(hanna))?.escalation).toMatchObject({ level: 'head' });
  });

  test('[DK2] nobody in charge is said too', async () => {
    await applyStrategy(queue.store, readStrategy(STRATEGY.replace('[editor, duty]', '[editor]')));
    await suggest();
    await tick(DUE);
    expect((await topicOf(mara))?.escalation).toEqual({ level: 'duty', person: null, at: DUE });
  });

  test('[DK2] a queue that was away meanwhile makes it good, one level after the other', async () => {
    await suggest();
    expect(await tick(AGAIN + 1)).toBe(1);
    expect((await topicOf(mara))?.escalation?.level).toBe('duty');
    expect(await tick(AGAIN + 2)).toBe(1);
    expect((await topicOf(mara))?.escalation?.level).toBe('head');
  });
});

describe('other rules', () => {
  const withDesk = (desk: string) => readStrategy(`${STRATEGY}\ndesk: ${desk}`);

  test('[DK1] move every running clock, and who was told too early is forgotten', async () => {
    await suggest();
    await tick(DUE);
    await applyStrategy(queue.store, withDesk('{ triageMinutes: 1440 }'));
    const later = Date.parse('2026-11-25T17:00+01:00');
    expect(await topicOf(mara)).toMatchObject({ dueAt: later, escalation: null });
    expect(await tick(later - 1)).toBe(0);
    expect(await tick(later)).toBe(1);
  });

  test('[DK1] holidays count from the moment they are known', async () => {
    await suggest();
    await applyStrategy(queue.store, withDesk(`{ holidays: ['2026-11-24'] }`));
    expect((await topicOf(mara))?.dueAt).toBe(Date.parse('2026-11-25T17:00+01:00'));
  });

  test('a queue that had no clocks yet winds them before it serves', async () => {
    const id = await suggest();
    await queue.store.write((tx) => tx.run('UPDATE topic SET due_at = NULL, wake_at = NULL WHERE id = $1', id));
    await windClocksOnce(queue.store);
    expect((await topicOf(mara))?.dueAt).toBe(DUE);
    expect(await tick(DUE)).toBe(1);
  });

  test('topics that have no clock, such as those of hours that never open, are looked through at the first start only', async () => {
    const id = await suggest();
    await windClocksOnce(queue.store);
    await queue.store.write((tx) => tx.run('UPDATE topic SET due_at = NULL, wake_at = NULL WHERE id = $1', id));
    const read = vi.spyOn(queue.store, 'read');
    await windClocksOnce(queue.store);
    // Whether it was done, and nothing else.
    expect(read).toHaveBeenCalledTimes(1);
  });
});

describe('a decline', () => {
  test('[DK4] reaches its submitters when it has stood for the quiet time, and their devices are told then', async () => {
    const id = await suggest();
    await mara.push(decide(decline(id)));
    expect((await topicOf(mara))?.state).toBe('declined');
    const early = await hanna.pull();
    expect(await topicOf(hanna)).toMatchObject({ state: 'new', decisions: [], dueAt: DUE });
    expect(JSON.stringify(early)).not.toContain('Zu dünn.');
    expect(await addressOf(hanna)).toMatchObject({ state: 'new' });
    expect(await tick(MONDAY + QUIET_MS - 1)).toBe(0);
    expect((await since(hanna, early.cursor)).kinds).toEqual([]);
    expect(await tick(MONDAY + QUIET_MS)).toBe(1);
    expect((await since(hanna, early.cursor)).kinds.toSorted()).toEqual(['address', 'topic']);
    expect(await topicOf(hanna)).toMatchObject({ state: 'declined', decisions: [{ sentence: 'Zu dünn.' }] });
    expect(await addressOf(hanna)).toMatchObject({ state: 'declined' });
    expect(await tick(MONDAY + QUIET_MS + 1)).toBe(0);
  });

  test('[DK3] that is taken back in time never was', async () => {
    const id = await suggest();
    const decision = decline(id);
    await mara.push(decide(decision));
    queue.time.now = MONDAY + QUIET_MS - 1;
    await mara.push(decide(sampleDecision(id, { after: decision.id, to: 'new', undoes: decision.id })));
    await tick(MONDAY + 3 * QUIET_MS);
    expect(await topicOf(hanna)).toMatchObject({ state: 'new', stateSince: MONDAY, decisions: [] });
    expect((await topicOf(mara))?.decisions).toHaveLength(2);
  });

  test('[DK4] that is taken back later was seen', async () => {
    const id = await suggest();
    const decision = decline(id);
    await mara.push(decide(decision));
    queue.time.now = MONDAY + QUIET_MS;
    await mara.push(decide(sampleDecision(id, { after: decision.id, to: 'new', undoes: decision.id })));
    expect((await topicOf(hanna))?.decisions).toHaveLength(2);
  });
});

test('[DK2] killed in the middle of a tick: nothing was told twice, and nothing is left untold', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clipdesk-clocks-'));
  const file = join(folder, 'queue.sqlite');
  let store = await openSqliteStore(file, MONDAY);
  try {
    const first = await openTestQueue(store);
    first.time.now = MONDAY;
    const submitter = await first.join('hanna');
    for (let count = 0; count < 3; count += 1) await submitter.push(saveClip(sampleClip()));
    // The power goes after the second topic was written and before anything was committed.
    let told = 0;
    const failing: Store = {
      ...store,
      write: (fn) =>
        store.write(async (tx) => {
          const cut: Tx = {
            ...tx,
            all: tx.all.bind(tx),
            changed: (kind, id) => tx.changed(kind, id),
            async run(text, ...values) {
              if (text.includes('escalation') && ++told > 2) throw new Error('no power');
              await tx.run(text, ...values);
            },
          };
          return fn(cut);
        }),
    };
    await expect(runTopicClocks(failing, DUE)).rejects.toThrow('no power');
    await store.close();
    // Another process, a day later, on the same disk.
    store = await openSqliteStore(file, DUE);
    expect(await runTopicClocks(store, DUE + 1)).toBe(3);
    expect(await runTopicClocks(store, DUE + 2)).toBe(0);
    const rows = await store.read((sql) => sql.all<{ escalation: string }>('SELECT escalation FROM topic'));
    expect(rows.map(({ escalation }) => JSON.parse(escalation))).toMatchObject(
      Array.from({ length: 3 }, () => ({ level: 'duty', at: DUE + 1 })),
    );
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('[DK4] a decline whose reopening was taken back at once is told when it has stood long enough', async () => {
  const topicId = await suggest();
  const declined = decline(topicId);
  const reopened = sampleDecision(topicId, { to: 'new', after: declined.id });
  await mara.push(decide(declined), decide(reopened));
  await mara.push(decide(decline(topicId, { after: reopened.id, undoes: reopened.id, reason: null, sentence: null })));
  const { cursor, changes } = await hanna.pull();
  expect(changes.find(({ kind }) => kind === 'topic')?.row).toMatchObject({ state: 'new' });
  expect(await tick(MONDAY + QUIET_MS)).toBe(1);
  const told = (await hanna.pull(cursor)).changes;
  expect(told.find(({ kind }) => kind === 'topic')?.row).toMatchObject({ state: 'declined' });
});
