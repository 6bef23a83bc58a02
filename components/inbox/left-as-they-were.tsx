import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import { common, inbox, leftBecause } from '../../locales/words.ts';
import type { RefusalKind } from '../../protocol/refusal.ts';
import { useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import type { InboxScreenProps, LeftAsTheyWere } from './inbox-props.ts';

const NAMED = ['conflict', 'forbidden_transition', 'not_found', 'not_allowed', 'brief_incomplete'] as const;

/** What a decision on many topics could not do, counted by why, or what could not be taken back: nothing is passed over in silence. */
export function LeftNotice({
  did,
  done,
  left,
  about,
  onClose,
}: LeftAsTheyWere & { onClose: InboxScreenProps['onDismissLeft'] }) {
  const t = useWords(inbox);
  const says = useWords(common);
  const explain = useWords(leftBecause);
  const count = left.reduce((sum, each) => sum + each.count, 0);
  const reason = (because: RefusalKind) => explain(NAMED.find((named) => named === because) ?? 'other');
  const frame = {
    tone: 'warning' as const,
    icon: TriangleAlert,
    urgent: true,
    actions: (
      <button type="button" class="button button-quiet" onClick={onClose}>
        {says('close')}
      </button>
    ),
  };
  const isOvertaken = left.every(({ because }) => because === 'conflict' || because === 'forbidden_transition');
  if (did === 'undone' && done === 0 && about !== undefined && isOvertaken) {
    const { title, changed } = about;
    const word =
      changed === undefined ? 'undoneOverruled' : changed === 'clearance' ? 'undoneAnswered' : 'undoneChanged';
    return <Notice {...frame}>{t(word, { title })}</Notice>;
  }
  const undone = done === 0 ? t('undoneNone') : t('undoneSome', { count: done });
  return (
    <Notice {...frame} title={did === 'decided' ? t('decidedSome', { count: done }) : undone}>
      {t('leftAsTheyWere', { count })}
      <ul class="left-reasons">
        {left.map(({ because, count: many }) => (
          <li key={because}>{`${many} × ${reason(because)}`}</li>
        ))}
      </ul>
    </Notice>
  );
}
