/** PouchDB as its documentation has it, with batches as large as ours. */
import PouchDB from 'pouchdb';
import indexedDbAdapter from 'pouchdb-adapter-indexeddb';
import { benchClip, idOf } from '../clips.ts';

PouchDB.plugin(indexedDbAdapter);
const OPTIONS = { batch_size: 500, batches_limit: 10 };
const FILL = 2_500;
let db;
let remote;

const toDocument = ({ id, ...rest }) => ({ _id: id, ...rest });

window.bench = {
  async open({ queueUrl, device }) {
    db = new PouchDB(device, { adapter: 'indexeddb' });
    remote = new PouchDB(`${queueUrl}/db/clips`);
    await remote.info();
  },
  async fill(from, to) {
    for (let at = from; at < to; at += FILL)
      await db.bulkDocs(
        Array.from({ length: Math.min(FILL, to - at) }, (_, index) => toDocument(benchClip(at + index))),
      );
  },
  async push() {
    await PouchDB.replicate(db, remote, OPTIONS);
  },
  async pull() {
    await PouchDB.replicate(remote, db, OPTIONS);
  },
  settle: async () => {},
  async change(number) {
    const row = await db.get(idOf(number));
    await db.put({ ...row, note: `changed ${Math.random()}` });
    await PouchDB.replicate(db, remote, OPTIONS);
  },
  count: async () => (await db.info()).doc_count,
};
