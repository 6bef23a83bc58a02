import type { Migration } from './migration.ts';

const STATEMENTS = [
  /** One row for each change of the strategy: by a person of the queue, or by an account of the machine. */
  `CREATE TABLE strategy_version (
     number BIGINT PRIMARY KEY,
     made_at BIGINT NOT NULL,
     person_id TEXT REFERENCES person (id),
     account TEXT,
     way TEXT NOT NULL
   )`,
  /** What it changed: one row for each entry, `fields` as the JSON that those who keep the strategy receive. */
  `CREATE TABLE strategy_change (
     version BIGINT NOT NULL REFERENCES strategy_version (number),
     section TEXT NOT NULL,
     entry_id TEXT NOT NULL,
     act TEXT NOT NULL,
     fields TEXT NOT NULL,
     PRIMARY KEY (version, section, entry_id)
   )`,
  // Serves the history of one entry: whether it changed since somebody saw it, and since when a goal is a draft.
  'CREATE INDEX strategy_change_by_entry ON strategy_change (section, entry_id, version)',
];

/** Fields that entries have from now on. */
const NEW_FIELDS = [
  ['department', { pitchesPerQuarter: null, addresses: [] }],
  ['channel', { benchmarks: [] }],
] as const;

export const strategy: Migration = {
  number: 11,
  name: 'strategy',
  async up(sql) {
    for (const statement of STATEMENTS) await sql.run(statement);
    for (const [kind, fields] of NEW_FIELDS)
      for (const { id, body } of await sql.all<{ id: string; body: string }>(
        'SELECT id, body FROM strategy WHERE kind = $1',
        kind,
      ))
        await sql.run(
          'UPDATE strategy SET body = $3 WHERE kind = $1 AND id = $2',
          kind,
          id,
          JSON.stringify({ ...fields, ...JSON.parse(body) }),
        );
    // Those whom it names are known to everybody from now on.
    const entries = await sql.all<{ body: string }>('SELECT body FROM strategy');
    for (const id of namedBy(entries.map(({ body }) => JSON.parse(body)))) {
      await sql.run('UPDATE queue SET seq = seq + 1');
      await sql.run(
        `INSERT INTO change_log (kind, id, seq) SELECT 'colleague', $1, seq FROM queue WHERE 1 = 1
         ON CONFLICT (kind, id) DO UPDATE SET seq = excluded.seq`,
        id,
      );
    }
  },
};

/** Written out here: a released migration does not change with what comes later. */
function namedBy(entries: readonly Record<string, unknown>[]): Set<string> {
  const inForce = entries.filter(({ active, state }) => active !== false && state !== 'closed');
  const ids = inForce.flatMap((entry) => NAMING.map((field) => entry[field]));
  return new Set(ids.filter((id) => typeof id === 'string'));
}
const NAMING = ['contactId', 'deputyId', 'clearerId', 'sponsorId', 'ownerId'];
