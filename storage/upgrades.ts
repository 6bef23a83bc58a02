/** From one version of an account's database to the next. Rows that are broken stay as they are. */
import { Dexie, type Transaction } from 'dexie';
import { clipSchema } from '../protocol/clip.ts';
import { type Topic, topicSchema } from '../protocol/topic.ts';
import { OWN, type StoredClip } from './rows.ts';

/** Version 2: clips have the fields that came later, as the schema fills them. */
export async function fillClipFields(transaction: Transaction): Promise<void> {
  await transaction
    .table<StoredClip, string>('clips')
    .toCollection()
    .modify((row) => {
      const parsed = clipSchema.safeParse(row.clip);
      if (parsed.success) row.clip = parsed.data;
    });
}

/** Topics and decisions have the fields that came later (3: of the desk, 5: how the clearance stands, 6: the brief), as the schema fills them. */
export async function fillTopicFields(transaction: Transaction): Promise<void> {
  const topics = transaction.table<Topic, string>('topics');
  await topics.toCollection().modify((row, holder) => {
    const parsed = topicSchema.safeParse(row);
    if (parsed.success) holder.value = parsed.data;
  });
}

/** Version 10: own clips say so, and are found by it alone. */
export async function markOwnClips(transaction: Transaction): Promise<void> {
  // Its id alone: whatever else is wrong with the person, the next version has no other way to find their clips.
  const id: unknown = (await transaction.table('meta').get('person'))?.value?.id;
  if (typeof id !== 'string') return;
  await transaction
    .table<StoredClip, string>('clips')
    .where('[submitter.id+clip.capturedAt]')
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .modify({ own: OWN });
}
