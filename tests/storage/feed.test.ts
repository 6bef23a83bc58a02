import { expect, test } from 'vitest';
import { countShare, readFeed } from '../../storage/feed.ts';
import { receivePage } from '../../storage/receive-page.ts';
import { agreedToThanks, agreeToThanks } from '../../storage/thanks.ts';
import { DAY, editor, NOW, publication, submitter, topic } from '../desk/samples.ts';
import { newDatabase, page } from './device.ts';

const out = topic({ state: 'published' });
const other = topic({ state: 'published' });
const rows = [
  publication(out, { publishedAt: NOW - 2 * DAY }),
  publication(other, { publishedAt: NOW - DAY }),
  publication(other, { embargoUntil: NOW + DAY }),
  publication(other, { state: 'planned', publishedAt: null }),
];

async function device() {
  const db = newDatabase(submitter);
  const changes = [
    ...[out, other].map((row) => ({ kind: 'topic' as const, id: row.id, row })),
    ...rows.map((row) => ({ kind: 'publication' as const, id: row.id, row })),
    { kind: 'thanks' as const, id: out.id, row: { topicId: out.id, people: [{ id: 'x', name: 'Xenia Holm' }] } },
  ];
  await receivePage(db, null, page(changes), NOW);
  return db;
}

test('[SH2] everybody finds what was published, the newest first, from their own disk; what is under embargo only after it', async () => {
  const db = await device();
  const seen = await readFeed(db, NOW);
  expect(seen.map(({ publication: { id }, thanked }) => [id, thanked])).toEqual([
    [rows[1]?.id, []],
    [rows[0]?.id, ['Xenia Holm']],
  ]);
  expect(await readFeed(db, NOW + DAY)).toHaveLength(3);
});

test('[SH1] passing on counts once a day from a device', async () => {
  const db = await device();
  const id = rows[0]?.id ?? '';
  expect([await countShare(db, id, 'linkedin', NOW), await countShare(db, id, 'linkedin', NOW + 1)]).toEqual([
    true,
    false,
  ]);
  expect((await readFeed(db, NOW)).map(({ sharedToday }) => sharedToday)).toEqual([[], ['linkedin']]);
  expect(await countShare(db, id, 'linkedin', NOW + DAY)).toBe(true);
  expect((await db.outbox.toArray()).map(({ action }) => action)).toEqual(
    Array.from({ length: 2 }, () => ({ name: 'countShare', publicationId: id, network: 'linkedin' })),
  );
});

test('[SH3] nobody agreed before they say so, and whoever takes it back did not', async () => {
  const db = await device();
  expect(await agreedToThanks(db)).toBe(false);
  await agreeToThanks(db, true, NOW);
  expect(await agreedToThanks(db)).toBe(true);
  await agreeToThanks(db, false, NOW);
  expect(await agreedToThanks(db)).toBe(false);
});

test('[PB3] what is cleared no longer is offered to nobody, at the desk neither', async () => {
  const db = newDatabase(editor);
  const reopened = { state: 'open' as const, conditions: null, embargoUntil: null };
  const of = topic({ state: 'published', clearance: reopened });
  const row = publication(of, { publishedAt: NOW, shareable: true, networks: ['copy'] });
  const changes = [
    { kind: 'topic' as const, id: of.id, row: of },
    { kind: 'publication' as const, id: row.id, row },
  ];
  await receivePage(db, null, page(changes), NOW);
  expect(await readFeed(db, NOW)).toMatchObject([{ publication: { shareable: false } }]);
});
