import Users from 'lucide/dist/esm/icons/users.mjs';
import { common, inbox, reasons, states } from '../../locales/words.ts';
import { useFormat, useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import type { Collision } from './inbox-props.ts';

type CollisionNoticeProps = {
  collision: Collision;
  onOpen(): void;
  onKeepTheirs(): void;
  onTakeMine(): void;
};

/** Two editors decided at once: what the other one said, what was wanted here with every word of it, and which shall stand. */
export function CollisionNotice({ collision, onOpen, onKeepTheirs, onTakeMine }: CollisionNoticeProps) {
  const t = useWords(inbox);
  const says = useWords(common);
  const stateText = useWords(states);
  const reasonText = useWords(reasons);
  const format = useFormat();
  const { title, theirs, mine, way, of } = collision;
  const name = theirs.by ?? t('conflictSomebody');
  return (
    <Notice
      tone="warning"
      icon={Users}
      urgent
      title={of > 1 ? t('collisionTitleOf', { title, of }) : t('collisionTitle', { title })}
      actions={
        <>
          <button type="button" class="button" onClick={onKeepTheirs}>
            {mine === null ? says('close') : t('collisionKeep', { state: stateText(theirs.state) })}
          </button>
          {mine === null || way === null ? null : (
            <button type="button" class="button" onClick={onTakeMine}>
              {t('collisionDecide', { state: stateText(mine.to) })}
            </button>
          )}
          <button type="button" class="button button-quiet" onClick={onOpen}>
            {t('collisionOpen')}
          </button>
        </>
      }
    >
      <dl class="collision">
        <dt class="foreign">{name}</dt>
        <dd>
          <strong>{stateText(theirs.state)}</strong> · {format.relative(theirs.at)}
          {theirs.sentence === null ? null : <q class="foreign">{theirs.sentence}</q>}
        </dd>
        {mine === null ? null : (
          <>
            <dt>{t('collisionMine')}</dt>
            <dd>
              <strong>{stateText(mine.to)}</strong>
              {mine.reason === null ? null : ` · ${reasonText(mine.reason)}`}
              {mine.sentence === null ? null : <q class="foreign">{mine.sentence}</q>}
            </dd>
          </>
        )}
      </dl>
    </Notice>
  );
}
