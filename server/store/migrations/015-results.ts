import type { Migration } from './migration.ts';

/** What came of goals, and what employees may pass on of what was published. */
const STATEMENTS = [
  'ALTER TABLE publication ADD COLUMN owner_id TEXT REFERENCES person (id)',
  'ALTER TABLE publication ADD COLUMN embargo_until BIGINT',
  /** 1 as long as the embargo stands; the queue's clock lifts it, so that devices hear of it. */
  'ALTER TABLE publication ADD COLUMN embargoed BIGINT NOT NULL DEFAULT 0',
  `ALTER TABLE publication ADD COLUMN audience_ids TEXT NOT NULL DEFAULT '[]'`,
  'ALTER TABLE publication ADD COLUMN shareable BIGINT NOT NULL DEFAULT 0',
  `ALTER TABLE publication ADD COLUMN networks TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE publication ADD COLUMN share_texts TEXT NOT NULL DEFAULT '{}'`,
  'CREATE INDEX publication_by_embargo ON publication (embargoed, embargo_until)',
  // Serves finding what another program measured by its address.
  'CREATE INDEX publication_by_address ON publication (address)',
  /** 1 as long as everything that was published of it is under embargo. */
  'ALTER TABLE topic ADD COLUMN embargoed BIGINT NOT NULL DEFAULT 0',
  `CREATE TABLE result (
     id TEXT PRIMARY KEY,
     goal_id TEXT NOT NULL,
     topic_id TEXT REFERENCES topic (id),
     publication_id TEXT REFERENCES publication (id),
     measure TEXT NOT NULL,
     value DOUBLE PRECISION NOT NULL,
     unit TEXT NOT NULL,
     measured_at BIGINT NOT NULL,
     source TEXT NOT NULL,
     lesson TEXT,
     reporter_id TEXT REFERENCES person (id),
     changed_at BIGINT NOT NULL
   )`,
  'CREATE INDEX result_by_topic ON result (topic_id)',
  /** How often something was passed on: no person, no device, no time of day [SH1]. `told`: its day is over. */
  `CREATE TABLE share (
     id TEXT PRIMARY KEY,
     publication_id TEXT NOT NULL REFERENCES publication (id),
     network TEXT NOT NULL,
     day TEXT NOT NULL,
     count BIGINT NOT NULL,
     told BIGINT NOT NULL DEFAULT 0
   )`,
  'CREATE INDEX share_by_publication ON share (publication_id)',
  'CREATE INDEX share_by_day ON share (told, day)',
  /** Who agreed to be thanked by name; whoever did not has no row. */
  'CREATE TABLE consent (person_id TEXT PRIMARY KEY REFERENCES person (id), agreed_at BIGINT NOT NULL)',
];

export const results: Migration = {
  number: 15,
  name: 'results',
  async up(sql) {
    for (const statement of STATEMENTS) await sql.run(statement);
  },
};
