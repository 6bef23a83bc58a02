import type { Migration } from './migration.ts';

/**
 * The words of each topic, to be searched. Version 0 stands for words that were not made yet: the queue
 * makes them when it starts, and again whenever the rules for words change (`server/search`).
 */
const STATEMENTS = [
  `CREATE TABLE topic_words (
     topic_id TEXT PRIMARY KEY,
     created_at BIGINT NOT NULL,
     title_words TEXT NOT NULL,
     words TEXT NOT NULL,
     version BIGINT NOT NULL
   )`,
  // Serves a search, which goes from the newest suggestion to the oldest.
  'CREATE INDEX topic_words_by_creation ON topic_words (created_at, topic_id)',
  // Serves the look for words of other rules.
  'CREATE INDEX topic_words_by_version ON topic_words (version)',
  `INSERT INTO topic_words (topic_id, created_at, title_words, words, version) SELECT id, created_at, '', '', 0 FROM topic`,
];

export const topicWords: Migration = {
  number: 4,
  name: 'topic-words',
  async up(sql) {
    for (const statement of STATEMENTS) await sql.run(statement);
  },
};
