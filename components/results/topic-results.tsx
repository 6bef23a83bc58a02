import './results.css';
import { useState } from 'preact/hooks';
import { formatNumber } from '../../locales/amounts.ts';
import { results as words } from '../../locales/words.ts';
import type { Result } from '../../protocol/result.ts';
import { useFormat, useReader, useWords } from '../language.tsx';

type TopicResultsProps = {
  /** Of this topic, the newest measurement first. */
  own: readonly Result[];
  /** What was learnt elsewhere: with a lesson each, the newest first. */
  lessons: readonly Result[];
  /** Topics similar to this one, the likeliest first. */
  similarIds: readonly string[];
  titleOf(topicId: string): string;
  onOpen(topicId: string): void;
};

/** More than these nobody reads beside a topic. */
const SHOWN = 8;

/** What came of the topic, and what the editors learnt from topics like it; all lessons can be searched here. */
export function TopicResults({ own, lessons, similarIds, titleOf, onOpen }: TopicResultsProps) {
  const t = useWords(words);
  const format = useFormat();
  const { language } = useReader();
  const [asked, setAsked] = useState('');
  const wanted = asked.trim().toLocaleLowerCase(language);
  const shown = lessons
    .filter(({ topicId, lesson }) =>
      wanted === ''
        ? topicId !== null && similarIds.includes(topicId)
        : `${lesson ?? ''} ${topicId === null ? '' : titleOf(topicId)}`.toLocaleLowerCase(language).includes(wanted),
    )
    .slice(0, SHOWN);
  if (own.length === 0 && lessons.length === 0) return null;
  return (
    <section class="internal topic-results" aria-label={t('heading')}>
      {own.length === 0 ? null : (
        <>
          <h3>{t('heading')}</h3>
          <ul>
            {own.map(({ id, value, unit, measuredAt, lesson }) => (
              <li key={id}>
                <b>{t('result', { value: formatNumber(language, value), unit })}</b>{' '}
                <span class="small soft">{format.date(measuredAt)}</span>
                {lesson === null ? null : (
                  <p class="foreign" dir="auto">
                    {lesson}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {lessons.length === 0 ? null : (
        <details open={shown.length > 0}>
          <summary>{t('lessons')}</summary>
          <input
            class="input"
            type="search"
            aria-label={t('lessonsSearch')}
            placeholder={t('lessonsSearch')}
            value={asked}
            onInput={({ currentTarget }) => setAsked(currentTarget.value)}
          />
          {shown.length === 0 ? <p class="small soft">{t('noLessons')}</p> : null}
          <ul>
            {shown.map(({ id, topicId, lesson }) => (
              <li key={id}>
                <p class="foreign" dir="auto">
                  {lesson}
                </p>
                {topicId === null ? null : (
                  <button type="button" class="link small foreign" onClick={() => onOpen(topicId)}>
                    {titleOf(topicId)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
