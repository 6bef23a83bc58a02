/** Pictures of the desk's work, made of the components that a person will meet. */
import { commands, guide, plan } from '../../locales/words.ts';
import type { State } from '../../protocol/topic.ts';
import { EscalationMark, TopicClock } from '../inbox/topic-clock.tsx';
import { KeyCap } from '../key-cap.tsx';
import { useReader, useWords } from '../language.tsx';
import { GapList } from '../plan/gap-list.tsx';
import { QuestionCard } from '../questions/question-card.tsx';
import { StateBadge } from '../state-badge.tsx';
import { DAY, EDITOR, sampleGoal, sampleQuestion, sampleStrategy, sampleTopic } from './sample.ts';

const HOUR = 3_600_000;
const nothing = () => undefined;

export function ListPicture() {
  const t = useWords(guide);
  const { now } = useReader();
  const { rules } = sampleStrategy(t, now);
  const rows = [
    ['sampleTitle', now - 2 * HOUR],
    ['sampleTitle2', now + 3 * HOUR],
    ['sampleTitle3', now + 2 * DAY],
  ] as const;
  return (
    <ul class="card guide-rows">
      {rows.map(([title, dueAt], at) => (
        <li key={title} class="guide-row" data-current={at === 0}>
          <span class="guide-row-title">{t(title)}</span>
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

/** The department of the sample has brought nothing for its second goal. */
export function GapPicture() {
  const t = useWords(guide);
  const says = useWords(plan);
  const { now } = useReader();
  const [department] = sampleStrategy(t, now).departments;
  return department === undefined ? null : (
    <div class="card">
      <strong>{says('gapsTitle', { count: 1 })}</strong>
      <GapList gaps={[{ department, goal: sampleGoal(t, now, false), gap: 'nothing' }]} />
    </div>
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
