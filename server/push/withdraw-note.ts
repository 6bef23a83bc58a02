import { mayDecide } from '../../desk/roles.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { noteAuthor, removeNote } from '../rows/notes.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/** Takes a note back for whoever wrote it, and for nobody else. */
export async function withdrawNote(tx: Tx, { person }: Act, noteId: string): Promise<Refusal | null> {
  if (!mayDecide(person.roles)) return { kind: 'not_allowed', path: '' };
  const author = await noteAuthor(tx, noteId);
  // A replay, or it went with its topic.
  if (author === null) return null;
  if (author !== person.id) return { kind: 'not_allowed', path: 'noteId' };
  await removeNote(tx, noteId);
  return null;
}
