import Bookmark from 'lucide/dist/esm/icons/bookmark.mjs';
import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import Inbox from 'lucide/dist/esm/icons/inbox.mjs';
import { holdReasons, reasons, timeline } from '../../locales/words.ts';
import { isWebAddress } from '../../protocol/clip.ts';
import type { Topic } from '../../protocol/topic.ts';
import { Icon, type IconShapes } from '../icon.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';
import { STATE_ICONS } from '../state-badge.tsx';
import type { Delivery } from '../suggestions/suggestion.ts';
import { type NextStep, nextStep } from './next-step.ts';
import { type Step, stepsOf } from './steps.ts';
import './timeline.css';

type TimelineProps = {
  topic: Topic | null;
  suggestedAt: number;
  /** Null where the topic is looked at as an editor: nothing of it is on its way. */
  delivery: Delivery | null;
  /** Where it appeared. */
  publications?: readonly PublicationLink[];
  /** Where the question that it waits for can be answered; null where the looking person was not asked. */
  answerAt?: string | null;
};

type PublicationLink = { id: string; name: string; address: string | null };

const iconOf = (step: Step): IconShapes =>
  step.kind === 'suggested'
    ? Bookmark
    : step.kind === 'returned' || step.kind === 'takenBack'
      ? Inbox
      : STATE_ICONS[step.kind];

const colourOf = (step: Step): string =>
  step.kind === 'suggested' || step.kind === 'returned' || step.kind === 'takenBack'
    ? 'var(--accent)'
    : `var(--state-${step.kind})`;

/** The way of one suggestion: each step with who, when and what was said, and what comes next. */
export function Timeline({ topic, suggestedAt, delivery, publications = [], answerAt = null }: TimelineProps) {
  const format = useFormat();
  const t = useWords(timeline);
  const reasonText = useWords(reasons);
  const holdText = useWords(holdReasons);
  const { now } = useReader();
  const next = nextStep(topic, now, answerAt !== null);
  const saysNext = (step: NextStep): string =>
    'at' in step
      ? t(step.key, { date: format.moment(step.at) })
      : 'name' in step
        ? t(step.key, { name: step.name })
        : t(step.key);

  const titleOf = (step: Step): string => {
    const name = step.name ?? t('editors');
    if (step.kind === 'accepted') return t('inHand', { name });
    if (step.kind === 'query') return t('query', { name });
    if (step.kind === 'in_work') return t('in_work', { name });
    if (step.kind === 'held') return t('held', { name, date: format.date(step.holdUntil ?? step.at) });
    if (step.kind === 'declined') return t('declined', { name });
    if (step.cause === 'answered') return t('returnedAnswered');
    if (step.cause === 'expired') return t('returnedExpired');
    if (step.cause === 'withdrawn') return t('returnedWithdrawn');
    if (step.kind === 'takenBack') return t('takenBack', { name });
    if (step.kind === 'returned' && step.name !== null) return t('reopened', { name });
    return t(step.kind);
  };

  return (
    <ol class="timeline" aria-label={t('label')}>
      {stepsOf(topic, suggestedAt).map((step) => (
        <li key={step.id} class="step" style={{ '--state': colourOf(step) }}>
          <Icon shapes={iconOf(step)} />
          <div>
            <span class="step-title">{titleOf(step)}</span>{' '}
            <time class="step-time" dateTime={new Date(step.at).toISOString()} title={format.moment(step.at)}>
              {format.relative(step.at)}
            </time>
            {step.kind === 'declined' ? (
              <p class="small soft">{t('reason', { reason: reasonText(step.reason ?? 'other') })}</p>
            ) : null}
            {step.holdReason === null ? null : (
              <p class="small soft">{t('reason', { reason: holdText(step.holdReason) })}</p>
            )}
            {step.kind === 'published' && publications.length > 0 ? (
              <ul class="step-links">
                {publications.map(({ id, name, address }) => (
                  <li key={id}>
                    {address === null || !isWebAddress(address) ? (
                      t('publishedOn', { channel: name })
                    ) : (
                      <a href={address} target="_blank" rel="noreferrer noopener">
                        {t('publishedOn', { channel: name })}
                      </a>
                    )}
                  </li>
                ))}
              </ul>
            ) : null}
            {step.sentence === null ? null : (
              <p class="step-sentence foreign" dir="auto">
                {step.sentence}
              </p>
            )}
          </div>
        </li>
      ))}
      {delivery === null || delivery.kind === 'sent' ? null : (
        <li
          class="step step-pending"
          style={{ '--state': delivery.kind === 'parked' ? 'var(--danger)' : 'var(--warning)' }}
        >
          <Icon shapes={delivery.kind === 'parked' ? CircleAlert : CloudOff} />
          <span class="step-title">{t(delivery.kind)}</span>
        </li>
      )}
      {delivery?.kind === 'sent' && next !== null ? (
        <li class={`step step-next ${next.key.startsWith('late') ? 'step-late' : ''}`}>
          {next.key === 'nextAsked' && answerAt !== null ? (
            <span>
              {saysNext(next)} <a href={answerAt}>{t('answer')}</a>
            </span>
          ) : (
            saysNext(next)
          )}
        </li>
      ) : null}
    </ol>
  );
}
