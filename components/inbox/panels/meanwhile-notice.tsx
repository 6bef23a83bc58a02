import Users from 'lucide/dist/esm/icons/users.mjs';
import { common, inbox, states } from '../../../locales/words.ts';
import { useFormat, useWords } from '../../language.tsx';
import { Notice } from '../../notice.tsx';
import type { Meanwhile } from './meanwhile.ts';

type MeanwhileNoticeProps = Meanwhile & { onKeepTheirs(): void; onGoOn(): void };

/** Above the panel that somebody writes in: who decided what meanwhile, and which of the two shall stand. */
export function MeanwhileNotice({ theirs, mine, way, mustChoose, onKeepTheirs, onGoOn }: MeanwhileNoticeProps) {
  const t = useWords(inbox);
  const says = useWords(common);
  const stateText = useWords(states);
  const format = useFormat();
  return (
    <Notice
      tone="warning"
      icon={Users}
      urgent
      title={t('meanwhileTitle')}
      actions={
        mustChoose ? (
          <>
            <button type="button" class="button" onClick={onKeepTheirs}>
              {way === null && mine === theirs.state
                ? says('close')
                : t('collisionKeep', { state: stateText(theirs.state) })}
            </button>
            {mine === null || way === null ? null : (
              <button type="button" class="button" onClick={onGoOn}>
                {t('meanwhileGoOn', { state: stateText(mine) })}
              </button>
            )}
          </>
        ) : undefined
      }
    >
      <p>
        <bdi>{theirs.by ?? t('conflictSomebody')}</bdi>: <strong>{stateText(theirs.state)}</strong> ·{' '}
        {format.relative(theirs.at)}
        {theirs.sentence === null ? null : <q class="foreign">{theirs.sentence}</q>}
      </p>
      {mustChoose ? <p class="small">{t('meanwhileHeld')}</p> : null}
    </Notice>
  );
}
