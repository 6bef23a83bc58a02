/** The clearance of the topic at hand, and the panel that asks for it. */
import { AskClearancePanel } from '../../components/clearance/ask-clearance-panel.tsx';
import { ClearanceSection } from '../../components/clearance/clearance-section.tsx';
import type { AskClearancePlace } from '../../components/inbox/inbox-props.ts';
import type { TopicClearance as Found } from '../../desk/clearance-views.ts';
import type { DeskRules } from '../../protocol/desk-rules.ts';
import { type ClearanceWish, decideClearance } from '../../storage/decide-clearance.ts';
import type { Session } from '../browser/session.ts';

type TopicClearanceProps = {
  session: Session;
  topicId: string;
  found: Found;
  onKeep(topicId: string, write: () => Promise<unknown>): void;
};

export function TopicClearance({ session: { db }, topicId, found, onKeep }: TopicClearanceProps) {
  const seen = found.view?.clearance.steps.at(-1)?.id ?? null;
  const drop = { to: 'not_needed', conditions: null, embargoUntil: null, note: null } as const;
  return (
    <ClearanceSection
      found={found}
      onDrop={() => onKeep(topicId, () => decideClearance(db, topicId, drop, seen, Date.now()))}
    />
  );
}

type AskForClearanceProps = {
  place: AskClearancePlace;
  rules: DeskRules;
  found: Found;
  onAsk(wish: ClearanceWish): void;
};

export function AskForClearance({ place, rules, found, onAsk }: AskForClearanceProps) {
  const { topicId, onAsked, ...panel } = place;
  return (
    <AskClearancePanel
      {...panel}
      rules={rules}
      standing={found.view?.clearance ?? null}
      onAsk={(wish) => {
        onAsk({ topicId, ...wish });
        onAsked();
      }}
    />
  );
}
