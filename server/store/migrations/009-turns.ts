import type { Migration } from './migration.ts';

/**
 * Whose turn it is among several servers on one database. `write` is locked by whoever writes; `clocks` says who
 * runs the clocks and until when. On SQLite, with one server, nobody asks.
 */
const STATEMENTS = [
  'CREATE TABLE turn (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until BIGINT NOT NULL)',
  `INSERT INTO turn (name, holder, until) VALUES ('write', '', 0)`,
  `INSERT INTO turn (name, holder, until) VALUES ('clocks', '', 0)`,
];

export const turns: Migration = {
  number: 9,
  name: 'turns',
  async up(sql) {
    for (const statement of STATEMENTS) await sql.run(statement);
  },
};
