/**
 * The list of erasures, kept in a file beside the database: a backup knows nothing of what was erased after it was
 * made. Whoever restores one, in whatever way, gets them applied again when the queue starts.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { queueRow } from '../rows/queue.ts';
import type { Sql, Store } from '../store/store.ts';
import { erasePerson, hashPerson, StillNeeded } from './erase.ts';

const erasureSchema = z.object({
  personHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  formerId: z.string().check(z.regex(/^former-[0-9a-f-]{36}$/)),
  withContent: z.boolean(),
  at: z.int(),
});
export type Erasure = z.infer<typeof erasureSchema>;

export const newFormerId = (): string => `former-${crypto.randomUUID()}`;

export function noteErasure(file: string, erasure: Erasure): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(erasure)}\n`, { flush: true, mode: 0o600 });
}

/** @throws if a line is none: the list must never be read half. */
function readErasures(file: string): Erasure[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => erasureSchema.parse(JSON.parse(line)));
}

/**
 * Erases again whoever is on the list and in a database from before. One that notes the erasure is not from before:
 * whoever is there under that id now came anew, and stays. Returns how many were erased.
 * @param refused is told of those whom the strategy of the backup still names
 */
export async function applyErasures(store: Store, file: string, refused: (message: string) => void): Promise<number> {
  const wanted = new Map(readErasures(file).map((erasure) => [erasure.personHash, erasure]));
  if (wanted.size === 0) return 0;
  const found = await store.read((sql) => peopleOf(sql, wanted));
  let applied = 0;
  for (const { personId, erasure } of found) {
    try {
      await store.write((tx) => erasePerson(tx, personId, erasure));
      applied += 1;
    } catch (error) {
      if (!(error instanceof StillNeeded)) throw error;
      refused(error.message);
    }
  }
  return applied;
}

async function peopleOf(sql: Sql, wanted: ReadonlyMap<string, Erasure>) {
  const { id: queueId } = await queueRow(sql);
  const noted = await sql.all<{ person_hash: string; erased_at: number }>('SELECT person_hash, erased_at FROM erasure');
  const done = new Map(noted.map((row) => [row.person_hash, row.erased_at]));
  const people = await sql.all<{ id: string }>('SELECT id FROM person');
  return people.flatMap(({ id: personId }) => {
    const erasure = wanted.get(hashPerson(queueId, personId));
    // Who came anew and was erased again is noted with the earlier time in a backup from between.
    const isDone = erasure !== undefined && (done.get(erasure.personHash) ?? -1) >= erasure.at;
    return erasure === undefined || isDone ? [] : [{ personId, erasure }];
  });
}
