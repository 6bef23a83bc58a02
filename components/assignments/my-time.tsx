import './assignments.css';
import { useId } from 'preact/hooks';
import { isoWeek, type WeekLoad } from '../../desk/load.ts';
import { load as words } from '../../locales/words.ts';
import type { TimeBudget } from '../../protocol/time-budget.ts';
import { useWords } from '../language.tsx';
import { MinutesField } from './minutes-field.tsx';
import { NotKeptHere } from './not-kept-here.tsx';

type MyTimeProps = {
  /** This week and those after it. */
  weeks: readonly WeekLoad[];
  /** One's own. */
  budgets: readonly TimeBudget[];
  /** The last word could not be kept on this device. */
  failed: boolean;
  /** Null as `minutes` takes it back; null as `monday` means every week. */
  onSave(monday: string | null, minutes: number | null): void;
};

/** One's own weeks: planned beside what there is, and how much there is to be said oneself. Nobody is compared with anybody. */
export function MyTime({ weeks, budgets, failed, onSave }: MyTimeProps) {
  const t = useWords(words);
  const id = useId();
  const saidOf = (monday: string | null) => budgets.find((budget) => budget.monday === monday)?.minutes ?? null;
  return (
    <section class="my-time" aria-labelledby={id}>
      <h2 id={id}>{t('heading')}</h2>
      <p class="soft">{t('text')}</p>
      <NotKeptHere failed={failed} />
      <MinutesField label={t('every')} said={saidOf(null)} onSave={(minutes) => onSave(null, minutes)} />
      <ul class="week-loads">
        {weeks.map(({ monday, planned, budget }) => (
          <li key={monday} class="week-load">
            <LoadText monday={monday} planned={planned} budget={budget} />
            {budget === null ? null : (
              <meter min={0} max={Math.max(budget, planned, 1)} high={budget} value={planned} />
            )}
            <MinutesField
              label={`${t('weekName', { week: isoWeek(monday) })}: ${t('only')}`}
              isHidden
              said={saidOf(monday)}
              onSave={(minutes) => onSave(monday, minutes)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "KW 49: 310/360 min", and in words where that is too much. */
export function LoadText({ monday, planned, budget }: WeekLoad) {
  const t = useWords(words);
  const isOver = budget !== null && planned > budget;
  const week = isoWeek(monday);
  return (
    <span class={isOver ? 'load load-over' : 'load'}>
      {budget === null ? t('weekFree', { week, planned }) : t('week', { week, planned, budget })}
      {isOver ? <span class="hidden-text"> {t('over')}</span> : null}
    </span>
  );
}
