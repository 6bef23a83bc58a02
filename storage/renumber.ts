/** A new identity towards the queue. What waits keeps its order and its ids and gets numbers from 1. */

import { Dexie } from 'dexie';
import { acknowledgementSchema } from '../protocol/rule.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import { outboxEntries } from './outbox.ts';
import { guarded } from './problems.ts';
import { type OutboxEntry, OWN } from './rows.ts';
import { sound } from './sound.ts';

/**
 * After `forked` or `gap` (CL2). Entries that were settled are not sent again; until a pull shows
 * them they stay at 0 and below. Does nothing if the database has another identity already.
 */
export async function renumber(db: AccountDatabase, clientId: string): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.outbox, db.meta, async () => {
      const client = await readMeta(db, 'client');
      if (client.clientId !== clientId) return;
      const { through, seq } = await readMeta(db, 'settled');
      const entries = await outboxEntries(db);
      const settled = entries.filter((entry) => entry.number <= through);
      await rewrite(db, entries, 1 - settled.length);
      await writeMeta(db, 'settled', { through: 0, seq });
    }),
  );
}

/**
 * In another history of the queue (CL7): the person's own clips are sent again before all that
 * waits, and entries that were settled but not yet pulled go once more too. Inside the transaction of a pull.
 */
export async function sendOwnAgain(db: AccountDatabase, now: number): Promise<void> {
  const waiting = await outboxEntries(db);
  // Saving a clip has the clip's id (see `append`), in the outbox and where it was parked.
  const known = new Set<string>([...waiting.map(({ id }) => id), ...(await db.parked.toCollection().primaryKeys())]);
  const rows = await db.clips
    .where('[own+clip.capturedAt]')
    .between([OWN, Dexie.minKey], [OWN, Dexie.maxKey])
    .toArray();
  const own = rows.filter((row) => !known.has(row.clip.id));
  const again = own.map(
    ({ clip, topicId }): OutboxEntry => ({
      id: clip.id,
      number: 0,
      protocol: PROTOCOL_VERSION,
      madeAt: now,
      // [SM4] A queue that lost the clip may have kept the topic that it joined.
      action: { name: 'saveClip', clip, ...(topicId === clip.id ? {} : { joins: topicId }) },
    }),
  );
  await db.clips.bulkPut(own.map((row) => ({ ...row, receivedAt: null })));
  const held = await db.pictures.bulkGet(own.filter(({ clip }) => clip.picture !== null).map(({ clip }) => clip.id));
  const pictures = held.filter((picture) => picture !== undefined);
  // Also one that was fetched: the queue may have lost it, so it is no longer one that may be dropped.
  await db.pictures.bulkPut(pictures.map(({ fetchedAt: _fetchedAt, ...kept }) => kept));
  await db.uploads.bulkPut(pictures.map(({ clipId }) => ({ clipId, refused: false })));
  await rewrite(db, [...(await acceptedAgain(db, now)), ...again, ...waiting], 1);
  await writeMeta(db, 'settled', { through: 0, seq: 0 });
}

/** [IN4] Before the clips that need them; a queue that has them still is told nothing new. */
async function acceptedAgain(db: AccountDatabase, now: number): Promise<OutboxEntry[]> {
  const accepted = sound('acknowledgements', acknowledgementSchema, await db.acknowledgements.toArray());
  return accepted.map(({ ruleId, version }) => ({
    id: crypto.randomUUID(),
    number: 0,
    protocol: PROTOCOL_VERSION,
    madeAt: now,
    action: { name: 'acknowledgeRule', ruleId, version },
  }));
}

async function rewrite(db: AccountDatabase, entries: readonly OutboxEntry[], first: number): Promise<void> {
  await db.outbox.clear();
  await db.outbox.bulkAdd(entries.map((entry, index) => ({ ...entry, number: first + index })));
  // From 1 also when nothing waits: numbers of a new client begin there.
  const nextNumber = Math.max(1, first + entries.length);
  await writeMeta(db, 'client', { clientId: crypto.randomUUID(), nextNumber });
}
