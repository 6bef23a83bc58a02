import Check from 'lucide/dist/esm/icons/check.mjs';
import CirclePause from 'lucide/dist/esm/icons/circle-pause.mjs';
import PencilLine from 'lucide/dist/esm/icons/pencil-line.mjs';
import RotateCcw from 'lucide/dist/esm/icons/rotate-ccw.mjs';
import Undo2 from 'lucide/dist/esm/icons/undo-2.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { lastDecisionId } from '../../desk/decisions.ts';
import { TRANSITIONS } from '../../desk/states.ts';
import { inbox } from '../../locales/words.ts';
import type { Topic } from '../../protocol/topic.ts';
import { Icon, type IconShapes } from '../icon.tsx';
import { KeyCap } from '../key-cap.tsx';
import { useWords } from '../language.tsx';
import type { InboxPanel } from './inbox-props.ts';

type DecisionBarProps = {
  topic: Topic;
  panel: InboxPanel | null;
  letterKeys: boolean;
  onAccept(): void;
  onStartWork(): void;
  onReopen(): void;
  onPanel(panel: InboxPanel | null): void;
  onUndo(): void;
};

/** Whether the last decision can be taken back: there is one, and it does not take one back itself. */
export const isUndoable = (topic: Topic): boolean =>
  lastDecisionId(topic) !== null && topic.decisions.at(-1)?.undoes === null;

/** Always in the same place with the same buttons; what the state does not allow is off, not gone. */
export function DecisionBar({ topic, panel, letterKeys, ...calls }: DecisionBarProps) {
  const t = useWords(inbox);
  const allowed = TRANSITIONS[topic.state];
  const reopens = allowed.includes('new');
  const { onAccept, onStartWork, onReopen, onPanel, onUndo } = calls;

  const button = (
    label: string,
    icon: IconShapes,
    key: string | null,
    enabled: boolean,
    press: () => void,
    look = '',
    expanded?: boolean,
  ) => (
    <button
      type="button"
      class={`button ${look}`}
      aria-disabled={!enabled}
      aria-keyshortcuts={key !== null && letterKeys ? key : undefined}
      aria-expanded={expanded}
      onClick={() => enabled && press()}
    >
      <Icon shapes={icon} />
      {label}
      {key !== null && letterKeys ? <KeyCap keys={key} /> : null}
    </button>
  );

  /** The way on, always in the first place: what it is follows from the state. */
  const step = () => {
    if (allowed.includes('in_work'))
      return button(t('startWork'), PencilLine, 'w', true, onStartWork, 'button-primary');
    if (reopens && !allowed.includes('accepted')) return button(t('reopen'), RotateCcw, null, true, onReopen);
    return button(t('accept'), Check, '1', allowed.includes('accepted'), onAccept, 'button-primary');
  };

  return (
    <div class="decision-bar" role="toolbar" aria-label={t('decide')}>
      {step()}
      {button(
        t('decline'),
        X,
        '3',
        allowed.includes('declined'),
        () => onPanel(panel === 'decline' ? null : 'decline'),
        '',
        panel === 'decline',
      )}
      {button(
        t('hold'),
        CirclePause,
        'h',
        allowed.includes('held'),
        () => onPanel(panel === 'hold' ? null : 'hold'),
        '',
        panel === 'hold',
      )}
      {button(t('undoLast'), Undo2, 'z', isUndoable(topic), onUndo, 'button-quiet')}
    </div>
  );
}
