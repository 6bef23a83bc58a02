/** How often something was passed on. No statement here takes a person [SH1]. */
import { shareId } from '../../desk/sharing.ts';
import type { Network, Share } from '../../protocol/sharing.ts';
import type { Tx } from '../store/store.ts';

export type ShareColumns = { id: string; publication_id: string; network: Network; day: string; count: number };

export const toShare = ({ id, publication_id, network, day, count }: ShareColumns): Share => ({
  id,
  publicationId: publication_id,
  network,
  day,
  count: Number(count),
});

/** One more on this day. Nobody is told before the day is over: whoever watched the count grow would see who is at work. */
export const countShare = (tx: Tx, publicationId: string, network: Network, day: string): Promise<void> =>
  tx.run(
    `INSERT INTO share (id, publication_id, network, day, count) VALUES ($1, $2, $3, $4, 1)
     ON CONFLICT (id) DO UPDATE SET count = share.count + 1`,
    shareId(publicationId, network, day),
    publicationId,
    network,
    day,
  );

/** Tells the desk of the days before this one. Returns how many rows. */
export async function tellShares(tx: Tx, today: string): Promise<number> {
  const rows = await tx.all<{ id: string }>(
    'UPDATE share SET told = 1 WHERE told = 0 AND day < $1 RETURNING id',
    today,
  );
  for (const { id } of rows) tx.changed('share', id);
  return rows.length;
}
