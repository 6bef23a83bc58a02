import type { Migration } from './migration.ts';

const STATEMENTS = [
  /** Until when a topic may not appear, because a page of it is under embargo [PB4]. */
  'ALTER TABLE topic ADD COLUMN page_embargo_until BIGINT',
  /** The published topic that it takes up again [SM6]. */
  'ALTER TABLE topic ADD COLUMN reuse_of TEXT REFERENCES topic (id)',
  'CREATE INDEX topic_by_reuse ON topic (reuse_of)',
];

export const embargoAndReuse: Migration = {
  number: 17,
  name: 'embargo-and-reuse',
  async up(sql) {
    for (const statement of STATEMENTS) await sql.run(statement);
  },
};
