import { clearanceFollows, clearerNow, openClearances } from './rows/clearances.ts';
import type { Store } from './store/store.ts';

/**
 * Hands open clearances on to whoever may give them now: people leave, come back, and departments get other clearers
 * [CR2]. Returns how many changed hands.
 */
export async function runClearanceClock(store: Store): Promise<number> {
  let moved = 0;
  for (let last = ''; ; ) {
    const { after, others } = await store.read(async (sql) => {
      const open = await openClearances(sql, last);
      const found: string[] = [];
      for (const { topic_id, clearer_id } of open)
        if (((await clearerNow(sql, topic_id))?.id ?? null) !== clearer_id) found.push(topic_id);
      return { after: open.at(-1)?.topic_id, others: found };
    });
    for (const topicId of others) await store.write((tx) => clearanceFollows(tx, topicId));
    moved += others.length;
    if (after === undefined) return moved;
    last = after;
  }
}
