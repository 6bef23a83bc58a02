/** Rows for the screen: the same object as before where nothing of it changed, so that only what changed is drawn anew. */
import type { TopicRow } from '../../components/inbox/inbox-props.ts';
import { isSameData } from '../../components/same-data.ts';

/**
 * Every answer of the database is made of new objects. Pure but for `kept`, which it leaves filled with what
 * it answers.
 */
export function steadyRows(rows: readonly TopicRow[], kept: Map<string, TopicRow>): TopicRow[] {
  const before = new Map(kept);
  kept.clear();
  return rows.map((row) => {
    const known = before.get(row.topic.id);
    const steady = known !== undefined && isSameData(known, row) ? known : row;
    kept.set(row.topic.id, steady);
    return steady;
  });
}
