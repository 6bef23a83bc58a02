import { mayDecide } from '../../desk/roles.ts';
import type { NoteInput } from '../../protocol/note.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { insertNote, noteAuthor } from '../rows/notes.ts';
import { findTopic } from '../rows/topics.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/** Keeps what an editor notes for the others. Nothing of it ever reaches a submitter [NT1]. */
export async function addNote(tx: Tx, { person, now }: Act, note: NoteInput): Promise<Refusal | null> {
  if (!mayDecide(person.roles)) return { kind: 'not_allowed', path: '' };
  const author = await noteAuthor(tx, note.id);
  // A replay under another number: it stands here already.
  if (author !== null) return author === person.id ? null : { kind: 'id_taken', path: 'note.id' };
  if ((await findTopic(tx, note.topicId)) === null) return { kind: 'not_found', path: 'note.topicId' };
  await insertNote(tx, note, person.id, now);
  return null;
}
