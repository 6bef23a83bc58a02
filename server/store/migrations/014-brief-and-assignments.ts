import type { Migration } from './migration.ts';

/** What a topic takes: its brief, who does what for it, who is away, and how much time everybody has. */
const STATEMENTS = [
  /** The fields that somebody filled in, as JSON; the others say what the goal says. */
  `ALTER TABLE topic ADD COLUMN brief TEXT NOT NULL DEFAULT '{}'`,
  `CREATE TABLE assignment (
     id TEXT PRIMARY KEY,
     topic_id TEXT NOT NULL REFERENCES topic (id),
     to_id TEXT NOT NULL REFERENCES person (id),
     /** Who was meant and is away. */
     instead_of_id TEXT REFERENCES person (id),
     role TEXT NOT NULL,
     deliverable TEXT NOT NULL,
     due_at BIGINT,
     minutes_planned BIGINT,
     minutes_spent BIGINT,
     state TEXT NOT NULL,
     reason TEXT,
     asker_id TEXT NOT NULL REFERENCES person (id),
     asked_at BIGINT NOT NULL,
     changed_at BIGINT NOT NULL,
     /** The decision that made it superfluous, and where it stood before. */
     called_off_by TEXT,
     called_off_from TEXT
   )`,
  'CREATE INDEX assignment_by_topic ON assignment (topic_id)',
  'CREATE INDEX assignment_by_person ON assignment (to_id)',
  /** Days of the desk's calendar, both included, written 2026-12-24. */
  `CREATE TABLE absence (
     id TEXT PRIMARY KEY,
     person_id TEXT NOT NULL REFERENCES person (id),
     from_day TEXT NOT NULL,
     to_day TEXT NOT NULL
   )`,
  'CREATE INDEX absence_by_person ON absence (person_id, to_day)',
  /** The id is the person's and the week's, so that there is one for each. */
  `CREATE TABLE time_budget (
     id TEXT PRIMARY KEY,
     person_id TEXT NOT NULL REFERENCES person (id),
     /** The day it begins; null: every week that has none of its own. */
     monday TEXT,
     minutes BIGINT NOT NULL
   )`,
  'CREATE INDEX time_budget_by_person ON time_budget (person_id)',
  'ALTER TABLE question ADD COLUMN instead_of_id TEXT REFERENCES person (id)',
];

export const briefAndAssignments: Migration = {
  number: 14,
  name: 'brief-and-assignments',
  async up(sql) {
    for (const statement of STATEMENTS) await sql.run(statement);
  },
};
