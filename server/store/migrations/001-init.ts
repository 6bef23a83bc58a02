import type { Migration } from './migration.ts';

/**
 * Types that both engines read alike: BIGINT for integers and milliseconds, TEXT for JSON, BYTEA for
 * bytes (SQLite keeps bytes as they are under any type name it does not know).
 */
const TABLES = [
  /** One row: who this queue is, which history it tells, and the counter of the change log (CL5, CL7). */
  `CREATE TABLE queue (
     id TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     epoch TEXT NOT NULL,
     seq BIGINT NOT NULL
   )`,
  `CREATE TABLE change_log (
     kind TEXT NOT NULL,
     id TEXT NOT NULL,
     seq BIGINT NOT NULL,
     PRIMARY KEY (kind, id)
   )`,
  // Serves every pull: the changes after a cursor, in order.
  'CREATE UNIQUE INDEX change_log_by_seq ON change_log (seq)',

  /** `source`: strategy or invitation; applying a strategy leaves those alone who came by an open invitation. */
  `CREATE TABLE person (
     id TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     roles TEXT NOT NULL,
     department_id TEXT,
     source TEXT NOT NULL,
     active BIGINT NOT NULL
   )`,
  `CREATE TABLE invitation (
     id TEXT PRIMARY KEY,
     code_hash TEXT NOT NULL UNIQUE,
     person_id TEXT REFERENCES person (id),
     uses_left BIGINT NOT NULL,
     created_at BIGINT NOT NULL,
     expires_at BIGINT NOT NULL,
     revoked_at BIGINT
   )`,
  `CREATE TABLE device (
     id TEXT PRIMARY KEY,
     token_hash TEXT NOT NULL UNIQUE,
     person_id TEXT NOT NULL REFERENCES person (id),
     name TEXT NOT NULL,
     joined_at BIGINT NOT NULL,
     revoked_at BIGINT
   )`,
  /** Departments, audiences and goals, each as the JSON that devices receive. */
  `CREATE TABLE strategy (
     kind TEXT NOT NULL,
     id TEXT NOT NULL,
     body TEXT NOT NULL,
     PRIMARY KEY (kind, id)
   )`,

  `CREATE TABLE topic (
     id TEXT PRIMARY KEY,
     title TEXT NOT NULL,
     kind TEXT NOT NULL,
     department_id TEXT NOT NULL,
     goal_id TEXT,
     state TEXT NOT NULL,
     state_since BIGINT NOT NULL,
     lead_id TEXT REFERENCES person (id),
     hold_until BIGINT,
     merged_into TEXT,
     supporter_count BIGINT NOT NULL,
     cover_clip_id TEXT,
     created_at BIGINT NOT NULL,
     changed_at BIGINT NOT NULL,
     first_published_at BIGINT
   )`,
  // Serves the working set of the desk, newest first.
  'CREATE INDEX topic_by_change ON topic (changed_at)',
  // Serves the clock that brings held topics back.
  'CREATE INDEX topic_by_hold ON topic (state, hold_until)',
  /** Append-only. `ordinal` counts from 0 within a topic. */
  `CREATE TABLE decision (
     id TEXT PRIMARY KEY,
     topic_id TEXT NOT NULL REFERENCES topic (id),
     ordinal BIGINT NOT NULL,
     from_state TEXT NOT NULL,
     to_state TEXT NOT NULL,
     actor_id TEXT REFERENCES person (id),
     decided_at BIGINT NOT NULL,
     reason TEXT,
     sentence TEXT,
     hold_until BIGINT,
     undoes TEXT,
     UNIQUE (topic_id, ordinal)
   )`,
  /**
   * A withdrawn clip keeps its row without `body` and `address_key`, so that its submitter's devices
   * can be told and a late replay does not bring it back. Its topic may be gone: no foreign key.
   */
  `CREATE TABLE clip (
     id TEXT PRIMARY KEY,
     topic_id TEXT NOT NULL,
     submitter_id TEXT NOT NULL REFERENCES person (id),
     address_key TEXT,
     body TEXT,
     received_at BIGINT NOT NULL
   )`,
  // Serves supporters of a topic, and whether a reader has a clip in it.
  'CREATE INDEX clip_by_topic ON clip (topic_id, submitter_id)',
  // Serves the topic that a page falls back to when its newest one is withdrawn.
  'CREATE INDEX clip_by_address ON clip (address_key)',
  /** The newest topic of each page (AD1). */
  `CREATE TABLE address (
     key TEXT PRIMARY KEY,
     topic_id TEXT NOT NULL REFERENCES topic (id)
   )`,
  'CREATE INDEX address_by_topic ON address (topic_id)',
  /** One row for each clip and never shared between clips, so that a known hash opens nothing (BL2). */
  `CREATE TABLE picture (
     clip_id TEXT PRIMARY KEY REFERENCES clip (id),
     hash TEXT NOT NULL,
     type TEXT NOT NULL,
     bytes BYTEA NOT NULL
   )`,

  `CREATE TABLE client (
     id TEXT PRIMARY KEY,
     person_id TEXT NOT NULL REFERENCES person (id),
     last_number BIGINT NOT NULL
   )`,
  /** What became of each mutation, until its client acknowledged it (CL3). */
  `CREATE TABLE outcome (
     client_id TEXT NOT NULL REFERENCES client (id),
     number BIGINT NOT NULL,
     mutation_id TEXT NOT NULL,
     refusal_kind TEXT,
     refusal_path TEXT,
     PRIMARY KEY (client_id, number)
   )`,
];

export const init: Migration = {
  number: 1,
  name: 'init',
  async up(sql) {
    for (const statement of TABLES) await sql.run(statement);
    await sql.run(
      'INSERT INTO queue (id, name, epoch, seq) VALUES ($1, $2, $3, 0)',
      crypto.randomUUID(),
      'Clipdesk',
      crypto.randomUUID(),
    );
  },
};
