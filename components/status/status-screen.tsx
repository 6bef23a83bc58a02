import '../tokens.css';
import '../base.css';
import './status.css';
import CloudCheck from 'lucide/dist/esm/icons/cloud-check.mjs';
import { actions, common, status } from '../../locales/words.ts';
import { EmptyState } from '../empty-state.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';
import { DeviceFacts } from './device-facts.tsx';
import { ParkedEntries } from './parked-entries.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import type { StatusScreenProps } from './status-props.ts';

/** What waits, why, and when it is tried next; what was refused, and what can be done about it. */
export function StatusScreen(props: StatusScreenProps) {
  const t = useWords(status);
  return (
    <main class="sheet">
      <h1>{t('heading')}</h1>
      {props.account === null ? null : <Sending {...props} />}
      {props.parked.length === 0 ? null : <ParkedEntries {...props} />}
      <DeviceFacts {...props} />
    </main>
  );
}

function Sending(props: StatusScreenProps) {
  const { waiting, unsent, sending, problem, nextTryAt, lastSyncAt, parked } = props;
  const t = useWords(status);
  const says = useWords(common);
  const actionText = useWords(actions);
  const format = useFormat();
  const { now } = useReader();
  const saysNextTry = (at: number) =>
    at - now < 60_000 ? t('nextTrySoon') : t('nextTry', { time: format.relative(at) });
  const times = [
    // Without a network none is made; the notice says what is waited for.
    nextTryAt !== null && !sending && unsent > 0 && problem !== 'offline' && saysNextTry(nextTryAt),
    lastSyncAt !== null && t('lastSync', { time: format.relative(lastSyncAt) }),
  ].filter((time) => time !== false);

  return (
    <section class="card" aria-live="polite">
      {problem === null ? null : <ProblemNotice {...props} problem={problem} />}
      {unsent === 0 && parked.length === 0 && problem === null ? (
        <EmptyState icon={CloudCheck} title={t('allSent')} text={t('allSentText')} />
      ) : null}
      {unsent === 0 ? null : (
        <>
          <h2 class="mark">{t('waiting', { count: unsent })}</h2>
          <ul class="entries">
            {waiting.map((entry) => (
              <li key={entry.id} class="entry">
                <bdi class="entry-title">{entry.title}</bdi>
                <span class="small soft">
                  {actionText(entry.action)} · {format.relative(entry.madeAt)}
                </span>
              </li>
            ))}
            {unsent > waiting.length ? (
              <li class="small soft">{t('more', { count: unsent - waiting.length })}</li>
            ) : null}
          </ul>
        </>
      )}
      <div class="status-foot">
        <p class="small soft">{sending ? t('sending') : times.join(' · ')}</p>
        <button type="button" class="button" aria-disabled={sending} onClick={() => !sending && props.onRetryNow()}>
          {unsent === 0 ? t('syncNow') : says('retryNow')}
        </button>
      </div>
    </section>
  );
}
