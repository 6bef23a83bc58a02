import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import { common, inbox, states, syncProblems } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { NotKept } from '../not-kept.tsx';
import { Notice } from '../notice.tsx';
import type { InboxScreenProps } from './inbox-props.ts';
import { LeftNotice } from './left-as-they-were.tsx';
import { ManyProgress } from './many-progress.tsx';

type StripsProps = Pick<
  InboxScreenProps,
  | 'problem'
  | 'unsent'
  | 'conflict'
  | 'onDismissConflict'
  | 'notKept'
  | 'onRetry'
  | 'onDismissNotKept'
  | 'progress'
  | 'leftAsTheyWere'
  | 'onDismissLeft'
>;

/** What the editor should know besides the list: nothing leaves right now; somebody else was faster; what was left; nothing was kept. */
export function Strips({
  problem,
  unsent,
  conflict,
  onDismissConflict,
  notKept,
  onRetry,
  onDismissNotKept,
  progress,
  leftAsTheyWere,
  onDismissLeft,
}: StripsProps) {
  const t = useWords(inbox);
  const says = useWords(common);
  const explain = useWords(syncProblems);
  const stateText = useWords(states);
  return (
    <>
      {conflict === null ? null : (
        <Notice
          tone="warning"
          icon={TriangleAlert}
          urgent
          actions={
            <button type="button" class="button button-quiet" onClick={onDismissConflict}>
              {says('close')}
            </button>
          }
        >
          {t('conflict', {
            title: conflict.title,
            name: conflict.by ?? t('conflictSomebody'),
            state: stateText(conflict.state),
          })}
        </Notice>
      )}
      {progress === null ? null : <ManyProgress {...progress} />}
      {leftAsTheyWere === null ? null : <LeftNotice {...leftAsTheyWere} onClose={onDismissLeft} />}
      {notKept.map(({ topicId, title, count, because }) => {
        const about = count > 1 ? t('manyTopics', { count }) : title;
        return (
          <NotKept
            key={topicId}
            title={about}
            because={because}
            text={t('notDecided', { title: about })}
            onRetry={() => onRetry(topicId)}
            onDismiss={() => onDismissNotKept(topicId)}
          />
        );
      })}
      {problem === null ? null : (
        <Notice tone="warning" icon={CloudOff}>
          {explain(problem)} {unsent > 0 ? t('waitingUnsent', { count: unsent }) : null}
        </Notice>
      )}
    </>
  );
}
