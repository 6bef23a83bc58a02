import './goal-lack.css';
import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import CircleDashed from 'lucide/dist/esm/icons/circle-dashed.mjs';
import { missingInGoal } from '../../desk/goals.ts';
import { strategy as words } from '../../locales/words.ts';
import type { Goal } from '../../protocol/strategy.ts';
import { Icon } from '../icon.tsx';
import { useFormat, useWords } from '../language.tsx';

const LACKS = { measure: 'lackMeasure', target: 'lackTarget', period: 'lackPeriod' } as const;

/** What a goal lacks until it can be chosen, in words; or who confirmed it. @param sponsor their name; null: nobody yet */
export function GoalLack({ goal, sponsor }: { goal: Omit<Goal, 'id'>; sponsor: string | null }) {
  const t = useWords(words);
  const format = useFormat();
  if (goal.state === 'closed') return <span class="small soft">{t('closed')}</span>;
  const missing = missingInGoal(goal);
  const date = format.date(goal.sponsorConfirmedAt ?? 0);
  if (missing.length === 0)
    return (
      <span class="mark small soft">
        <Icon shapes={CircleCheck} />
        {sponsor === null ? t('pickableDay', { date }) : t('pickable', { name: sponsor, date })}
      </span>
    );
  const what = missing.map((lack) =>
    lack === 'confirmation'
      ? sponsor === null
        ? t('lackSponsor')
        : t('lackConfirmation', { name: sponsor })
      : t(LACKS[lack]),
  );
  return (
    <span class="mark small goal-lack">
      <Icon shapes={CircleDashed} />
      <span>
        {t('lacks', { count: what.length, what: format.list(what) })} <span class="soft">{t('until')}</span>
      </span>
    </span>
  );
}
