import { lastDecisionId } from '../../desk/decisions.ts';
import { mayBeAskedAbout } from '../../desk/questions.ts';
import { isOpen } from '../../desk/states.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { Situation } from './commands/situation.ts';
import type { InboxScreenProps, TopicRow } from './inbox-props.ts';
import type { Desk } from './use-desk.ts';

/** Whether the last decision can be taken back: there is one, and it does not take one back itself. */
const isUndoable = (topic: Topic): boolean => lastDecisionId(topic) !== null && topic.decisions.at(-1)?.undoes === null;

/** Every topic of the view is picked, rows that were not handed over included. */
export const isAllPicked = ({ rows, total, picked }: InboxScreenProps): boolean =>
  picked.size >= (total ?? rows?.length ?? 0);

/** What the commands need to know of the screen. */
export function situationOf(
  props: InboxScreenProps,
  desk: Desk,
  current: Topic | null,
  row: TopicRow | null,
): Situation {
  return {
    overlay: desk.overlay,
    topic:
      current === null
        ? null
        : { reading: row?.reading ?? 'read', muted: row?.muted ?? false, forMeeting: current.forMeeting },
    picked: props.picked.size,
    rows: props.rows?.length ?? 0,
    allPicked: isAllPicked(props),
    allows: desk.target?.allows ?? [],
    mayAsk: current !== null && props.picked.size === 0 && mayBeAskedAbout(current),
    mayAskClearance: current !== null && props.picked.size === 0 && isOpen(current.state),
    overdue: props.overdue.length,
    lookedAt: row?.lookedAtBy != null,
    canUndo: props.canUndo || (current !== null && isUndoable(current)),
  };
}
