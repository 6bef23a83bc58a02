import { lastDecisionId } from '../../desk/decisions.ts';
import type { TopicRow } from './inbox-props.ts';

/** Topics that were decided on and whose rows do not show it yet: by id, with the decision that stood last then. */
export type Leaving = ReadonlyMap<string, string | null>;

const isLeaving = ({ topic }: TopicRow, leaving: Leaving): boolean =>
  leaving.has(topic.id) && leaving.get(topic.id) === lastDecisionId(topic);

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
