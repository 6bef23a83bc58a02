import type { Sql, Value } from './store.ts';

/** How many keys one statement looks up. Fixed, so that every list is served by one prepared text. */
const CHUNK = 100;

/** `$1, $2 … $100`, for `IN (…)`. */
export const CHUNK_PLACEHOLDERS = Array.from({ length: CHUNK }, (_, index) => `$${index + 1}`).join(', ');

/** The parameter after a chunk. */
export const AFTER_CHUNK = `$${CHUNK + 1}`;

/**
 * Rows for many keys by a text that contains `IN (${CHUNK_PLACEHOLDERS})`; a chunk that is not full
 * repeats its last key.
 * @param more values for the parameters after the chunk; left out if the text has none.
 */
export async function allInChunks<R>(sql: Sql, text: string, keys: readonly string[], ...more: Value[]): Promise<R[]> {
  const rows: R[] = [];
  const values = text.includes(AFTER_CHUNK) ? more : [];
  for (let start = 0; start < keys.length; start += CHUNK) {
    const chunk = keys.slice(start, start + CHUNK);
    const padding = Array.from({ length: CHUNK - chunk.length }, () => chunk.at(-1) ?? '');
    rows.push(...(await sql.all<R>(text, ...chunk, ...padding, ...values)));
  }
  return rows;
}
