import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import { common, inbox, leftBecause } from '../../locales/words.ts';
import type { RefusalKind } from '../../protocol/refusal.ts';
import { useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import type { InboxScreenProps, LeftAsTheyWere } from './inbox-props.ts';

const NAMED = ['conflict', 'forbidden_transition', 'not_found', 'not_allowed', 'brief_incomplete'] as const;

/** What a decision on many topics could not do, counted by why: nothing is passed over in silence. */
export function LeftNotice({
  did,
  done,
  left,
  onClose,
}: LeftAsTheyWere & { onClose: InboxScreenProps['onDismissLeft'] }) {
  const t = useWords(inbox);
  const says = useWords(common);
  const explain = useWords(leftBecause);
  const count = left.reduce((sum, each) => sum + each.count, 0);
  const reason = (because: RefusalKind) => explain(NAMED.find((named) => named === because) ?? 'other');
  return (
    <Notice
      tone="warning"
      icon={TriangleAlert}
      urgent
      title={did === 'decided' ? t('decidedSome', { count: done }) : t('undoneSome', { count: done })}
      actions={
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('close')}
        </button>
      }
    >
      {t('leftAsTheyWere', { count })}
      <ul class="left-reasons">
        {left.map(({ because, count: many }) => (
          <li key={because}>{`${many} × ${reason(because)}`}</li>
        ))}
      </ul>
    </Notice>
  );
}
