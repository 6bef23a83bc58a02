/** Pictures of the desk's work, made of the components that a person will meet. */
import { commands, guide } from '../../locales/words.ts';
import type { State } from '../../protocol/topic.ts';
import { EscalationMark, TopicClock } from '../inbox/topic-clock.tsx';
import { KeyCap } from '../key-cap.tsx';
import { useReader, useWords } from '../language.tsx';
import { QuestionCard } from '../questions/question-card.tsx';
import { StateBadge } from '../state-badge.tsx';
import { DAY, EDITOR, sampleQuestion, sampleStrategy, sampleTopic } from './sample.ts';

const HOUR = 3_600_000;
const nothing = () => undefined;

export function ListPicture() {
  const t = useWords(guide);
  const { now } = useReader();
  const { rules } = sampleStrategy(t, now);
  const due = [now - 2 * HOUR, now + 3 * HOUR, now + 2 * DAY];
  return (
    <ul class="card guide-rows">
      {due.map((dueAt, at) => (
        <li key={dueAt} class="guide-row" data-current={at === 0}>
          <span class="guide-row-title">{t('sampleTitle')}</span>
          <TopicClock short topic={sampleTopic(t, now, [], { dueAt })} rules={rules} />
        </li>
      ))}
      <li class="guide-keys">
        <KeyCap keys="j" />
        <KeyCap keys="k" />
      </li>
    </ul>
  );
}

const DECISIONS = [
  ['1', 'accept', 'accepted'],
  ['3', 'decline', 'declined'],
  ['h', 'hold', 'held'],
  ['2', 'merge', 'merged'],
] as const satisfies readonly (readonly [string, string, State])[];

export function DecidePicture() {
  const command = useWords(commands);
  return (
    <dl class="card guide-decisions">
      {DECISIONS.map(([key, name, state]) => (
        <div key={key}>
          <dt>
            <KeyCap keys={key} /> {command(name)}
          </dt>
          <dd>
            <StateBadge state={state} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function QuestionPicture() {
  const t = useWords(guide);
  const { now } = useReader();
  return (
    <div class="card">
      <QuestionCard
        entry={{ question: sampleQuestion(t, now), delivery: { kind: 'sent' } }}
        digits={false}
        onAnswer={nothing}
        onDiscard={nothing}
      />
    </div>
  );
}

const ON_ITS_WAY = ['accepted', 'in_work', 'published', 'evaluated'] as const;

export function PlanPicture() {
  return (
    <ol class="card guide-way">
      {ON_ITS_WAY.map((state) => (
        <li key={state}>
          <StateBadge state={state} />
        </li>
      ))}
    </ol>
  );
}

export function ClockPicture() {
  const t = useWords(guide);
  const { now } = useReader();
  const { rules } = sampleStrategy(t, now);
  return (
    <div class="card">
      <p class="guide-row-title">{t('sampleTitle')}</p>
      <TopicClock topic={sampleTopic(t, now, [], { dueAt: now + DAY })} rules={rules} />
    </div>
  );
}

export function OverduePicture() {
  const t = useWords(guide);
  const { now } = useReader();
  const { rules } = sampleStrategy(t, now);
  const topic = sampleTopic(t, now, [], {
    dueAt: now - DAY,
    escalation: { level: 'duty', person: EDITOR, at: now - DAY },
  });
  return (
    <div class="card">
      <p class="guide-row-title">{t('sampleTitle')}</p>
      <TopicClock topic={topic} rules={rules} />
      <EscalationMark topic={topic} />
    </div>
  );
}
