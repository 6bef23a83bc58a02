import type { Migration } from './migration.ts';

/** Words and traits may follow after the answer: up to where in the log they did. Until now they were never behind. */
const STATEMENTS = [
  'ALTER TABLE queue ADD COLUMN followed BIGINT NOT NULL DEFAULT 0',
  'UPDATE queue SET followed = seq',
];

export const followed: Migration = {
  number: 16,
  name: 'followed',
  async up(sql) {
    for (const statement of STATEMENTS) await sql.run(statement);
  },
};
