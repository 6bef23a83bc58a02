import Clock from 'lucide/dist/esm/icons/clock.mjs';
import ClockAlert from 'lucide/dist/esm/icons/clock-alert.mjs';
import { inbox } from '../../locales/words.ts';
import type { Topic } from '../../protocol/topic.ts';
import { Icon } from '../icon.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';
import { urgencyOf } from './clock.ts';

/** How long a topic has stood where it stands; until when, if it is on hold. */
export function TopicClock({ topic }: { topic: Topic }) {
  const { now } = useReader();
  const format = useFormat();
  const t = useWords(inbox);
  const urgency = urgencyOf(topic, now);
  const at = topic.state === 'held' && topic.holdUntil !== null ? topic.holdUntil : topic.stateSince;
  const said = urgency === 'overdue' ? t('overdue') : urgency === 'due' ? t('due') : null;
  return (
    <time class={`clock clock-${urgency}`} dateTime={new Date(at).toISOString()} title={format.moment(at)}>
      {urgency === 'fresh' ? null : <Icon shapes={urgency === 'overdue' ? ClockAlert : Clock} />}
      {said === null ? null : <span class="hidden-text">{said} </span>}
      {topic.state === 'held' ? t('until', { date: format.date(at) }) : format.relative(at)}
    </time>
  );
}
