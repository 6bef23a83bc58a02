/** Whom the strategy names as answering for something: contacts, deputies, clearers, sponsors, owners of channels (S12). */
import type { Sql } from '../store/store.ts';

const FIELDS = ['contactId', 'deputyId', 'clearerId', 'sponsorId', 'ownerId'] as const;

type Entry = Readonly<Record<string, unknown>>;

/** What was closed names nobody any more. */
const isInForce = ({ active, state }: Entry): boolean => active !== false && state !== 'closed';

export const namedIn = (entries: readonly Entry[]): Set<string> =>
  new Set(
    entries
      .filter(isInForce)
      .flatMap((entry) => FIELDS.map((field) => entry[field]))
      .filter((id) => typeof id === 'string'),
  );

export async function isNamedInStrategy(sql: Sql, personId: string): Promise<boolean> {
  const rows = await sql.all<{ body: string }>(
    `SELECT body FROM strategy WHERE kind IN ('department', 'goal', 'channel') AND body LIKE $1`,
    // "_" in an id fits any sign here: what is found is looked at.
    `%${JSON.stringify(personId)}%`,
  );
  return namedIn(rows.map(({ body }) => JSON.parse(body))).has(personId);
}
