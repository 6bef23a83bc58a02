import { inbox, tags } from '../../locales/words.ts';
import { textIn, useFormat, useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { audienceNames } from '../tags/goal-text.ts';

/** The goal of a topic in full: whom it should reach, build or nurture, measure and period (S1, S2, S5, S6). */
export function GoalBrief({ goalId, strategy }: { goalId: string | null; strategy: Strategy }) {
  const { language } = useReader();
  const format = useFormat();
  const t = useWords(inbox);
  const tag = useWords(tags);
  const goal = strategy.goals.find((candidate) => candidate.id === goalId);
  if (goal === undefined) return <p class="soft">{t('noGoal')}</p>;

  const unit = textIn(language, goal.unit);
  const facts: readonly (readonly [term: string, value: string | null])[] = [
    [t('reaches'), format.list(audienceNames(goal, strategy, language)) || null],
    [t('relationship'), tag(goal.relationship)],
    [
      t('measure'),
      goal.measure === null || goal.target === null
        ? null
        : tag('measure', { measure: textIn(language, goal.measure), target: goal.target, unit }),
    ],
    ['', goal.baseline === null ? null : t('baseline', { value: goal.baseline })],
    [
      '',
      goal.periodFrom === null || goal.periodTo === null
        ? null
        : t('period', { from: format.date(goal.periodFrom), to: format.date(goal.periodTo) }),
    ],
    [t('strategyRef'), goal.strategyRef],
  ];

  return (
    <>
      <p class="goal-title foreign">{textIn(language, goal.title)}</p>
      <dl class="facts">
        {facts.map(([term, value], at) =>
          value === null ? null : (
            <div key={at} class="fact">
              <dt>{term}</dt>
              <dd class="foreign">{value}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}
