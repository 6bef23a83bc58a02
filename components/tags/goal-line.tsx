import type { Because } from '../../desk/preselect.ts';
import { textIn } from '../../locales/local-text.ts';
import { because as becauseWords, tags } from '../../locales/words.ts';
import type { Goal } from '../../protocol/strategy.ts';
import { useFormat, useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { audienceNames } from './goal-text.ts';

type GoalLineProps = {
  goal: Goal | null;
  strategy: Strategy;
  because: { department: Because | null; goal: Because | null };
};

/** Whom the goal should reach (S1), whether it builds or nurtures (S2), its measure (S5), and why it stands there. */
export function GoalLine({ goal, strategy, because }: GoalLineProps) {
  const { language } = useReader();
  const format = useFormat();
  const t = useWords(tags);
  const why = useWords(becauseWords);
  const reason = because.goal;
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

  return (
    <p class="goal-line foreign">
      {facts.join(' · ')}
      {reason === null || reason === 'none' ? null : (
        <span class="goal-because"> {t('because', { reason: why(reason) })}</span>
      )}
    </p>
  );
}
