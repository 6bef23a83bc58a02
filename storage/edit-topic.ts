/** What editors change of a topic beside its state, and what they note for each other. */
import { mayDecide } from '../desk/roles.ts';
import { type Note, type NoteInput, noteInputSchema, noteSchema } from '../protocol/note.ts';
import { type TopicChanges, topicChangesSchema, topicSchema } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { sound } from './sound.ts';
import { readWaiting, seenTopic, type Waiting, waitingTables } from './waiting.ts';

/**
 * Puts a change of a topic into the outbox.
 * @throws StorageError `not_allowed`, `not_found`, `invalid`, `unknown_person`, or those of `saveClip`
 */
export async function editTopic(
  db: AccountDatabase,
  topicId: string,
  changes: TopicChanges,
  now: number,
): Promise<void> {
  const parsed = topicChangesSchema.safeParse(changes);
  if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
  const { leadId } = parsed.data;
  await guarded(() =>
    db.transaction('rw', [...waitingTables(db), db.topics], async () => {
      const waiting = await deskTopic(db, topicId);
      // Who is named here for the first time is not among those that waiting entries name.
      const isKnown = leadId == null || leadId === waiting.person.id || (await db.colleagues.get(leadId)) !== undefined;
      if (!isKnown) throw new StorageError('unknown_person', 'leadId');
      await append(db, crypto.randomUUID(), { name: 'editTopic', topicId, changes: parsed.data }, now);
    }),
  );
}

/** Puts a note into the outbox. @throws StorageError as `editTopic` does */
export async function addNote(db: AccountDatabase, topicId: string, text: string, now: number): Promise<NoteInput> {
  const parsed = noteInputSchema.safeParse({ id: crypto.randomUUID(), topicId, text });
  if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
  const note = parsed.data;
  await guarded(() =>
    db.transaction('rw', [...waitingTables(db), db.topics], async () => {
      await deskTopic(db, topicId);
      await append(db, note.id, { name: 'addNote', note }, now);
    }),
  );
  return note;
}

/** The notes of a topic, oldest first, those among them that wait (ST2). */
export async function topicNotes(db: AccountDatabase, topicId: string): Promise<Note[]> {
  const pulled = sound('notes', noteSchema, await db.notes.where('topicId').equals(topicId).toArray());
  const { byTopic, person } = await readWaiting(db);
  const held = new Set(pulled.map(({ id }) => id));
  const by = { id: person.id, name: person.name };
  const waiting = (byTopic.get(topicId) ?? []).flatMap(({ action, madeAt }): Note[] =>
    action.name === 'addNote' && !held.has(action.note.id) ? [{ ...action.note, by, at: madeAt }] : [],
  );
  return [...pulled, ...waiting].sort((a, b) => a.at - b.at);
}

/** Makes sure that this person may work on the topic and that it is here. */
async function deskTopic(db: AccountDatabase, topicId: string): Promise<Waiting> {
  const waiting = await readWaiting(db);
  if (!mayDecide(waiting.person.roles)) throw new StorageError('not_allowed');
  const [row] = sound('topics', topicSchema, [await db.topics.get(topicId)]);
  if (seenTopic(waiting, topicId, row ?? null) === null) throw new StorageError('not_found');
  return waiting;
}
