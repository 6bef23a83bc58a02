import './goal-brief.css';
import { stageOf } from '../../desk/goals.ts';
import { formatPeriod } from '../../locales/amounts.ts';
import { textIn } from '../../locales/local-text.ts';
import { inbox, tags } from '../../locales/words.ts';
import { useFormat, useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { goalName } from '../tags/goal-name.ts';
import { audienceNames } from '../tags/goal-text.ts';

/** The goal of a topic in full: whom it should reach, build or nurture, measure and period (S1, S2, S5, S6). */
export function GoalBrief({ goalId, strategy }: { goalId: string | null; strategy: Strategy }) {
  const { language, now } = useReader();
  const format = useFormat();
  const t = useWords(inbox);
  const tag = useWords(tags);
  const goal = strategy.goals.find((candidate) => candidate.id === goalId);
  if (goal === undefined) return <p class="soft">{t('noGoal')}</p>;

  const measure =
    goal.measure === null || goal.target === null
      ? []
      : [
          tag('measure', {
            measure: textIn(language, goal.measure),
            target: goal.target,
            unit: textIn(language, goal.unit),
          }),
        ];
  const baseline = goal.baseline === null ? [] : [t('baseline', { value: goal.baseline })];
  const period =
    goal.periodFrom === null || goal.periodTo === null ? null : formatPeriod(language, goal.periodFrom, goal.periodTo);
  const facts = [
    [t('reaches'), format.list(audienceNames(goal, strategy, language))],
    [t('relationship'), tag(goal.relationship)],
    // Where it began says nothing as long as nobody knows of what.
    [t('measure'), measure.length === 0 ? '' : [...measure, ...baseline].join(', ')],
    [t('period'), period],
    [t('strategyRef'), goal.strategyRef],
  ] as const;

  return (
    <>
      <p class="goal-title foreign">{goalName(language, { goal, stage: stageOf(goal, now) })}</p>
      <dl class="facts">
        {facts.map(([term, value]) =>
          value === null || value === '' ? null : (
            <div key={term} class="fact">
              <dt>{term}</dt>
              <dd class="foreign">{value}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}
