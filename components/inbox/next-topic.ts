import { lastDecisionId } from '../../desk/decisions.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { TopicRow } from './inbox-props.ts';

/** Longer than this no row is passed over: what was decided may not have been kept. Milliseconds. */
const PASSED_OVER = 3_000;

/** Topics that were decided on and whose rows do not show it yet: by id, when, and the decision that stood last then. */
export type Leaving = Map<string, { after: string | null; since: number }>;

/** The one that was decided on last stands last. */
export function leave(leaving: Leaving, topic: Topic): void {
  leaving.delete(topic.id);
  leaving.set(topic.id, { after: lastDecisionId(topic), since: Date.now() });
}

function isLeaving({ topic }: TopicRow, leaving: Leaving): boolean {
  const left = leaving.get(topic.id);
  return left !== undefined && left.after === lastDecisionId(topic) && Date.now() - left.since < PASSED_OVER;
}

/**
 * Where the list goes on after topics were decided: the next row below that stays, else the nearest
 * above; null when none is left. Who decides faster than the disk never comes to a topic twice.
 */
export function nextTopic(rows: readonly TopicRow[], from: string | null, leaving: Leaving): string | null {
  const at = rows.findIndex(({ topic }) => topic.id === from);
  const stays = (row: TopicRow) => !isLeaving(row, leaving);
  const next = rows.slice(at + 1).find(stays) ?? rows.slice(0, Math.max(0, at)).findLast(stays);
  return next?.topic.id ?? null;
}

/** The rows that keys lead through: a topic that is on its way out has none any more, unless it is the one at hand. */
export const stayingRows = (
  rows: readonly TopicRow[],
  selectedId: string | null,
  leaving: Leaving,
): readonly TopicRow[] => rows.filter((row) => row.topic.id === selectedId || !isLeaving(row, leaving));
