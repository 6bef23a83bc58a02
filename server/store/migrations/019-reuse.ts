import type { Migration } from './migration.ts';

const STATEMENTS = [
  /** The published topic that it takes up again [SM6]. */
  'ALTER TABLE topic ADD COLUMN reuse_of TEXT REFERENCES topic (id)',
  'CREATE INDEX topic_by_reuse ON topic (reuse_of)',
];

export const reuse: Migration = {
  number: 19,
  name: 'reuse',
  async up(sql) {
    for (const statement of STATEMENTS) await sql.run(statement);
  },
};
