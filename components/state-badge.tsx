import ChartNoAxesColumn from 'lucide/dist/esm/icons/chart-no-axes-column.mjs';
import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import CircleDashed from 'lucide/dist/esm/icons/circle-dashed.mjs';
import CirclePause from 'lucide/dist/esm/icons/circle-pause.mjs';
import CircleQuestionMark from 'lucide/dist/esm/icons/circle-question-mark.mjs';
import CircleX from 'lucide/dist/esm/icons/circle-x.mjs';
import Megaphone from 'lucide/dist/esm/icons/megaphone.mjs';
import Merge from 'lucide/dist/esm/icons/merge.mjs';
import PencilLine from 'lucide/dist/esm/icons/pencil-line.mjs';
import { states } from '../locales/words.ts';
import type { State } from '../protocol/topic.ts';
import { Icon, type IconShapes } from './icon.tsx';
import { useWords } from './language.tsx';
import './state-badge.css';

/** Each state has a shape of its own: colour alone tells nothing to many eyes. */
export const STATE_ICONS: Record<State, IconShapes> = {
  new: CircleDashed,
  query: CircleQuestionMark,
  held: CirclePause,
  accepted: CircleCheck,
  in_work: PencilLine,
  published: Megaphone,
  evaluated: ChartNoAxesColumn,
  declined: CircleX,
  merged: Merge,
};

export function StateBadge({ state }: { state: State }) {
  const t = useWords(states);
  return (
    <span class="state-badge" style={{ '--state': `var(--state-${state})` }}>
      <Icon shapes={STATE_ICONS[state]} />
      {t(state)}
    </span>
  );
}
