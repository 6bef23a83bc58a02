import { expect, test, vi } from 'vitest';
import type { Cursor } from '../../protocol/cursor.ts';
import type { PullResponse } from '../../protocol/pull.ts';
import { SyncError } from '../../sync/errors.ts';
import { fetchPages } from '../../sync/pages.ts';
import { topic } from '../desk/samples.ts';
import { page } from '../storage/device.ts';

const [one, two] = [topic(), topic()];
const said = (row: typeof one) => ({ kind: 'topic', id: row.id, row }) as const;
/** Answers these pages, one for each position. */
const queueOf = (pages: readonly (PullResponse | Error)[]) =>
  vi.fn(async (cursor: Cursor | null): Promise<PullResponse> => {
    const answer = pages[cursor?.seq ?? 0];
    if (answer instanceof Error) throw answer;
    return answer ?? page([], { seq: 99 });
  });

test('[PL4] pages that follow each other are one: what a later one says of a row stands', async () => {
  const later = { ...one, title: 'Anders' };
  const fetchPage = queueOf([
    page([said(one)], { seq: 1, more: true }),
    page([said(two)], { seq: 2, more: true }),
    page([said(later)], { seq: 3, more: true }),
  ]);
  const pages = await fetchPages(fetchPage, null, 3);
  expect(pages.changes.map(({ row }) => row)).toEqual([later, two]);
  expect([pages.cursor.seq, pages.more, pages.reset]).toEqual([3, true, false]);
  expect(fetchPage).toHaveBeenCalledTimes(3);
});

test('[PL4] the last page ends them, and one that says that something is gone is not forgotten', async () => {
  const gone = { kind: 'topic', id: one.id, row: null } as const;
  const fetchPage = queueOf([page([said(one)], { seq: 1, more: true }), page([gone], { seq: 2 })]);
  expect(await fetchPages(fetchPage, null, 3)).toMatchObject({ changes: [gone], more: false });
  expect(fetchPage).toHaveBeenCalledTimes(2);
});

test('[PL2] of a page that begins anew nothing that came before it is left; one that follows it does not take that back', async () => {
  const again = queueOf([page([said(one)], { seq: 1, more: true }), page([said(two)], { seq: 5, reset: true })]);
  expect(await fetchPages(again, null, 3)).toMatchObject({ changes: [said(two)], reset: true });

  const first = queueOf([page([said(one)], { seq: 1, more: true, reset: true }), page([said(two)], { seq: 2 })]);
  expect(await fetchPages(first, null, 3)).toMatchObject({ changes: [said(one), said(two)], reset: true });

  const other = page([said(two)], { seq: 1 });
  const elsewhere = { ...other, cursor: { ...other.cursor, epoch: crypto.randomUUID() } };
  const restored = queueOf([page([said(one)], { seq: 1, more: true }), elsewhere]);
  expect(await fetchPages(restored, null, 3)).toMatchObject({ changes: [said(two)], reset: true });
});

test('[PL3] what came before a page that could not be had is not lost with it', async () => {
  const fetchPage = queueOf([page([said(one)], { seq: 1, more: true }), new SyncError('unreachable')]);
  expect(await fetchPages(fetchPage, null, 3)).toMatchObject({ changes: [said(one)], more: true });
  await expect(fetchPages(queueOf([new SyncError('unreachable')]), null, 3)).rejects.toMatchObject({
    kind: 'unreachable',
  });
});

test('pages that lead nowhere are not believed, and a fault of the program is not swallowed', async () => {
  const nowhere = queueOf([page([], { seq: 1, more: true }), page([], { seq: 1, more: true })]);
  await expect(fetchPages(nowhere, null, 3)).rejects.toMatchObject({ kind: 'not_a_queue' });
  const broken = queueOf([page([], { seq: 1, more: true }), new TypeError('ours')]);
  await expect(fetchPages(broken, null, 3)).rejects.toThrow(TypeError);
});
