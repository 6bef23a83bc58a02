import './topic-clock.css';
import BellRing from 'lucide/dist/esm/icons/bell-ring.mjs';
import Clock from 'lucide/dist/esm/icons/clock.mjs';
import ClockAlert from 'lucide/dist/esm/icons/clock-alert.mjs';
import Hourglass from 'lucide/dist/esm/icons/hourglass.mjs';
import { deskClock, inbox } from '../../locales/words.ts';
import type { DeskRules } from '../../protocol/desk-rules.ts';
import type { Topic } from '../../protocol/topic.ts';
import { Icon } from '../icon.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';
import { amountOf, clockOf } from './clock.ts';

const SIX_DAYS = 6 * 86_400_000;
const SHAPES = { left: Clock, soon: Hourglass, over: ClockAlert };

/**
 * How long there is still to answer, or how long that is over; until when, if it is on hold; else since when it stands there.
 * @param short for a row, where the title needs the room: when it is due, which nobody has to count working hours for;
 *   said in full to a screen reader
 */
export function TopicClock({ topic, rules, short = false }: { topic: Topic; rules: DeskRules; short?: boolean }) {
  const { now } = useReader();
  const format = useFormat();
  const t = useWords(inbox);
  const says = useWords(deskClock);
  const clock = clockOf(topic, rules, now);
  if (clock.kind === 'none') {
    const isHeld = topic.state === 'held' && topic.holdUntil !== null;
    const at = isHeld && topic.holdUntil !== null ? topic.holdUntil : topic.stateSince;
    return (
      <time class="clock" dateTime={new Date(at).toISOString()} title={format.moment(at)}>
        {isHeld ? t('until', { date: format.date(at) }) : format.relative(at)}
      </time>
    );
  }
  const { unit, count } = amountOf(clock.minutes, rules);
  const at = topic.dueAt ?? now;
  const near = (moment: number) => {
    if (new Date(moment).toDateString() === new Date(now).toDateString()) return format.time(moment);
    // A weekday alone would be another week's.
    return Math.abs(moment - now) < SIX_DAYS ? format.when(moment) : format.date(moment);
  };
  const inFull =
    clock.minutes === 0 ? says('now') : says(clock.kind === 'over' ? `over_${unit}` : `left_${unit}`, { count });
  return (
    <time
      class={`clock clock-${clock.kind}`}
      dateTime={new Date(at).toISOString()}
      title={`${inFull} · ${says('dueMoment', { moment: format.moment(at) })}`}
    >
      <Icon shapes={SHAPES[clock.kind]} />
      {short && clock.minutes > 0 ? (
        <>
          <span aria-hidden="true">{clock.kind === 'over' ? says('dueSince', { when: near(at) }) : near(at)}</span>
          <span class="hidden-text">{inFull}</span>
        </>
      ) : (
        inFull
      )}
    </time>
  );
}

/** Who was told that a topic is overdue. */
export function EscalationMark({ topic, short = false }: { topic: Topic; short?: boolean }) {
  const says = useWords(deskClock);
  const format = useFormat();
  const { escalation } = topic;
  if (escalation === null) return null;
  const name = escalation.person?.name;
  const text = name === undefined ? says(`nobody_${escalation.level}`) : says(escalation.level, { name });
  return (
    <span class="mark escalation" title={`${text} · ${format.moment(escalation.at)}`}>
      <Icon shapes={BellRing} />
      <bdi class={short ? 'hidden-text' : ''}>{text}</bdi>
    </span>
  );
}
