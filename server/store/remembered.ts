import type { Sql } from './store.ts';

/** Of the same transaction every clip asks the same. What comes back is everybody's: nobody changes it. */
export function remembered<T>(sql: Sql, what: string, ask: () => Promise<T>): Promise<T> {
  const before = sql.memo?.get(what);
  // The name says what was asked, which the compiler cannot follow.
  if (before !== undefined) return before as Promise<T>;
  const asked = ask();
  sql.memo?.set(what, asked);
  return asked;
}
