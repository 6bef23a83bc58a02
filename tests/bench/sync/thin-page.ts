/**
 * The least that syncing in a browser can be: lines of JSON, five hundred at a time, into one table with five indexes. No
 * identity, no check, no outbox, no conflict; what waits for its place on the disk is told to be there.
 */
import { Dexie, type EntityTable } from 'dexie';
import type { Clip } from '../../../protocol/clip.ts';
import { benchClip, idOf } from '../clips.ts';

const BATCH = 500;
let db: Dexie & { clips: EntityTable<Clip, 'id'> };
let origin = '';
let cursor = 0;

const send = async (rows: readonly Clip[]): Promise<void> => {
  const body = rows.map((row) => JSON.stringify(row)).join('\n');
  const response = await fetch(`${origin}/push`, { method: 'POST', body });
  if (!response.ok) throw new Error(await response.text());
};

window.bench = {
  async open({ queueUrl, device }) {
    origin = queueUrl;
    db = new Dexie(device) as typeof db;
    db.version(1).stores({ clips: 'id, [departmentId+capturedAt], [kind+capturedAt], goalId, address, *byline' });
    await db.open();
  },
  async fill(from, to) {
    for (let at = from; at < to; at += BATCH)
      await db.clips.bulkAdd(Array.from({ length: Math.min(BATCH, to - at) }, (_, index) => benchClip(at + index)));
  },
  async push() {
    for (let last = ''; ; ) {
      const rows = await db.clips.where('id').above(last).limit(BATCH).toArray();
      if (rows.length === 0) return;
      await send(rows);
      last = rows.at(-1)?.id ?? last;
    }
  },
  async pull() {
    for (;;) {
      const response = await fetch(`${origin}/pull?since=${cursor}&limit=${BATCH}`);
      const text = await response.text();
      if (text === '') return;
      const rows = text.split('\n').map((line): Clip => JSON.parse(line));
      await db.clips.bulkPut(rows);
      cursor = Number(response.headers.get('x-cursor'));
      if (rows.length < BATCH) return;
    }
  },
  settle: async () => {},
  async change(number) {
    const row = await db.clips.get(idOf(number));
    if (row === undefined) throw new Error('it is not there');
    const changed = { ...row, note: `changed ${Math.random()}` };
    await db.clips.put(changed);
    await send([changed]);
  },
  count: () => db.clips.count(),
};
