/** The clearance of the topic at hand, and the panel that asks for it. */
import { AskClearancePanel } from '../../components/clearance/ask-clearance-panel.tsx';
import { ClearanceSection } from '../../components/clearance/clearance-section.tsx';
import type { AskPlace } from '../../components/inbox/inbox-props.ts';
import type { TopicClearance as Found } from '../../desk/clearance-views.ts';
import type { Clearance } from '../../protocol/clearance.ts';
import { topicClearance } from '../../storage/clearances.ts';
import { type ClearanceWish, decideClearance } from '../../storage/decide-clearance.ts';
import type { Session } from '../browser/session.ts';
import { useLive } from '../browser/use-live.ts';

type TopicClearanceProps = {
  session: Session;
  topicId: string;
  /** Of a topic that only the queue holds; null where this device has its own. */
  archived: readonly Clearance[] | null;
  onKeep(topicId: string, write: () => Promise<unknown>): void;
};

export function TopicClearance({ session: { db }, topicId, archived, onKeep }: TopicClearanceProps) {
  const held = useLive(() => topicClearance(db, topicId), [db, topicId]);
  const [old] = archived ?? [];
  const found: Found | undefined =
    archived === null ? held : { view: old === undefined ? null : { clearance: old, waiting: false }, mayDrop: false };
  if (found === undefined || (found.view !== null && found.view.clearance.topicId !== topicId)) return null;
  const seen = found.view?.clearance.steps.at(-1)?.id ?? null;
  const drop = { to: 'not_needed', conditions: null, embargoUntil: null, note: null } as const;
  return (
    <ClearanceSection
      found={found}
      onDrop={() => onKeep(topicId, () => decideClearance(db, topicId, drop, seen, Date.now()))}
    />
  );
}

type AskForClearanceProps = { place: AskPlace; timeZone: string; onAsk(wish: ClearanceWish): void };

export function AskForClearance({ place, timeZone, onAsk }: AskForClearanceProps) {
  const { topicId, form, onClose } = place;
  return (
    <AskClearancePanel
      form={form}
      timeZone={timeZone}
      onAsk={(wish) => {
        onAsk({ topicId, ...wish });
        onClose();
      }}
      onClose={onClose}
    />
  );
}
