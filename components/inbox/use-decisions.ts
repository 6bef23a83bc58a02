import { useState } from 'preact/hooks';
import { TRANSITIONS } from '../../desk/states.ts';
import type { DeclineReason, State, Topic } from '../../protocol/topic.ts';
import { isUndoable } from './decision-bar.tsx';
import type { InboxPanel, InboxScreenProps } from './inbox-props.ts';

export type DeclineDraft = { reason: DeclineReason | null; sentence: string };
const NO_DRAFT: DeclineDraft = { reason: null, sentence: '' };

type Details = { reason?: DeclineReason; sentence?: string; holdUntil?: number };
type Given = Pick<
  InboxScreenProps,
  'rows' | 'selectedId' | 'decided' | 'initialPanel' | 'onDecide' | 'onSelect' | 'onUndo'
> & {
  /** The topic at hand. */
  current: Topic | null;
};

/**
 * What an editor is doing with the topic at hand: which panel stands open, what was typed to decline
 * it, and the moves. A panel and a draft belong to one topic; another topic never inherits them.
 */
export function useDecisions(given: Given) {
  const { current, rows, selectedId, decided, initialPanel, onDecide, onSelect, onUndo } = given;
  const topicId = current?.id ?? null;
  const [opened, setOpened] = useState(initialPanel === undefined ? null : { panel: initialPanel, topicId });
  const [typed, setTyped] = useState({ topicId, draft: NO_DRAFT });
  const panel = opened !== null && (opened.panel === 'help' || opened.topicId === topicId) ? opened.panel : null;

  const allows = (to: State) => current !== null && TRANSITIONS[current.state].includes(to);
  const indexOf = (id: string | null) => rows?.findIndex((row) => row.topic.id === id) ?? -1;

  return {
    panel,
    draft: typed.topicId === topicId ? typed.draft : NO_DRAFT,
    setDraft: (draft: DeclineDraft) => setTyped({ topicId, draft }),

    openPanel(wanted: InboxPanel | null) {
      if (wanted === 'decline' && !allows('declined')) return;
      if (wanted === 'hold' && !allows('held')) return;
      setOpened(wanted === null ? null : { panel: wanted, topicId });
    },

    /** Decides on the topic at hand and moves on to the next one of the list, or back from the last. */
    decide(to: State, { reason, sentence, holdUntil }: Details = {}) {
      if (current === null || !allows(to)) return;
      const at = indexOf(current.id);
      const next = at === -1 ? undefined : (rows?.[at + 1] ?? rows?.[at - 1]);
      setOpened(null);
      setTyped({ topicId: null, draft: NO_DRAFT });
      onDecide({
        topicId: current.id,
        to,
        reason: reason ?? null,
        sentence: sentence ?? null,
        holdUntil: holdUntil ?? null,
      });
      if (next !== undefined) onSelect(next.topic.id);
    },

    /** Takes back what was just decided, wherever the selection stands now; else the last decision here. */
    undo() {
      const undone = decided?.topicId ?? (current !== null && isUndoable(current) ? current.id : null);
      if (undone !== null) onUndo(undone);
    },

    move(by: 1 | -1) {
      const at = indexOf(selectedId);
      const target = rows?.[at === -1 ? 0 : at + by];
      if (target !== undefined) onSelect(target.topic.id);
    },
  };
}
