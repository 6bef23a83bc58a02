import './gap-list.css';
import { goalProgress } from '../../desk/goal-progress.ts';
import { formatNumber, formatPeriod } from '../../locales/amounts.ts';
import { textIn } from '../../locales/local-text.ts';
import { goals as words } from '../../locales/words.ts';
import type { Result } from '../../protocol/result.ts';
import type { Goal } from '../../protocol/strategy.ts';
import type { Topic } from '../../protocol/topic.ts';
import { useReader, useWords } from '../language.tsx';
import { asExactAs } from './as-exact-as.ts';
import { GoalChart } from './goal-chart.tsx';
import { GoalTable } from './goal-table.tsx';
import { percentText } from './percent-text.ts';

type GoalPanelProps = {
  goal: Goal;
  /** The newest first. */
  results: readonly Result[];
  /** Published for it, and not measured. */
  unmeasured: readonly Topic[];
  titleOf(topicId: string): string;
  timeZone: string;
  onOpenTopic(topicId: string): void;
};

/** More than these are a number: the inbox lists them all. */
const SHOWN = 5;

/** One goal: where it stands in words, in a picture and in a table. */
export function GoalPanel({ goal, results, unmeasured, titleOf, timeZone, onOpenTopic }: GoalPanelProps) {
  const t = useWords(words);
  const { language, now } = useReader();
  const progress = goalProgress(goal, results, now, timeZone);
  const { value, share, elapsed, expected, standing, counting } = progress;
  const number = (amount: number | null) =>
    amount === null ? null : `${formatNumber(language, Math.round(amount * 100) / 100)} ${textIn(language, goal.unit)}`;
  const facts = [
    [t('measure'), textIn(language, goal.measure)],
    [t('now'), number(value)],
    [t('target'), number(goal.target)],
    // What adds up begins at nothing: what was before is no beginning of its way.
    [t(counting === 'sum' ? 'before' : 'baseline'), number(goal.baseline)],
    [t('share'), share === null ? null : percentText(language, share)],
    [t('elapsed'), expected === null ? null : percentText(language, elapsed)],
    [
      t(counting === 'sum' ? 'expectedFromNothing' : 'expected'),
      number(expected === null ? null : asExactAs(expected, [goal.baseline, goal.target, value])),
    ],
    [t('counted'), expected === null ? null : t(counting)],
    [
      t('period'),
      goal.periodFrom === null || goal.periodTo === null
        ? null
        : formatPeriod(language, goal.periodFrom, goal.periodTo),
    ],
  ] as const;
  return (
    <section class="panel goal" aria-labelledby={`goal-${goal.id}`} data-standing={standing}>
      <header class="panel-head">
        <h3 id={`goal-${goal.id}`} class="foreign">
          {textIn(language, goal.title)}
        </h3>
        <span class="goal-standing">{t(goal.state === 'draft' ? 'draft' : standing)}</span>
      </header>
      <div class="goal-figures">
        <dl class="goal-facts">
          {facts.map(([term, said]) =>
            said === null || said === '' ? null : (
              <div key={term} class="goal-fact">
                <dt>{term}</dt>
                <dd class="foreign">{said}</dd>
              </div>
            ),
          )}
        </dl>
        {standing === 'draft' ? null : <GoalChart goal={goal} progress={progress} />}
      </div>
      {unmeasured.length === 0 ? null : (
        <div>
          <h4>{t('unmeasured', { count: unmeasured.length })}</h4>
          <ul class="gap-list">
            {unmeasured.slice(0, SHOWN).map(({ id, title }) => (
              <li key={id}>
                <button type="button" class="link foreign" onClick={() => onOpenTopic(id)}>
                  {title}
                </button>
              </li>
            ))}
          </ul>
          {unmeasured.length > SHOWN ? (
            <p class="small soft">{t('more', { count: unmeasured.length - SHOWN })}</p>
          ) : null}
        </div>
      )}
      {standing === 'draft' ? null : (
        <GoalTable goal={goal} results={results} progress={progress} titleOf={titleOf} timeZone={timeZone} />
      )}
    </section>
  );
}
