import type { Migration } from './migration.ts';

const STATEMENTS = [
  /** Each topic that a clip stood in before a merge, or the taking back of one, moved it on: devices may hold it still. */
  `CREATE TABLE clip_left (
     topic_id TEXT NOT NULL,
     clip_id TEXT NOT NULL REFERENCES clip (id),
     PRIMARY KEY (topic_id, clip_id)
   )`,
  'INSERT INTO clip_left (topic_id, clip_id) SELECT home_topic_id, id FROM clip WHERE home_topic_id <> topic_id',
  // It answered what the table answers now.
  'DROP INDEX clip_by_home',
];

export const movedClips: Migration = {
  number: 10,
  name: 'moved-clips',
  async up(sql) {
    for (const statement of STATEMENTS) await sql.run(statement);
  },
};
