/** Pages of a pull that are stored together: each commit waits for the disk. */
import type { Cursor } from '../protocol/cursor.ts';
import type { Change, PullResponse } from '../protocol/pull.ts';
import { SyncError } from './errors.ts';

export type FetchPage = (cursor: Cursor | null) => Promise<PullResponse>;

/**
 * As one page what up to `most` of them say that follow each other. One that cannot be had ends it; it is asked for again once
 * what came before it is stored.
 * @throws SyncError of the first one; `not_a_queue` if they lead nowhere
 */
export async function fetchPages(fetchPage: FetchPage, asked: Cursor | null, most: number): Promise<PullResponse> {
  let pages = await fetched(fetchPage, asked);
  for (let count = 1; count < most && pages.more; count += 1) {
    const next = await fetched(fetchPage, pages.cursor).catch(unreachable);
    if (next === null) break;
    pages = together(pages, next);
  }
  return pages;
}

const unreachable = (error: unknown): null => {
  if (error instanceof SyncError && error.kind !== 'not_a_queue') return null;
  throw error;
};

async function fetched(fetchPage: FetchPage, asked: Cursor | null): Promise<PullResponse> {
  const page = await fetchPage(asked);
  if (page.more && asked !== null && !page.reset && page.cursor.seq <= asked.seq) throw new SyncError('not_a_queue');
  return page;
}

/** What a later page says of a row stands for what an earlier one said; one that begins anew is all there is [PL2]. */
function together(earlier: PullResponse, later: PullResponse): PullResponse {
  if (later.reset || later.cursor.epoch !== earlier.cursor.epoch) return { ...later, reset: true };
  const changes = new Map<string, Change>();
  for (const change of [...earlier.changes, ...later.changes]) changes.set(`${change.kind} ${change.id}`, change);
  return { ...later, reset: earlier.reset, changes: [...changes.values()] };
}
