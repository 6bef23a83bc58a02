/** Brings this device to where the queue is. */

import type { Cursor } from '../protocol/cursor.ts';
import { LIMITS } from '../protocol/limits.ts';
import type { AccountDatabase } from '../storage/database.ts';
import { readMeta } from '../storage/meta.ts';
import { nothingBrought, receivePage } from '../storage/receive-page.ts';
import { fetchPages } from './pages.ts';
import type { Transport } from './transport.ts';

/** From the beginning: little, so that there is something to store while the first whole page is on its way. */
const FIRST_PAGE = 100;

/** Pages that are stored in one transaction. With more of them others who write would wait. */
const TOGETHER = 3;

/** Stores page after page until there is none; stops early if somebody else moved the cursor meanwhile. */
export async function pullAll(db: AccountDatabase, transport: Transport, clock: () => number): Promise<void> {
  const fetchPage = (cursor: Cursor | null) =>
    transport.pull({ cursor, limit: cursor === null ? FIRST_PAGE : LIMITS.pullPage });
  let asked = await readMeta(db, 'cursor');
  const brought = nothingBrought();
  let coming = fetchPages(fetchPage, asked, 1);
  for (;;) {
    const page = await coming;
    if (page.more) {
      coming = fetchPages(fetchPage, page.cursor, TOGETHER); // [PL4]
      // Awaited in the next round; until then a failure is nobody's surprise.
      coming.catch(() => {});
    }
    const stored = await receivePage(db, asked, page, clock(), brought);
    if (!stored || !page.more) return;
    asked = page.cursor;
  }
}
