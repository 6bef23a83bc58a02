/**
 * The same floor for what ours keeps: a clip is three rows there, of the clip, of its topic and of its page's address,
 * in the tables and with the indexes that the product has.
 */
import type { AccountDatabase } from '../../../storage/database.ts';
import { openDatabase } from '../../../storage/database.ts';

type Line = { table: 'clips' | 'topics' | 'addresses'; row: object };

const BATCH = 500;
let db: AccountDatabase;
let origin = '';
let cursor = 0;
const notMeasured = async (): Promise<void> => {
  throw new Error('only pulls are measured');
};

window.bench = {
  async open({ queueUrl, device }) {
    origin = queueUrl;
    const person = { id: device, name: device, roles: [], departmentId: null };
    const queue = { id: crypto.randomUUID(), name: device, epoch: crypto.randomUUID() };
    db = openDatabase({ key: device, queueUrl, queue, person, tokens: null, joinedAt: 0 });
    await db.open();
  },
  fill: notMeasured,
  push: notMeasured,
  async pull() {
    for (;;) {
      const response = await fetch(`${origin}/rows?since=${cursor}&limit=${BATCH}`);
      const text = await response.text();
      if (text === '') return;
      const lines = text.split('\n').map((line): Line => JSON.parse(line));
      const of = (table: Line['table']) => lines.filter((line) => line.table === table).map(({ row }) => row as never);
      await db.transaction('rw', db.clips, db.topics, db.addresses, async () => {
        await Promise.all([
          db.clips.bulkPut(of('clips')),
          db.topics.bulkPut(of('topics')),
          db.addresses.bulkPut(of('addresses')),
        ]);
      });
      cursor = Number(response.headers.get('x-cursor'));
      if (lines.length < BATCH) return;
    }
  },
  settle: async () => {},
  change: notMeasured,
  count: () => db.clips.count(),
};
