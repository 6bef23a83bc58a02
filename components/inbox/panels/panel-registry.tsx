/** The panels that open above the decision bar. A new one is a name in `PanelName` and an entry here. */
import type { ComponentType } from 'preact';
import { mayBeAskedAbout } from '../../../desk/questions.ts';
import type { PanelName } from '../inbox-props.ts';
import { AskSlot } from './ask-slot.tsx';
import { DeclinePanel, reasonOfDigit } from './decline-panel.tsx';
import { holdDates } from './hold-dates.ts';
import { HoldPanel } from './hold-panel.tsx';
import { MergePanel, mergeTargetOf } from './merge-panel.tsx';
import type { PanelProps, Target } from './panel-props.ts';

type PanelEntry = {
  Panel: ComponentType<PanelProps>;
  /** Whether it means anything for what is at hand. */
  opens(target: Target): boolean;
  /** What a digit does while it stands open, from 1. */
  onDigit(digit: number, panel: PanelProps, now: number): void;
};

export const PANELS: Record<PanelName, PanelEntry> = {
  decline: {
    Panel: DeclinePanel,
    opens: ({ allows }) => allows.includes('declined'),
    onDigit(digit, { draft, onDraft }) {
      const reason = reasonOfDigit(digit);
      if (reason !== null) onDraft({ ...draft, reason });
    },
  },
  merge: {
    Panel: MergePanel,
    opens: ({ allows }) => allows.includes('merged'),
    onDigit(digit, panel) {
      const into = mergeTargetOf(panel, digit);
      if (into !== null) panel.onDecide('merged', { into });
    },
  },
  hold: {
    Panel: HoldPanel,
    opens: ({ allows }) => allows.includes('held'),
    onDigit(digit, { onDecide }, now) {
      const date = holdDates(now)[digit - 1];
      if (date !== undefined) onDecide('held', { holdUntil: date.at });
    },
  },
  ask: {
    Panel: AskSlot,
    opens: ({ topic }) => topic !== null && mayBeAskedAbout(topic),
    // Its focus stands in a field, where digits are text.
    onDigit: () => {},
  },
};

export const isPanel = (overlay: string | null): overlay is PanelName => overlay !== null && overlay in PANELS;
