import type { Migration } from './migration.ts';

const STATEMENTS = [
  // Serve the figures of a span: what was suggested, decided and clipped in it, and what a decision took back.
  'CREATE INDEX topic_by_creation ON topic (created_at)',
  'CREATE INDEX decision_by_time ON decision (decided_at)',
  'CREATE INDEX decision_by_undone ON decision (undoes) WHERE undoes IS NOT NULL',
  'CREATE INDEX clip_by_arrival ON clip (received_at)',
  /** The labels of each topic one by one, to be searched for exactly as they are written. */
  `CREATE TABLE topic_label (
     topic_id TEXT NOT NULL,
     label TEXT NOT NULL,
     PRIMARY KEY (topic_id, label)
   )`,
  /** Whether the clocks of topics from before there were clocks were wound: once, not at every start. */
  'ALTER TABLE queue ADD COLUMN clocks_wound BIGINT NOT NULL DEFAULT 0',
];

export const deskRules: Migration = {
  number: 8,
  name: 'desk-rules',
  async up(sql) {
    for (const statement of STATEMENTS) await sql.run(statement);
    const labelled = await sql.all<{ id: string; labels: string }>(`SELECT id, labels FROM topic WHERE labels <> '[]'`);
    for (const { id, labels } of labelled)
      for (const label of new Set(JSON.parse(labels) as string[]))
        await sql.run('INSERT INTO topic_label (topic_id, label) VALUES ($1, $2)', id, label);
  },
};
