/** The person's own clips and what became of them. */
import { Dexie } from 'dexie';
import type { Delivery, Suggestion } from '../desk/suggestion.ts';
import { clipWithWaiting } from '../desk/waiting.ts';
import { addressRowSchema, topicSchema } from '../protocol/topic.ts';
import { findAddress } from './addresses.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import {
  OWN,
  outboxEntrySchema,
  type ParkedEntry,
  parkedEntrySchema,
  type StoredClip,
  storedClipSchema,
} from './rows.ts';
import { sound } from './sound.ts';
import { topicsAt } from './topics.ts';
import type { PageStanding } from './views.ts';
import { clipIdOf, readWaiting, seenTopic, type Waiting } from './waiting.ts';

/** What is known here of a page, by its key from `desk/address.ts` (AD1). */
export async function suggestionForPage(db: AccountDatabase, addressKey: string): Promise<PageStanding> {
  const rows = await db.clips.where('[own+addressKey]').equals([OWN, addressKey]).toArray();
  rows.sort((a, b) => b.clip.capturedAt - a.clip.capturedAt);
  const [suggestion] = await toSuggestions(db, rows);
  if (suggestion !== undefined) return { kind: 'mine', suggestion };
  const [earlier] = sound('addresses', addressRowSchema, [await findAddress(db, addressKey)]);
  return earlier === undefined ? { kind: 'none' } : { kind: 'colleague', earlier };
}

/** Whether this person clipped anything at this moment or later, whatever became of it. */
export async function hasOwnClipSince(db: AccountDatabase, since: number): Promise<boolean> {
  const later = db.clips.where('[own+clip.capturedAt]').between([OWN, since], [OWN, Dexie.maxKey]);
  return (await later.limit(1).primaryKeys()).length > 0;
}

/** One clip of this person, null when there is none or it is being withdrawn. */
export async function suggestion(db: AccountDatabase, clipId: string): Promise<Suggestion | null> {
  const row = await db.clips.get(clipId);
  const { id } = await readMeta(db, 'person');
  if (row === undefined || row.submitter.id !== id) return null;
  return (await toSuggestions(db, [row]))[0] ?? null;
}

/** Rows of this person's clips as they are seen, without those that are being withdrawn. */
export async function toSuggestions(db: AccountDatabase, rows: readonly StoredClip[]): Promise<Suggestion[]> {
  if (rows.length === 0) return [];
  const clips = sound('clips', storedClipSchema, rows);
  const waiting = await readWaiting(db);
  const topics = sound(
    'topics',
    topicSchema,
    await topicsAt(
      db,
      clips.map((row) => row.topicId),
    ),
  );
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const parked = sound('parked', parkedEntrySchema, await db.parked.toArray());
  return clips.flatMap((row) => {
    const clip = clipWithWaiting(row.clip, waiting.entries);
    if (clip === null) return [];
    const topic = seenTopic(waiting, row.topicId, byId.get(row.topicId) ?? null);
    return [{ clip, topic, delivery: delivery(clip.id, waiting, parked) }];
  });
}

function delivery(clipId: string, waiting: Waiting, parked: readonly ParkedEntry[]): Delivery {
  for (const { id, refusal, entry } of parked) {
    const parsed = outboxEntrySchema.safeParse(entry);
    if (parsed.success && clipIdOf(parsed.data.action) === clipId) return { kind: 'parked', entryId: id, refusal };
  }
  const waits = waiting.entries.some(
    ({ number, action }) => number > waiting.settledThrough && clipIdOf(action) === clipId,
  );
  return { kind: waits ? 'waiting' : 'sent' };
}
