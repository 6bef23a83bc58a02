import { mayDecide } from '../desk/roles.ts';
import { LIMITS } from '../protocol/limits.ts';
import { type NoteInput, noteInputSchema } from '../protocol/note.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';

/**
 * Puts an internal note about a topic into the outbox. What is too long is cut, for nobody typed it.
 * @throws StorageError `not_allowed`, `invalid`, or those of `saveClip`
 */
export async function addNote(db: AccountDatabase, note: Omit<NoteInput, 'id'>, now: number): Promise<void> {
  const text = note.text.slice(0, LIMITS.note);
  const parsed = noteInputSchema.safeParse({ ...note, text, id: crypto.randomUUID() });
  if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
  await guarded(() =>
    db.transaction('rw', [db.outbox, db.meta], async () => {
      if (!mayDecide((await readMeta(db, 'person')).roles)) throw new StorageError('not_allowed');
      await append(db, parsed.data.id, { name: 'addNote', note: parsed.data }, now);
    }),
  );
}
