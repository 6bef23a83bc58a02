/** What becomes public by itself: embargoes that are over, and what was passed on until yesterday. */
import { shareDay } from '../desk/sharing.ts';
import { liftEmbargoes } from './rows/publications.ts';
import { tellShares } from './rows/shares.ts';
import { deskRules } from './rows/strategy.ts';
import type { Store } from './store/store.ts';

/** Returns how many publications and counts it told of. */
export async function keepSharing(store: Store, now: number): Promise<number> {
  const isDue = await store.read(async (sql) => {
    const today = shareDay(now, (await deskRules(sql)).timeZone);
    const rows = await sql.all(
      `SELECT 1 FROM publication WHERE embargoed = 1 AND embargo_until <= $1
       UNION ALL SELECT 1 FROM share WHERE told = 0 AND day < $2 LIMIT 1`,
      now,
      today,
    );
    return rows.length > 0;
  });
  if (!isDue) return 0;
  const { result } = await store.write(async (tx) => {
    const today = shareDay(now, (await deskRules(tx)).timeZone);
    return (await liftEmbargoes(tx, now)) + (await tellShares(tx, today));
  });
  return result;
}
