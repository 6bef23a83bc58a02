import type { Collision } from '../../components/inbox/inbox-props.ts';
import { type Wanted, wayTo } from '../../desk/collision.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { decideAfterAll } from '../../storage/decide.ts';
import { discardParked } from '../../storage/parked.ts';
import { parkedDecision } from '../../storage/parked-decision.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { requestSync } from '../browser/background-calls.ts';
import { useLive } from '../browser/use-live.ts';

/** A decision that somebody else's was faster than: refused by the queue and parked, or by the rules on this device. */
export type Overtaken = { topicId: string; title: string; wanted: Wanted | null };

/** The oldest collision that nobody has dealt with, and the two ways out of it. */
export function useCollision(db: AccountDatabase, overtaken: Overtaken | null, dismiss: () => void) {
  const parked = useLive(() => parkedDecision(db), [db]);
  const lost = parked ?? overtaken;
  const topicId = lost?.topicId ?? null;
  const detail = useLive(async () => (topicId === null ? null : await topicDetail(db, topicId)), [db, topicId]);
  const topic = detail?.topic.id === topicId ? detail?.topic : undefined;
  const last = topic?.decisions.at(-1);

  const collision: Collision | null =
    lost == null || topic === undefined
      ? null
      : {
          topicId: topic.id,
          title: topic.title,
          theirs: {
            by: last?.actor?.name ?? null,
            at: last?.at ?? topic.stateSince,
            state: topic.state,
            sentence: last?.sentence ?? null,
          },
          mine: lost.wanted,
          way: lost.wanted === null ? null : wayTo(topic, lost.wanted.to),
          of: (parked?.of ?? 0) + (overtaken === null ? 0 : 1),
        };

  return {
    collision,
    async keepTheirs(): Promise<void> {
      if (parked != null) await discardParked(db, parked.entryId);
      else dismiss();
    },
    async takeMine(): Promise<void> {
      if (lost?.wanted == null) return;
      await decideAfterAll(db, lost.topicId, lost.wanted, parked?.entryId ?? null, Date.now());
      dismiss();
      requestSync();
    },
  };
}
