import type { Migration } from './migration.ts';

/** What those who run the queue need: what they did, who asked to be forgotten, how long anything is kept. */
const STATEMENTS = [
  /** Acts of administration, append-only. `subject` is what was acted on: the id of a person, a device, a file’s name. */
  `CREATE TABLE audit (
     id TEXT PRIMARY KEY,
     done_at BIGINT NOT NULL,
     who TEXT NOT NULL,
     origin TEXT NOT NULL,
     act TEXT NOT NULL,
     subject TEXT NOT NULL
   )`,
  'CREATE INDEX audit_by_time ON audit (done_at)',
  /** People who were erased, by a hash that only their id leads to, and under which name their acts stand now. */
  `CREATE TABLE erasure (
     person_hash TEXT PRIMARY KEY,
     former_id TEXT NOT NULL,
     with_content BIGINT NOT NULL,
     erased_at BIGINT NOT NULL
   )`,
  /** At most one row: the section `retention` of the strategy, and when the queue last went by it. */
  'CREATE TABLE retention (id TEXT PRIMARY KEY, body TEXT NOT NULL, ran_at BIGINT NOT NULL)',
  /** When a client sent last, so that outcomes that nobody will ask for can go; 0: before this was noted. */
  'ALTER TABLE client ADD COLUMN seen_at BIGINT NOT NULL DEFAULT 0',
  // Serve finding everything of one person.
  'CREATE INDEX clip_by_submitter ON clip (submitter_id)',
  'CREATE INDEX client_by_person ON client (person_id)',
];

export const operators: Migration = {
  number: 7,
  name: 'operators',
  async up(sql) {
    for (const statement of STATEMENTS) await sql.run(statement);
  },
};
