import type { Migration } from './migration.ts';

/** What a clip of the first version did not say yet, as it was then. */
const ABSENT = { quotePlace: null, access: 'full', context: null, clippedImage: null };

type Body = { picture: object | null };

/** Clips say where their quote stands, how much of the page could be seen, and which link or image they are of. */
export const clipFields: Migration = {
  number: 2,
  name: 'clip-fields',
  async up(sql) {
    for (let last = ''; ; ) {
      const rows = await sql.all<{ id: string; body: string }>(
        'SELECT id, body FROM clip WHERE body IS NOT NULL AND id > $1 ORDER BY id LIMIT 500',
        last,
      );
      for (const { id, body } of rows) {
        const clip = JSON.parse(body) as Body;
        const picture = clip.picture === null ? null : { alt: '', ...clip.picture };
        await sql.run('UPDATE clip SET body = $2 WHERE id = $1', id, JSON.stringify({ ...ABSENT, ...clip, picture }));
      }
      const end = rows.at(-1);
      if (end === undefined) return;
      last = end.id;
    }
  },
};
