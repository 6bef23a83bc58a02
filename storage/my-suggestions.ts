import { Dexie } from 'dexie';
import type { Suggestion } from '../desk/suggestion.ts';
import type { AccountDatabase } from './database.ts';
import { OWN } from './rows.ts';
import { toSuggestions } from './suggestions.ts';

/** All clips of this person and what became of them, newest first. */
export async function mySuggestions(db: AccountDatabase, limit = 200): Promise<Suggestion[]> {
  const rows = await db.clips
    .where('[own+clip.capturedAt]')
    .between([OWN, Dexie.minKey], [OWN, Dexie.maxKey])
    .reverse()
    .limit(limit)
    .toArray();
  return toSuggestions(db, rows);
}
