import './gap-list.css';
import { type GoalProgress, goalProgress } from '../../desk/goal-progress.ts';
import { textIn } from '../../locales/local-text.ts';
import { plan as planWords } from '../../locales/words.ts';
import type { Goal } from '../../protocol/strategy.ts';
import { useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { percentText } from './percent-text.ts';
import type { GoalsView } from './plan-props.ts';

export type GoalInNeed = { goal: Goal; progress: GoalProgress };

/** Before a tenth of its time is over nobody has to ask why nothing was measured. */
const EARLY = 0.1;

/** The active goals that the group has to talk about: behind, missed, or not measured though it is time. */
export const goalsInNeed = (
  { goals, rules: { timeZone } }: Pick<Strategy, 'goals' | 'rules'>,
  /** Null while it loads: nothing is said of a goal whose results nobody looked at. */
  view: GoalsView | null,
  now: number,
): GoalInNeed[] =>
  goals
    .filter(({ state }) => state === 'active')
    .flatMap((goal) => (view === null ? [] : { goal, progress: goalProgress(goal, view.results, now, timeZone) }))
    .filter(
      ({ progress: { standing, elapsed } }) =>
        standing === 'behind' || standing === 'missed' || (standing === 'not_measured' && elapsed >= EARLY),
    );

/** What needs the group's decision because of where a goal stands. */
export function AgendaGoals({ inNeed }: { inNeed: readonly GoalInNeed[] }) {
  const t = useWords(planWords);
  const { language } = useReader();
  if (inNeed.length === 0) return null;
  const why = ({ standing, share, elapsed }: GoalProgress): string => {
    const said = { share: percentText(language, share ?? 0), elapsed: percentText(language, elapsed) };
    if (standing === 'not_measured') return t('agendaGoalUnmeasured', said);
    return t(standing === 'missed' ? 'agendaGoalMissed' : 'agendaGoalBehind', said);
  };
  return (
    <section aria-labelledby="agenda-goals">
      <h3 id="agenda-goals">{t('agendaGoals')}</h3>
      <ul class="gap-list">
        {inNeed.map(({ goal, progress }) => (
          <li key={goal.id}>
            <b class="foreign">{textIn(language, goal.title)}</b>
            <p class="soft">{why(progress)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
