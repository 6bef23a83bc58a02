import type { GoalProgress } from '../../desk/goal-progress.ts';
import { formatNumber } from '../../locales/amounts.ts';
import { textIn } from '../../locales/local-text.ts';
import { goals as words } from '../../locales/words.ts';
import type { Result } from '../../protocol/result.ts';
import type { Goal } from '../../protocol/strategy.ts';
import { useReader, useWords } from '../language.tsx';
import { dateText } from './day-at.ts';

type GoalTableProps = {
  goal: Goal;
  results: readonly Result[];
  progress: GoalProgress;
  titleOf(topicId: string): string;
  timeZone: string;
};

/** Every measurement behind the chart, with what the goal stood at after it. */
export function GoalTable({ goal, results, progress, titleOf, timeZone }: GoalTableProps) {
  const t = useWords(words);
  const { language, now } = useReader();
  const after = new Map(progress.points.map(({ at, value }) => [at, value]));
  const counted = results.filter(({ measuredAt }) => after.has(measuredAt));
  if (counted.length === 0) return <p class="small soft">{t('noResults')}</p>;
  const number = (value: number) => formatNumber(language, value);
  return (
    <details class="figures-table">
      <summary>{t('asTable')}</summary>
      <div class="scroll-x">
        <table class="goal-table">
          <thead>
            <tr>
              <th scope="col">{t('date')}</th>
              <th scope="col">{t('value')}</th>
              <th scope="col">{t('standing')}</th>
              <th scope="col">{t('of')}</th>
              <th scope="col">{t('source')}</th>
            </tr>
          </thead>
          <tbody>
            {counted.map(({ id, measuredAt, value, topicId, source }) => (
              <tr key={id}>
                <th scope="row">{dateText(measuredAt, timeZone, language, now)}</th>
                <td>
                  {number(value)} <bdi>{textIn(language, goal.unit)}</bdi>
                </td>
                <td>{number(after.get(measuredAt) ?? value)}</td>
                <td class="foreign">{topicId === null ? t('wholeGoal') : titleOf(topicId)}</td>
                <td>{t(source)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
