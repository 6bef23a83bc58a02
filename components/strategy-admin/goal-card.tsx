import { textIn } from '../../locales/local-text.ts';
import { tags, strategy as words } from '../../locales/words.ts';
import type { Goal } from '../../protocol/strategy.ts';
import { useFormat, useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { audienceNames } from '../tags/goal-text.ts';
import { GoalLack } from './goal-lack.tsx';

/** A goal as everybody sees it: for whom, measured by what, who stands for it, and whether it can be chosen. */
export function GoalCard({ goal, strategy }: { goal: Goal; strategy: Strategy }) {
  const t = useWords(words);
  const tag = useWords(tags);
  const format = useFormat();
  const { language } = useReader();
  const sponsor = strategy.colleagues.find(({ id }) => id === goal.sponsorId)?.name ?? null;
  const audiences = audienceNames(goal, strategy, language);
  const facts = [
    audiences.length > 0 && t('reachesWhom', { audiences: format.list(audiences) }),
    tag(goal.relationship),
    goal.measure !== null &&
      goal.target !== null &&
      tag('measure', {
        measure: textIn(language, goal.measure),
        target: goal.target,
        unit: textIn(language, goal.unit),
      }),
    sponsor !== null && t('stands', { name: sponsor }),
  ].filter((fact) => fact !== false);
  return (
    <>
      <strong class="foreign">{textIn(language, goal.title)}</strong>
      <p class="soft foreign">{facts.join(' · ')}</p>
      <GoalLack goal={goal} sponsor={sponsor} />
    </>
  );
}
