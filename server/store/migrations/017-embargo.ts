import type { Migration } from './migration.ts';

/** Until when a topic may not appear, because a page of it is under embargo [PB4]. */
export const embargo: Migration = {
  number: 17,
  name: 'embargo',
  async up(sql) {
    await sql.run('ALTER TABLE topic ADD COLUMN page_embargo_until BIGINT');
  },
};
