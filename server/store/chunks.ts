import { createRecentlyUsed } from './recently-used.ts';
import type { Sql, Value } from './store.ts';

/** How many keys one statement looks up at most. */
const CHUNK = 100;
/** And where there are fewer; three, so that every list is served by one of three prepared texts. */
const SMALLER = [1, 10];

/** `$1, $2 … $100`, for `IN (…)`. */
export const CHUNK_PLACEHOLDERS = Array.from({ length: CHUNK }, (_, index) => `$${index + 1}`).join(', ');

/** The parameter after a chunk. */
export const AFTER_CHUNK = `$${CHUNK + 1}`;
/** And the one after that. */
export const SECOND_AFTER_CHUNK = `$${CHUNK + 2}`;

/** A text for a chunk as one for fewer keys. */
const forFewer = createRecentlyUsed(400, (text) =>
  SMALLER.map((size) => ({
    size,
    text: text
      .replaceAll(CHUNK_PLACEHOLDERS, Array.from({ length: size }, (_, index) => `$${index + 1}`).join(', '))
      .replaceAll(AFTER_CHUNK, `$${size + 1}`)
      .replaceAll(SECOND_AFTER_CHUNK, `$${size + 2}`),
  })),
);

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
    const fitting = forFewer(text).find(({ size }) => size >= chunk.length) ?? { size: CHUNK, text };
    const padding = Array.from({ length: fitting.size - chunk.length }, () => chunk.at(-1) ?? '');
    rows.push(...(await sql.all<R>(fitting.text, ...chunk, ...padding, ...values)));
  }
  return rows;
}

/** How many rows one statement writes, most first: as few texts to prepare as there are sizes. */
const ROWS = [100, 20, 5, 1];

/**
 * A way to write many rows of which each is written once. For PostgreSQL in few statements: each is a way to another
 * machine and back.
 * @param head up to `VALUES`. @param place the values of one row, `$1` being its first. @param tail what follows them.
 */
export function rowWriter(
  head: string,
  place: string,
  tail = '',
): (sql: Sql, rows: Iterable<Value[]>) => Promise<void> {
  const one = `${head} ${place} ${tail}`;
  const width = new Set(place.match(/\$\d+/g)).size;
  const makeTexts = () =>
    ROWS.map((count) => {
      const places = Array.from({ length: count }, (_, row) =>
        place.replace(/\$(\d+)/g, (_, value) => `$${row * width + Number(value)}`),
      );
      return { count, text: `${head} ${places.join(', ')} ${tail}` };
    });
  // Not before there is something to write: they are many, and every command of the queue would make them.
  let texts: ReturnType<typeof makeTexts> | null = null;
  return async (sql, made) => {
    if (sql.runEach !== undefined) return sql.runEach(one, made);
    const rows = [...made];
    const [first] = rows;
    if (first !== undefined && rows.length === 1) return sql.run(one, ...first);
    texts ??= makeTexts();
    const statements: Promise<void>[] = [];
    let start = 0;
    for (const { count, text } of texts)
      for (; start + count <= rows.length; start += count)
        statements.push(sql.run(text, ...rows.slice(start, start + count).flat()));
    // One does not wait for another one's answer.
    await Promise.all(statements);
  };
}
