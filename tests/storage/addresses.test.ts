import { expect, test } from 'vitest';
import type { Change } from '../../protocol/pull.ts';
import type { AddressRow } from '../../protocol/topic.ts';
import { findAddress } from '../../storage/addresses.ts';
import { nothingBrought, receivePage } from '../../storage/receive-page.ts';
import { suggestionForPage } from '../../storage/suggestions.ts';
import { NOW, uuid } from '../desk/samples.ts';
import { newDatabase, page } from './device.ts';
import { heldAddresses } from './held-addresses.ts';

const row = (key: string, state: AddressRow['state'] = 'new'): AddressRow => ({
  ...{ key, topicId: uuid(), state, stateSince: NOW, supporterCount: 1 },
});
const told = (of: AddressRow): Change => ({ kind: 'address', id: of.key, row: of });
const gone = (key: string): Change => ({ kind: 'address', id: key, row: null });

/** Pages of one pull, the first from the beginning, as `pullAll` hands them on. */
async function pulled(...pages: Change[][]) {
  const db = newDatabase();
  const brought = nothingBrought();
  let cursor = null;
  for (const [index, changes] of pages.entries()) {
    const next = page(changes, { seq: index + 1, more: index + 1 < pages.length });
    expect(await receivePage(db, cursor, next, NOW, brought)).toBe(true);
    cursor = next.cursor;
  }
  return { db, cursor };
}

test('[AD1] the pages of a first pull are found by their keys, and kept in one row for each page of it', async () => {
  const [a, b, c] = [row('2.a'), row('2.b', 'published'), row('2.c')];
  const { db } = await pulled([told(a), told(b)], [told(c)]);
  expect([await db.addresses.count(), await db.addressPacks.count()]).toEqual([0, 2]);
  expect(await heldAddresses(db)).toEqual([a, b, c]);
  expect(await suggestionForPage(db, '2.b')).toEqual({ kind: 'colleague', earlier: b });
  expect(await suggestionForPage(db, '2.d')).toEqual({ kind: 'none' });
});

test('[PL2] what is told of a page later stands, whichever way the earlier was kept', async () => {
  const [a, b, c] = [row('2.a'), row('2.b'), row('2.c')];
  const twice = row('2.a', 'accepted');
  const { db, cursor } = await pulled([told(a), told(b)], [told(twice), told(c)]);
  expect(await heldAddresses(db)).toEqual([twice, b, c]);
  // Another pull, which knows nothing of the one before.
  const later = [row('2.b', 'declined'), row('2.d')];
  await receivePage(db, cursor, page(later.map(told), { seq: 9 }), NOW);
  expect(await heldAddresses(db)).toEqual([twice, later[0], c, later[1]]);
});

test('[PL2] a page that left is forgotten, out of its pack too', async () => {
  const [a, b, c] = [row('2.a'), row('2.b'), row('2.c')];
  const { db, cursor } = await pulled([told(a), told(b), told(c)]);
  const next = page([told(row('2.b', 'held'))], { seq: 9 });
  await receivePage(db, cursor, next, NOW);
  await receivePage(db, next.cursor, page([gone('2.b'), gone('2.c'), gone('2.never')], { seq: 10 }), NOW);
  expect(await findAddress(db, '2.b')).toBeUndefined();
  expect(await heldAddresses(db)).toEqual([a]);
});

test('[PL2] a reset forgets packs', async () => {
  const { db, cursor } = await pulled([told(row('2.a'))]);
  const other = row('2.z');
  await receivePage(db, cursor, page([told(other)], { seq: 9, reset: true }), NOW);
  expect(await heldAddresses(db)).toEqual([other]);
});
