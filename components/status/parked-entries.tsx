import { useState } from 'preact/hooks';
import { actions, refusals, status } from '../../locales/words.ts';
import { useFormat, useWords } from '../language.tsx';
import { maySendAgain } from '../send-again.ts';
import type { ParkedView, StatusScreenProps } from './status-props.ts';

type ParkedEntriesProps = Pick<StatusScreenProps, 'parked' | 'onCorrect' | 'onSendAgain' | 'onDiscard'>;

/** Entries that the queue refused for good (OB2): nothing of them is dropped unless the person says so. */
export function ParkedEntries({ parked, ...callbacks }: ParkedEntriesProps) {
  const t = useWords(status);
  return (
    <section class="card">
      <h2>{t('parked', { count: parked.length })}</h2>
      <p class="soft">{t('parkedText')}</p>
      <ul class="entries">
        {parked.map((entry) => (
          <ParkedEntry key={entry.id} entry={entry} {...callbacks} />
        ))}
      </ul>
    </section>
  );
}

function ParkedEntry({
  entry,
  onCorrect,
  onSendAgain,
  onDiscard,
}: Omit<ParkedEntriesProps, 'parked'> & { entry: ParkedView }) {
  const t = useWords(status);
  const explain = useWords(refusals);
  const actionText = useWords(actions);
  const format = useFormat();
  // Discarding is for good, so it is asked once more on the same button.
  const [sure, setSure] = useState(false);
  const { clipId } = entry;
  return (
    <li class="entry">
      <bdi class="entry-title">
        {entry.title === '' ? t(entry.action === null ? 'unreadable' : 'gone') : entry.title}
      </bdi>
      <span class="small soft">
        {entry.action === null ? null : `${actionText(entry.action)} · `}
        {format.relative(entry.madeAt)}
      </span>
      <p>{explain(entry.refusal.kind)}</p>
      {entry.words === '' ? null : (
        <blockquote class="foreign" dir="auto">
          {entry.words}
        </blockquote>
      )}
      <div class="entry-actions">
        <button
          type="button"
          class="button button-quiet button-danger"
          onClick={() => (sure ? onDiscard(entry.id) : setSure(true))}
        >
          {sure ? t('discardSure') : t('discard')}
        </button>
        {maySendAgain(entry.refusal.kind) ? (
          <button type="button" class="button button-quiet" onClick={() => onSendAgain(entry.id)}>
            {t('sendAgain')}
          </button>
        ) : null}
        {clipId === null ? null : (
          <button type="button" class="button" onClick={() => onCorrect(clipId)}>
            {t('correct')}
          </button>
        )}
      </div>
    </li>
  );
}
