import { followWithWords } from '../search/topic-words.ts';
import { followWithTraits } from '../similar/keep-traits.ts';
import type { ChangedKeys } from './change-log.ts';
import type { Sql } from './store.ts';

/** What is derived from rows follows in the transaction that changed them, whatever the engine: no writer can forget it. */
export async function followUp(sql: Sql, changed: ChangedKeys): Promise<void> {
  await followWithWords(sql, changed);
  await followWithTraits(sql, changed);
}
