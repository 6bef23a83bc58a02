import './brief.css';
import Check from 'lucide/dist/esm/icons/check.mjs';
import CircleDashed from 'lucide/dist/esm/icons/circle-dashed.mjs';
import { briefTicks } from '../../../desk/brief.ts';
import { LANES } from '../../../desk/states.ts';
import { brief as words } from '../../../locales/words.ts';
import type { Topic } from '../../../protocol/topic.ts';
import { Icon } from '../../icon.tsx';
import { useWords } from '../../language.tsx';
import type { Strategy } from '../../strategy.ts';
import { CommandButton } from '../commands/command-button.tsx';
import { useBriefValues } from './use-brief-values.ts';

/** The seven points that have to be said before the work begins [BR1]: what each says, where from, and which are open. */
export function BriefFold({ topic, strategy }: { topic: Topic; strategy: Strategy }) {
  const t = useWords(words);
  const goal = strategy.goals.find(({ id }) => id === topic.goalId) ?? null;
  const values = useBriefValues(topic, goal, strategy);
  const ticks = briefTicks(topic, goal);
  const done = ticks.filter(({ isDone }) => isDone).length;
  return (
    <details class="fold" open={LANES[topic.state] === 'plan'}>
      <summary>
        {t('heading')} <span class="brief-progress">{t('progress', { done, of: ticks.length })}</span>
      </summary>
      {topic.brief.message === null ? null : (
        <p class="brief-message foreign" dir="auto">
          {topic.brief.message}
        </p>
      )}
      <dl class="brief">
        {ticks.map(({ point, isDone, from }) => (
          <div key={point} class="brief-point" data-done={isDone}>
            <dt>
              <Icon shapes={isDone ? Check : CircleDashed} />
              {t(point)}
              <span class="hidden-text">{t(isDone ? 'done' : 'missing')}</span>
            </dt>
            <dd>
              <span class="foreign" dir="auto">
                {values[point]}
              </span>
              {isDone ? null : <span class="small soft">{t('missing')}</span>}
              {from === 'goal' ? <span class="label">{t('fromGoal')}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
      <div class="brief-acts">
        <CommandButton name="editBrief" look="button-quiet" />
        <CommandButton name="giveAssignment" look="button-quiet" />
      </div>
    </details>
  );
}
