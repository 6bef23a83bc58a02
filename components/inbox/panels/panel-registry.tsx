/** The panels that open above the decision bar. A new one is a name in `PanelName` and an entry here. */
import type { ComponentType } from 'preact';
import { wantsWork } from '../../../desk/assignments.ts';
import { mayBeAskedAbout } from '../../../desk/questions.ts';
import { isOpen } from '../../../desk/states.ts';
import type { State } from '../../../protocol/topic.ts';
import { AssignmentPanel } from '../../assignments/assignment-panel.tsx';
import { BriefPanel, effortOfDigit, StartWorkPanel } from '../brief/brief-panel.tsx';
import type { PanelName } from '../inbox-props.ts';
import { acceptSo, OverloadPanel } from '../load/overload-panel.tsx';
import { AskSlot } from './ask-slot.tsx';
import { ClearanceSlot } from './clearance-slot.tsx';
import { DeclinePanel, reasonOfDigit } from './decline-panel.tsx';
import { withoutReason, withReason } from './decline-sentence.ts';
import { DepartmentPanel, GoalPanel, LabelsPanel, LeadPanel, TitlePanel } from './edit-panels.tsx';
import { EmbargoPanel } from './embargo-panel.tsx';
import { EvaluateSlot } from './evaluate-slot.tsx';
import { holdDates } from './hold-dates.ts';
import { chooseDate, HoldPanel, holdAnew } from './hold-panel.tsx';
import { MergePanel, mergeTargetOf } from './merge-panel.tsx';
import { NotePanel } from './note-panel.tsx';
import type { PanelDraft, PanelProps, Target } from './panel-props.ts';
import { PublishSlot } from './publish-slot.tsx';

type PanelEntry = {
  Panel: ComponentType<PanelProps>;
  /** Where it moves the topic; left out: it stays where it is. */
  to?: State;
  /** Whether it means anything for what is at hand. */
  opens(target: Target): boolean;
  /** What of a draft is left when it opens again; left out: all of it. */
  anew?(draft: PanelDraft): PanelDraft;
  /** What a digit does while it stands open, from 1. */
  onDigit(digit: number, panel: PanelProps, now: number): void;
};

const isOne = ({ topic }: Target): boolean => topic !== null;
const nothing = () => undefined;

export const PANELS: Record<PanelName, PanelEntry> = {
  decline: {
    Panel: DeclinePanel,
    to: 'declined',
    opens: ({ allows }) => allows.includes('declined'),
    anew: withoutReason,
    onDigit(digit, { draft, sentenceLanguage, onDraft }) {
      const reason = reasonOfDigit(digit);
      if (reason !== null) onDraft(withReason(draft, reason, sentenceLanguage));
    },
  },
  merge: {
    Panel: MergePanel,
    to: 'merged',
    opens: ({ allows }) => allows.includes('merged'),
    onDigit(digit, panel) {
      const into = mergeTargetOf(panel, digit);
      if (into !== null) panel.onDecide('merged', { into });
    },
  },
  hold: {
    Panel: HoldPanel,
    to: 'held',
    opens: ({ allows }) => allows.includes('held'),
    anew: holdAnew,
    onDigit(digit, panel, now) {
      const date = holdDates(now, panel.strategy.rules)[digit - 1];
      if (date !== undefined) chooseDate(date.at, panel);
    },
  },
  ask: {
    Panel: AskSlot,
    to: 'query',
    opens: ({ topic }) => topic !== null && mayBeAskedAbout(topic),
    // Its focus stands in a field, where digits are text.
    onDigit: () => {},
  },
  publish: {
    Panel: PublishSlot,
    to: 'published',
    opens: ({ topic, allows }) => topic !== null && allows.includes('published'),
    onDigit: nothing,
  },
  evaluate: {
    Panel: EvaluateSlot,
    to: 'evaluated',
    opens: ({ topic, allows }) => topic !== null && allows.includes('evaluated'),
    onDigit: nothing,
  },
  clearance: { Panel: ClearanceSlot, opens: ({ topic }) => topic !== null && isOpen(topic.state), onDigit: nothing },
  lead: { Panel: LeadPanel, opens: isOne, onDigit: nothing },
  department: { Panel: DepartmentPanel, opens: isOne, onDigit: nothing },
  goal: { Panel: GoalPanel, opens: isOne, onDigit: nothing },
  labels: { Panel: LabelsPanel, opens: isOne, onDigit: nothing },
  embargo: { Panel: EmbargoPanel, opens: isOne, onDigit: nothing },
  title: { Panel: TitlePanel, opens: isOne, onDigit: nothing },
  note: { Panel: NotePanel, opens: isOne, onDigit: nothing },
  brief: { Panel: BriefPanel, opens: isOne, onDigit: effortOfDigit },
  assignment: { Panel: AssignmentPanel, opens: ({ topic }) => topic !== null && wantsWork(topic), onDigit: nothing },
  overload: {
    Panel: OverloadPanel,
    to: 'accepted',
    opens: ({ allows }) => allows.includes('accepted'),
    onDigit: acceptSo,
  },
  startWork: {
    Panel: StartWorkPanel,
    to: 'in_work',
    opens: ({ topic, allows }) => topic !== null && allows.includes('in_work'),
    onDigit: effortOfDigit,
  },
};

export const isPanel = (overlay: string | null): overlay is PanelName => overlay !== null && overlay in PANELS;
