/** RxDB on its Dexie storage, with the HTTP replication of its documentation. */
import { createRxDatabase } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { benchClip, idOf } from '../clips.ts';

const BATCH = 500;
const FILL = 2_500;
const text = (maxLength) => ({ type: 'string', maxLength });
const maybe = { type: ['string', 'null'] };
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: text(36),
    address: text(300),
    canonicalAddress: maybe,
    title: { type: 'string' },
    kind: text(16),
    siteName: maybe,
    byline: { type: 'array', items: { type: 'string' } },
    lang: maybe,
    published: maybe,
    modified: maybe,
    excerpt: { type: 'string' },
    quote: maybe,
    quotePlace: maybe,
    access: { type: 'string' },
    context: maybe,
    clippedImage: maybe,
    cut: { type: 'array', items: { type: 'string' } },
    departmentId: text(64),
    goalId: text(64),
    note: { type: 'string' },
    picture: maybe,
    capturedAt: { type: 'number', minimum: 0, maximum: 1e14, multipleOf: 1 },
  },
  required: ['id', 'address', 'kind', 'departmentId', 'goalId', 'capturedAt'],
  indexes: [['departmentId', 'capturedAt'], ['kind', 'capturedAt'], 'address', 'goalId'],
};

let clips;
let origin;

async function replicate(how) {
  const replication = replicateRxCollection({
    collection: clips,
    replicationIdentifier: 'bench',
    live: false,
    retryTime: 1_000,
    waitForLeadership: false,
    ...how,
  });
  replication.error$.subscribe((error) => console.error(error));
  await replication.awaitInitialReplication();
  await replication.cancel();
}
const PUSH = {
  push: {
    batchSize: BATCH,
    handler: async (rows) => (await fetch(`${origin}/push`, { method: 'POST', body: JSON.stringify(rows) })).json(),
  },
};
const PULL = {
  pull: {
    batchSize: BATCH,
    handler: async (checkpoint, limit) =>
      (await fetch(`${origin}/pull?since=${checkpoint?.seq ?? 0}&limit=${limit}`)).json(),
  },
};

window.bench = {
  async open({ queueUrl, device }) {
    origin = queueUrl;
    const db = await createRxDatabase({
      name: device.replaceAll(/\W/g, ''),
      storage: getRxStorageDexie(),
      multiInstance: false,
    });
    ({ clips } = await db.addCollections({ clips: { schema } }));
  },
  async fill(from, to) {
    for (let at = from; at < to; at += FILL)
      await clips.bulkInsert(Array.from({ length: Math.min(FILL, to - at) }, (_, index) => benchClip(at + index)));
  },
  push: () => replicate(PUSH),
  pull: () => replicate(PULL),
  settle: async () => {},
  async change(number) {
    const row = await clips.findOne(idOf(number)).exec();
    await row.incrementalPatch({ note: `changed ${Math.random()}` });
    await replicate(PUSH);
  },
  count: () => clips.count().exec(),
};
