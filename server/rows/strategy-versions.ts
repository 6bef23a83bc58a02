/** The history of the strategy: numbered versions, each with what it changed. Append-only. */
import type { EntryChange, StrategyVersion, WAYS } from '../../protocol/strategy-history.ts';
import type { Sql, Tx } from '../store/store.ts';

/** Who changes the strategy: a person, or an account of the machine that runs the queue. */
export type Author = { personId: string | null; account: string | null; way: (typeof WAYS)[number]; at: number };

type VersionRow = {
  number: number;
  made_at: number;
  person_id: string | null;
  name: string | null;
  account: string | null;
  way: Author['way'];
};
type ChangeRow = { version: number; section: string; entry_id: string; act: EntryChange['act']; fields: string };

/** 0 before anything was changed. */
export async function currentVersion(sql: Sql): Promise<number> {
  const [row] = await sql.all<{ number: number | null }>('SELECT MAX(number) AS number FROM strategy_version');
  return row?.number ?? 0;
}

export async function addVersion(tx: Tx, author: Author, changes: readonly EntryChange[]): Promise<number> {
  const number = (await currentVersion(tx)) + 1;
  await tx.run(
    'INSERT INTO strategy_version (number, made_at, person_id, account, way) VALUES ($1, $2, $3, $4, $5)',
    number,
    author.at,
    author.personId,
    author.account,
    author.way,
  );
  for (const { section, id, act, fields } of changes)
    await tx.run(
      'INSERT INTO strategy_change (version, section, entry_id, act, fields) VALUES ($1, $2, $3, $4, $5)',
      number,
      section,
      id ?? '',
      act,
      JSON.stringify(fields),
    );
  return number;
}

const SELECT = `SELECT strategy_version.number, made_at, person_id, person.name, account, way
  FROM strategy_version LEFT JOIN person ON person.id = strategy_version.person_id`;

/** The newest first. @param before only those older than this number */
export async function listVersions(sql: Sql, before: number, limit: number): Promise<StrategyVersion[]> {
  const rows = await sql.all<VersionRow>(`${SELECT} WHERE number < $1 ORDER BY number DESC LIMIT $2`, before, limit);
  return withChanges(sql, rows);
}

export async function findVersion(sql: Sql, number: number): Promise<StrategyVersion | null> {
  const [version] = await withChanges(sql, await sql.all<VersionRow>(`${SELECT} WHERE number = $1`, number));
  return version ?? null;
}

/** What was changed after a version, of one entry or of everything; the oldest first. */
export async function versionsSince(
  sql: Sql,
  version: number,
  entry: { section: string; id: string | null } | null,
): Promise<StrategyVersion[]> {
  const rows = await sql.all<VersionRow>(`${SELECT} WHERE number > $1 ORDER BY number`, version);
  const versions = await withChanges(sql, rows);
  if (entry === null) return versions;
  return versions.flatMap((each) => {
    const changes = each.changes.filter(({ section, id }) => section === entry.section && id === entry.id);
    return changes.length === 0 ? [] : [{ ...each, changes }];
  });
}

type DatedChange = EntryChange & { at: number };

/** Every change of one entry, the newest first. */
export async function changesOfEntry(sql: Sql, section: string, id: string): Promise<DatedChange[]> {
  const rows = await sql.all<ChangeRow & { made_at: number }>(
    `SELECT version, section, entry_id, act, fields, made_at
     FROM strategy_change JOIN strategy_version ON strategy_version.number = strategy_change.version
     WHERE section = $1 AND entry_id = $2 ORDER BY version DESC`,
    section,
    id,
  );
  return rows.map((row) => ({ ...toChange(row), at: row.made_at }));
}

/** Changes that are of a person, or name one. */
export async function changesNaming(sql: Sql, personId: string): Promise<ChangeRow[]> {
  const rows = await sql.all<ChangeRow>(
    'SELECT version, section, entry_id, act, fields FROM strategy_change ORDER BY version, section, entry_id',
  );
  return rows.filter(
    ({ section, entry_id, fields }) =>
      (section === 'people' && entry_id === personId) || fields.includes(JSON.stringify(personId)),
  );
}

const toChange = ({ section, entry_id, act, fields }: ChangeRow): EntryChange => ({
  section,
  id: entry_id === '' ? null : entry_id,
  act,
  fields: JSON.parse(fields),
});

async function withChanges(sql: Sql, rows: readonly VersionRow[]): Promise<StrategyVersion[]> {
  if (rows.length === 0) return [];
  const numbers = rows.map(({ number }) => number);
  const changes = await sql.all<ChangeRow>(
    `SELECT version, section, entry_id, act, fields FROM strategy_change
     WHERE version >= $1 AND version <= $2 ORDER BY version, section, entry_id`,
    Math.min(...numbers),
    Math.max(...numbers),
  );
  const ofVersion = Map.groupBy(changes, ({ version }) => version);
  return rows.map(({ number, made_at, person_id, name, account, way }) => ({
    number,
    at: made_at,
    by: person_id === null ? null : { id: person_id, name: name ?? person_id },
    account,
    way,
    changes: (ofVersion.get(number) ?? []).map(toChange),
  }));
}
