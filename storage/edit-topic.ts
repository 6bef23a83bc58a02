/** What editors change of a topic beside its state, and what they note for each other. */
import { briefBefore } from '../desk/brief.ts';
import { changeTopic } from '../desk/edit-topic.ts';
import { mayDecide } from '../desk/roles.ts';
import { type Note, type NoteInput, noteInputSchema, noteSchema } from '../protocol/note.ts';
import { type Topic, type TopicChanges, topicChangesSchema, topicSchema } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { sound } from './sound.ts';
import { topicAt } from './topics.ts';
import { readWaiting, seenTopic, type Waiting, waitingTables } from './waiting.ts';

/**
 * Puts a change of a topic into the outbox.
 * @returns the changes that take it back
 * @throws StorageError `not_allowed`, `not_found`, `invalid`, `unknown_person`, or those of `saveClip`
 */
export async function editTopic(
  db: AccountDatabase,
  topicId: string,
  changes: TopicChanges,
  now: number,
): Promise<TopicChanges> {
  const parsed = topicChangesSchema.safeParse(changes);
  if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
  const { leadId } = parsed.data;
  return guarded(() =>
    db.transaction('rw', waitingTables(db), async () => {
      const { waiting, topic } = await deskTopic(db, topicId);
      // Who is named here for the first time is not among those that waiting entries name.
      const isKnown = leadId == null || leadId === waiting.person.id || (await db.colleagues.get(leadId)) !== undefined;
      if (!isKnown) throw new StorageError('unknown_person', 'leadId');
      await append(db, crypto.randomUUID(), { name: 'editTopic', topicId, changes: parsed.data }, now);
      return valuesOf(topic, parsed.data);
    }),
  );
}

/**
 * Takes a change back where the topic still says what it made it say.
 * @param made the change, @param before what `editTopic` answered to it
 * @returns false: somebody changed the same since, and that stays
 */
export async function takeEditBack(
  db: AccountDatabase,
  topicId: string,
  made: TopicChanges,
  before: TopicChanges,
  now: number,
): Promise<boolean> {
  return guarded(() =>
    db.transaction('rw', waitingTables(db), async () => {
      const { topic } = await deskTopic(db, topicId);
      const leads = made.leadId === undefined || made.leadId === (topic.lead?.id ?? null);
      const isStill = leads && JSON.stringify(changeTopic(topic, made, topic.lead)) === JSON.stringify(topic);
      if (!isStill) return false;
      await editTopic(db, topicId, before, now);
      return true;
    }),
  );
}

/** What a topic says now in the fields that a change names. */
function valuesOf(
  topic: Topic,
  { title, departmentId, goalId, leadId, forMeeting, labels, brief, embargoUntil, reuseOf }: TopicChanges,
): TopicChanges {
  return {
    ...(title === undefined ? {} : { title: topic.title }),
    ...(departmentId === undefined ? {} : { departmentId: topic.departmentId }),
    ...(goalId === undefined ? {} : { goalId: topic.goalId }),
    ...(leadId === undefined ? {} : { leadId: topic.lead?.id ?? null }),
    ...(forMeeting === undefined ? {} : { forMeeting: topic.forMeeting }),
    ...(labels === undefined ? {} : { labels: topic.labels }),
    ...(brief === undefined ? {} : { brief: briefBefore(topic.brief, brief) }),
    ...(reuseOf === undefined ? {} : { reuseOf: topic.reuseOf }),
    ...(embargoUntil === undefined ? {} : { embargoUntil: topic.embargoUntil }),
  };
}

/** Puts a note into the outbox. @throws StorageError as `editTopic` does */
export async function addNote(db: AccountDatabase, topicId: string, text: string, now: number): Promise<NoteInput> {
  const parsed = noteInputSchema.safeParse({ id: crypto.randomUUID(), topicId, text });
  if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
  const note = parsed.data;
  await guarded(() =>
    db.transaction('rw', waitingTables(db), async () => {
      await deskTopic(db, topicId);
      await append(db, note.id, { name: 'addNote', note }, now);
    }),
  );
  return note;
}

/** Takes one's own note back, sent or not. @throws StorageError as `editTopic` does */
export async function withdrawNote(db: AccountDatabase, { id, topicId }: NoteInput, now: number): Promise<void> {
  await guarded(() =>
    db.transaction('rw', waitingTables(db), async () => {
      await deskTopic(db, topicId);
      await append(db, crypto.randomUUID(), { name: 'withdrawNote', topicId, noteId: id }, now);
    }),
  );
}

/** The notes of a topic, oldest first, those among them that wait (ST2). */
export async function topicNotes(db: AccountDatabase, topicId: string): Promise<Note[]> {
  const pulled = sound('notes', noteSchema, await db.notes.where('topicId').equals(topicId).toArray());
  const { byTopic, person } = await readWaiting(db);
  const held = new Set(pulled.map(({ id }) => id));
  const by = { id: person.id, name: person.name };
  const entries = byTopic.get(topicId) ?? [];
  const waiting = entries.flatMap(({ action, madeAt }): Note[] =>
    action.name === 'addNote' && !held.has(action.note.id) ? [{ ...action.note, by, at: madeAt }] : [],
  );
  const takenBack = new Set(entries.flatMap(({ action }) => (action.name === 'withdrawNote' ? [action.noteId] : [])));
  return [...pulled, ...waiting].filter(({ id }) => !takenBack.has(id)).sort((a, b) => a.at - b.at);
}

/** The topic as it is seen here. Makes sure that this person may work on it and that it is here. */
async function deskTopic(db: AccountDatabase, topicId: string): Promise<{ waiting: Waiting; topic: Topic }> {
  const waiting = await readWaiting(db);
  if (!mayDecide(waiting.person.roles)) throw new StorageError('not_allowed');
  const [row] = sound('topics', topicSchema, [await topicAt(db, topicId)]);
  const topic = seenTopic(waiting, topicId, row ?? null);
  if (topic === null) throw new StorageError('not_found');
  return { waiting, topic };
}
