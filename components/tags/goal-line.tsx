import { textIn } from '../../locales/local-text.ts';
import { tags } from '../../locales/words.ts';
import type { Goal } from '../../protocol/strategy.ts';
import { useFormat, useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { audienceNames } from './goal-text.ts';

type GoalLineProps = { goal: Goal | null; strategy: Strategy };

/** Whom the goal should reach (S1), whether it builds or nurtures (S2), and its measure (S5). */
export function GoalLine({ goal, strategy }: GoalLineProps) {
  const { language } = useReader();
  const format = useFormat();
  const t = useWords(tags);
  const audiences = goal === null ? [] : audienceNames(goal, strategy, language);
  const facts =
    goal === null
      ? [t('editorsDecideHint')]
      : [
          audiences.length > 0 && t('reaches', { audiences: format.list(audiences) }),
          t(goal.relationship),
          goal.measure !== null &&
            goal.target !== null &&
            t('measure', {
              measure: textIn(language, goal.measure),
              target: goal.target,
              unit: textIn(language, goal.unit),
            }),
        ].filter((fact) => fact !== false);

  return <p class="goal-line foreign">{facts.join(' · ')}</p>;
}
