import './goals.css';
import Target from 'lucide/dist/esm/icons/target.mjs';
import { type GoalStanding, goalProgress } from '../../desk/goal-progress.ts';
import { common, goals as words } from '../../locales/words.ts';
import type { Result } from '../../protocol/result.ts';
import type { Goal } from '../../protocol/strategy.ts';
import { EmptyState } from '../empty-state.tsx';
import { useReader, useWords } from '../language.tsx';
import { GoalPanel } from './goal-panel.tsx';
import type { PlanScreenProps } from './plan-props.ts';
import { ResultsImport } from './results-import.tsx';

/** How far each goal came (S5): what is behind and what nobody measured stands first. */
export function GoalsBoard({
  goals,
  strategy,
  resultsFile,
  onOpenTopic,
  onResultsFile,
  onImport,
}: Pick<PlanScreenProps, 'goals' | 'strategy' | 'resultsFile' | 'onOpenTopic' | 'onResultsFile' | 'onImport'>) {
  const t = useWords(words);
  const says = useWords(common);
  const { now } = useReader();
  if (goals === null)
    return (
      <p class="plan-loading" role="status">
        {says('loading')}
      </p>
    );
  const shown = strategy.goals
    .filter(({ state }) => state !== 'closed')
    .map((goal) => ({ goal, urgency: urgencyOf(goal, goals.results, now, strategy.rules.timeZone) }))
    .sort((a, b) => a.urgency - b.urgency)
    .map(({ goal }) => goal);
  return (
    <>
      <div class="panel">
        <h2>{t('heading')}</h2>
        <p class="soft">{t('text')}</p>
        {shown.length === 0 ? <EmptyState icon={Target} title={t('none')} text={t('noneText')} /> : null}
      </div>
      {shown.map((goal) => (
        <GoalPanel
          key={goal.id}
          goal={goal}
          results={goals.results.filter(({ goalId }) => goalId === goal.id)}
          unmeasured={goals.unmeasured.filter(({ goalId }) => goalId === goal.id)}
          titleOf={(topicId) => goals.titles.get(topicId) ?? ''}
          timeZone={strategy.rules.timeZone}
          onOpenTopic={onOpenTopic}
        />
      ))}
      <ResultsImport strategy={strategy} file={resultsFile} onFile={onResultsFile} onImport={onImport} />
    </>
  );
}

const BY_URGENCY: readonly GoalStanding[] = [
  'behind',
  'missed',
  'not_measured',
  'on_track',
  'reached',
  'not_begun',
  'draft',
];

const urgencyOf = (goal: Goal, results: readonly Result[], now: number, timeZone: string): number =>
  BY_URGENCY.indexOf(goal.state === 'active' ? goalProgress(goal, results, now, timeZone).standing : 'draft');
