import type { Migration } from './migration.ts';

/** Serves the totals of a week, which are asked for week by week. */
export const assignmentWeeks: Migration = {
  number: 18,
  name: 'assignment-weeks',
  async up(sql) {
    await sql.run('CREATE INDEX assignment_by_due ON assignment (due_at)');
  },
};
