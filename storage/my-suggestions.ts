import { Dexie } from 'dexie';
import type { Suggestion } from '../desk/suggestion.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { toSuggestions } from './suggestions.ts';

/** All clips of this person and what became of them, newest first. */
export async function mySuggestions(db: AccountDatabase, limit = 200): Promise<Suggestion[]> {
  const { id } = await readMeta(db, 'person');
  const rows = await db.clips
    .where('[submitter.id+clip.capturedAt]')
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .reverse()
    .limit(limit)
    .toArray();
  return toSuggestions(db, rows);
}
