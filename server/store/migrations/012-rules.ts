import type { Migration } from './migration.ts';

const STATEMENTS = [
  /** Who accepted which version of which rule, and when: a proof, so a later version takes nothing away. */
  `CREATE TABLE acknowledgement (
     id TEXT PRIMARY KEY,
     person_id TEXT NOT NULL REFERENCES person (id),
     rule_id TEXT NOT NULL,
     version BIGINT NOT NULL,
     acknowledged_at BIGINT NOT NULL
   )`,
  'CREATE UNIQUE INDEX acknowledgement_by_person ON acknowledgement (person_id, rule_id, version)',
];

export const rules: Migration = {
  number: 12,
  name: 'rules',
  async up(sql) {
    for (const statement of STATEMENTS) await sql.run(statement);
  },
};
