import type { Migration } from './migration.ts';

/** What the desk works with beside clips and decisions: notes, questions, publications, claims, saved views. */
const STATEMENTS = [
  'ALTER TABLE topic ADD COLUMN due_at BIGINT',
  /** Who was told that it is overdue, as the JSON that devices receive. */
  'ALTER TABLE topic ADD COLUMN escalation TEXT',
  'ALTER TABLE topic ADD COLUMN for_meeting BIGINT NOT NULL DEFAULT 0',
  `ALTER TABLE topic ADD COLUMN labels TEXT NOT NULL DEFAULT '[]'`,
  /** When the queue has to look at the topic by itself, whatever for: a hold, an answer that is due, a quiet decline. */
  'ALTER TABLE topic ADD COLUMN wake_at BIGINT',
  `UPDATE topic SET wake_at = hold_until WHERE state = 'held'`,
  'CREATE INDEX topic_by_wake ON topic (wake_at)',
  // Serves lists of what is overdue.
  'CREATE INDEX topic_by_due ON topic (state, due_at)',
  // Serves the topics that were merged into one.
  'CREATE INDEX topic_by_merge ON topic (merged_into)',
  'ALTER TABLE decision ADD COLUMN hold_reason TEXT',
  'ALTER TABLE decision ADD COLUMN into_topic TEXT',
  'ALTER TABLE decision ADD COLUMN cause TEXT',
  /** The topic that a clip came to; merging moves `topic_id`, taking the merge back restores it from here. */
  'ALTER TABLE clip ADD COLUMN home_topic_id TEXT',
  'UPDATE clip SET home_topic_id = topic_id',
  // Serves whether a reader once had a clip in a topic that is merged now.
  'CREATE INDEX clip_by_home ON clip (home_topic_id, submitter_id)',

  // Serves whether an act that comes under another number was done already [PU3].
  'CREATE INDEX outcome_by_mutation ON outcome (mutation_id)',

  /** Never joined with what submitters receive. */
  `CREATE TABLE note (
     id TEXT PRIMARY KEY,
     topic_id TEXT NOT NULL REFERENCES topic (id),
     author_id TEXT NOT NULL REFERENCES person (id),
     noted_at BIGINT NOT NULL,
     text TEXT NOT NULL
   )`,
  'CREATE INDEX note_by_topic ON note (topic_id)',
  `CREATE TABLE question (
     id TEXT PRIMARY KEY,
     topic_id TEXT NOT NULL REFERENCES topic (id),
     to_id TEXT NOT NULL REFERENCES person (id),
     asked_as TEXT NOT NULL,
     form TEXT NOT NULL,
     text TEXT NOT NULL,
     options TEXT NOT NULL,
     asker_id TEXT NOT NULL REFERENCES person (id),
     asked_at BIGINT NOT NULL,
     deliver_at BIGINT NOT NULL,
     delivered_at BIGINT,
     due_at BIGINT NOT NULL,
     state TEXT NOT NULL,
     answer TEXT,
     answered_at BIGINT,
     withdrawn_by TEXT
   )`,
  'CREATE INDEX question_by_topic ON question (topic_id)',
  // Serves a person's open questions, and how many they were asked this month.
  'CREATE INDEX question_by_person ON question (to_id, asked_at)',
  // Serve the clocks that deliver and expire.
  'CREATE INDEX question_by_delivery ON question (state, deliver_at)',
  'CREATE INDEX question_by_due ON question (state, due_at)',
  /** A way to answer without the extension, at most one for a question; the token itself is kept nowhere. */
  `CREATE TABLE question_link (
     question_id TEXT PRIMARY KEY REFERENCES question (id),
     token_hash TEXT NOT NULL UNIQUE,
     created_by TEXT NOT NULL REFERENCES person (id),
     created_at BIGINT NOT NULL
   )`,
  `CREATE TABLE publication (
     id TEXT PRIMARY KEY,
     topic_id TEXT NOT NULL REFERENCES topic (id),
     channel_id TEXT NOT NULL,
     state TEXT NOT NULL,
     due_at BIGINT,
     published_at BIGINT,
     address TEXT,
     editor_id TEXT NOT NULL REFERENCES person (id),
     changed_at BIGINT NOT NULL
   )`,
  'CREATE INDEX publication_by_topic ON publication (topic_id)',
  'CREATE INDEX publication_by_due ON publication (due_at)',
  `CREATE TABLE claim (
     topic_id TEXT PRIMARY KEY REFERENCES topic (id),
     person_id TEXT NOT NULL REFERENCES person (id),
     claimed_until BIGINT NOT NULL
   )`,
  `CREATE TABLE saved_view (
     id TEXT PRIMARY KEY,
     owner_id TEXT NOT NULL REFERENCES person (id),
     name TEXT NOT NULL,
     filter TEXT NOT NULL,
     shared BIGINT NOT NULL
   )`,
];

export const desk: Migration = {
  number: 3,
  name: 'desk',
  async up(sql) {
    for (const statement of STATEMENTS) await sql.run(statement);
    // Those who answer for something are known to everybody from now on.
    for (const { id } of await sql.all<{ id: string }>(
      `SELECT id FROM person WHERE active = 1 AND roles <> '["submitter"]'`,
    )) {
      await sql.run('UPDATE queue SET seq = seq + 1');
      await sql.run(`INSERT INTO change_log (kind, id, seq) SELECT 'colleague', $1, seq FROM queue`, id);
    }
  },
};
