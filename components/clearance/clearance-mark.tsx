import './clearance.css';
import ShieldCheck from 'lucide/dist/esm/icons/shield-check.mjs';
import ShieldMinus from 'lucide/dist/esm/icons/shield-minus.mjs';
import ShieldQuestionMark from 'lucide/dist/esm/icons/shield-question-mark.mjs';
import ShieldX from 'lucide/dist/esm/icons/shield-x.mjs';
import { clearanceStates } from '../../locales/words.ts';
import type { ClearanceState, ClearanceMark as Mark } from '../../protocol/clearance.ts';
import { Icon, type IconShapes } from '../icon.tsx';
import { useWords } from '../language.tsx';

const ICONS: Record<ClearanceState, IconShapes> = {
  not_needed: ShieldMinus,
  open: ShieldQuestionMark,
  cleared: ShieldCheck,
  cleared_with_conditions: ShieldCheck,
  refused: ShieldX,
};

/**
 * How a topic's clearance stands, in a shape and a word; nothing where none is needed.
 * @param short for a row, where the title needs the room: the shape alone, and nothing where there is nothing to mind
 */
export function ClearanceMark({ mark, short = false }: { mark: Pick<Mark, 'state'> | null; short?: boolean }) {
  const t = useWords(clearanceStates);
  if (mark === null || mark.state === 'not_needed') return null;
  if (short && mark.state === 'cleared') return null;
  return (
    <span class="mark clearance-mark" data-clearance={mark.state} title={short ? t(mark.state) : undefined}>
      <Icon shapes={ICONS[mark.state]} />
      <span class={short ? 'hidden-text' : ''}>{t(mark.state)}</span>
    </span>
  );
}
