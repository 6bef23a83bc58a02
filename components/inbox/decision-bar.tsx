import ChartNoAxesColumn from 'lucide/dist/esm/icons/chart-no-axes-column.mjs';
import Check from 'lucide/dist/esm/icons/check.mjs';
import CirclePause from 'lucide/dist/esm/icons/circle-pause.mjs';
import Megaphone from 'lucide/dist/esm/icons/megaphone.mjs';
import Merge from 'lucide/dist/esm/icons/merge.mjs';
import MessageCircleQuestion from 'lucide/dist/esm/icons/message-circle-question-mark.mjs';
import PencilLine from 'lucide/dist/esm/icons/pencil-line.mjs';
import RotateCcw from 'lucide/dist/esm/icons/rotate-ccw.mjs';
import Undo2 from 'lucide/dist/esm/icons/undo-2.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import type { WeekLoad } from '../../desk/load.ts';
import { inbox } from '../../locales/words.ts';
import type { State } from '../../protocol/topic.ts';
import { useWords } from '../language.tsx';
import { steady } from '../steady.tsx';
import { CommandButton } from './commands/command-button.tsx';
import type { Overlay } from './inbox-props.ts';
import { OwnLoad } from './load/own-load.tsx';

type DecisionButtonsProps = { allows: readonly State[]; overlay: Overlay | null };
type DecisionBarProps = DecisionButtonsProps & { load: readonly WeekLoad[] };

/** Always in the same place; of an open topic with the same buttons: what the state does not allow is off, not gone. */
export const DecisionBar = steady(({ allows, overlay, load }: DecisionBarProps) => {
  const t = useWords(inbox);
  return (
    <fieldset class="decision-bar">
      <legend class="hidden-text">{t('decide')}</legend>
      <DecisionButtons allows={allows} overlay={overlay} />
      {isClosed(allows) ? null : <CommandButton name="ask" icon={MessageCircleQuestion} expanded={overlay === 'ask'} />}
      {allows.includes('accepted') ? <OwnLoad weeks={load} /> : null}
      <CommandButton name="undo" icon={Undo2} look="button-quiet" />
    </fieldset>
  );
});

/** Neither taken on nor turned down any more: what was decided once is not offered again. */
const isClosed = (allows: readonly State[]): boolean => !allows.some((to) => to === 'declined' || to === 'held');

/** What can be decided, on one topic or on many. */
export function DecisionButtons({ allows, overlay }: DecisionButtonsProps) {
  return (
    <>
      {wayOn(allows, overlay)}
      {isClosed(allows) ? null : (
        <>
          <CommandButton name="merge" icon={Merge} expanded={overlay === 'merge'} />
          <CommandButton name="decline" icon={X} expanded={overlay === 'decline'} />
          <CommandButton name="hold" icon={CirclePause} expanded={overlay === 'hold'} />
        </>
      )}
    </>
  );
}

/** The way on, always in the first place: what it is follows from the state. */
function wayOn(allows: readonly State[], overlay: Overlay | null) {
  if (allows.includes('published'))
    return <CommandButton name="publish" icon={Megaphone} look="button-primary" expanded={overlay === 'publish'} />;
  if (allows.includes('evaluated'))
    return <CommandButton name="evaluate" icon={ChartNoAxesColumn} look="button-primary" />;
  if (allows.includes('accepted')) return <CommandButton name="accept" icon={Check} look="button-primary" />;
  if (allows.includes('in_work'))
    return (
      <CommandButton name="startWork" icon={PencilLine} look="button-primary" expanded={overlay === 'startWork'} />
    );
  if (allows.includes('new')) return <CommandButton name="reopen" icon={RotateCcw} />;
  return isClosed(allows) ? null : <CommandButton name="accept" icon={Check} look="button-primary" />;
}
