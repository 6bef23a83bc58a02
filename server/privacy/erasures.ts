/**
 * The list of erasures, kept in a file beside the database: a backup knows nothing of what was erased after it was
 * made. Whoever restores one, in whatever way, gets them applied again when the queue starts.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
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
 * Erases again whoever is on the list and in the database nevertheless. Returns how many that were.
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
  const people = await sql.all<{ id: string }>('SELECT id FROM person');
  const found: { personId: string; erasure: Erasure }[] = [];
  for (const { id } of people) {
    const erasure = wanted.get(await hashPerson(sql, id));
    if (erasure !== undefined) found.push({ personId: id, erasure });
  }
  return found;
}
