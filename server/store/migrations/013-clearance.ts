import type { Migration } from './migration.ts';

/** Permission to use company information outside: how it stands for each topic, and every step that led there. */
const STATEMENTS = [
  /** Everything but `topic_id` follows: from the steps, and `clearer_id` from who is there. */
  `CREATE TABLE clearance (
     topic_id TEXT PRIMARY KEY REFERENCES topic (id),
     level TEXT NOT NULL,
     state TEXT NOT NULL,
     conditions TEXT,
     embargo_until BIGINT,
     due_at BIGINT,
     clearer_id TEXT REFERENCES person (id)
   )`,
  // Serves whose turn it is, looked through by the clock.
  'CREATE INDEX clearance_by_state ON clearance (state)',
  `CREATE TABLE clearance_step (
     id TEXT PRIMARY KEY,
     topic_id TEXT NOT NULL REFERENCES clearance (topic_id),
     ordinal BIGINT NOT NULL,
     kind TEXT NOT NULL,
     actor_id TEXT REFERENCES person (id),
     taken_at BIGINT NOT NULL,
     level TEXT NOT NULL,
     personal_data BIGINT NOT NULL,
     third_party_rights BIGINT NOT NULL,
     insider BIGINT NOT NULL,
     rule_id TEXT,
     clip_id TEXT,
     due_at BIGINT,
     note TEXT,
     conditions TEXT,
     embargo_until BIGINT
   )`,
  'CREATE UNIQUE INDEX clearance_step_by_topic ON clearance_step (topic_id, ordinal)',
];

export const clearance: Migration = {
  number: 13,
  name: 'clearance',
  async up(sql) {
    for (const statement of STATEMENTS) await sql.run(statement);
  },
};
