import type { Migration } from './migration.ts';

/**
 * By what topics are found that are similar to one. Version 0 stands for what was not made yet: the queue makes
 * it while it runs, and again whenever the rules change (`server/similar`).
 */
const STATEMENTS = [
  /** All traits of a topic as JSON, to be taken out again. */
  `CREATE TABLE similar_topic (
     topic_id TEXT PRIMARY KEY,
     traits TEXT NOT NULL,
     version BIGINT NOT NULL
   )`,
  // Serves the look for what was made by other rules.
  'CREATE INDEX similar_topic_by_version ON similar_topic (version)',
  /** The rarest traits of each topic: the inverted list. */
  'CREATE TABLE similar_trait (trait TEXT NOT NULL, topic_id TEXT NOT NULL, PRIMARY KEY (trait, topic_id))',
  'CREATE INDEX similar_trait_by_topic ON similar_trait (topic_id)',
  /** In how many topics a trait is; the empty one counts the topics. */
  'CREATE TABLE similar_count (trait TEXT PRIMARY KEY, topics BIGINT NOT NULL)',
  `INSERT INTO similar_topic (topic_id, traits, version) SELECT id, '[]', 0 FROM topic`,
  /** What an editor said is not the same; `id` is of both topics. */
  `CREATE TABLE similar_rejection (
     id TEXT PRIMARY KEY,
     topic_id TEXT NOT NULL,
     other_id TEXT NOT NULL,
     person_id TEXT NOT NULL REFERENCES person (id),
     rejected_at BIGINT NOT NULL
   )`,
];

export const similar: Migration = {
  number: 5,
  name: 'similar',
  async up(sql) {
    for (const statement of STATEMENTS) await sql.run(statement);
  },
};
