import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import { checkGate } from '../../desk/clearances.ts';
import { checkEmbargo } from '../../desk/embargo.ts';
import { clearance as words } from '../../locales/words.ts';
import type { Clearance, ClearanceMark } from '../../protocol/clearance.ts';
import { useFormat, useReader, useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import { ClearanceTerms } from './clearance-terms.tsx';
import { LastRefusal } from './last-refusal.tsx';

type Gate = {
  /** How the clearance stands. */
  mark: ClearanceMark | null;
  /** When the embargo of its pages ends. */
  embargoUntil: number | null;
};
/** `steps` of the clearance, where they are at hand: then a refusal is said with its words. */
type ClearanceGateProps = Gate & { steps?: Clearance['steps'] | undefined };

/** Why a topic cannot be published now, for its clearance or for an embargo of its pages; null when it can. */
export const closedGate = ({ mark, embargoUntil }: Gate, now: number) =>
  (checkGate(mark, now, '') ?? checkEmbargo({ embargoUntil }, now, ''))?.kind ?? null;

/** Where somebody publishes: why that is not possible yet, or under which conditions it is. */
export function ClearanceGate({ mark, embargoUntil, steps = [] }: ClearanceGateProps) {
  const t = useWords(words);
  const format = useFormat();
  const { now } = useReader();
  const closed = closedGate({ mark, embargoUntil }, now);
  if (closed === null)
    return mark === null || (mark.conditions === null && mark.embargoUntil === null) ? null : (
      <Notice tone="warning" icon={CircleAlert}>
        <ClearanceTerms mark={mark} />
      </Notice>
    );
  const why = () => {
    if (closed === 'clearance_open') return t('blocked_clearance_open');
    if (closed === 'clearance_refused') return t('blocked_clearance_refused');
    if (closed === 'page_embargo') return t('blocked_page_embargo', { when: format.when(embargoUntil ?? now) });
    return t('blocked_clearance_embargo', { when: format.when(mark?.embargoUntil ?? now) });
  };
  return (
    <Notice tone="danger" icon={CircleAlert}>
      {why()}
      {closed === 'clearance_refused' ? <LastRefusal clearance={{ state: 'refused', steps }} /> : null}
    </Notice>
  );
}
