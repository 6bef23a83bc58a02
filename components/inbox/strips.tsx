import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import { inbox, syncProblems } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { NotKept } from '../not-kept.tsx';
import { Notice } from '../notice.tsx';
import { CollisionNotice } from './collision.tsx';
import type { InboxScreenProps } from './inbox-props.ts';
import { LeftNotice } from './left-as-they-were.tsx';
import { ManyProgress } from './many-progress.tsx';

type StripsProps = Pick<
  InboxScreenProps,
  | 'problem'
  | 'unsent'
  | 'collision'
  | 'onOpen'
  | 'onKeepTheirs'
  | 'onTakeMine'
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
  collision,
  onOpen,
  onKeepTheirs,
  onTakeMine,
  notKept,
  onRetry,
  onDismissNotKept,
  progress,
  leftAsTheyWere,
  onDismissLeft,
}: StripsProps) {
  const t = useWords(inbox);
  const explain = useWords(syncProblems);
  return (
    <>
      {collision === null ? null : (
        <CollisionNotice
          collision={collision}
          onOpen={() => onOpen(collision.topicId)}
          onKeepTheirs={onKeepTheirs}
          onTakeMine={onTakeMine}
        />
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
