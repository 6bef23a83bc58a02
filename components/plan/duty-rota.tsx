import './duty-rota.css';
import { useId } from 'preact/hooks';
import { absenceOf } from '../../desk/deputies.ts';
import { isoWeek, mondayAt, weeksLater } from '../../desk/load.ts';
import { onDuty } from '../../desk/on-duty.ts';
import { load, duty as words } from '../../locales/words.ts';
import type { Absence } from '../../protocol/absence.ts';
import { useFormat, useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { dayAt } from './day-at.ts';

const WEEKS = 6;

/** Who is the editor on duty, this week and the next ones: who hears first of what is overdue (S12). */
export function DutyRota({ strategy, absences }: { strategy: Strategy; absences: readonly Absence[] }) {
  const { rules, colleagues } = strategy;
  const { now } = useReader();
  const t = useWords(words);
  const weekly = useWords(load);
  const format = useFormat();
  const id = useId();
  const first = mondayAt(rules, now);
  const weeks = Array.from({ length: WEEKS }, (_, at) => {
    const monday = weeksLater(first, at);
    const from = dayAt(monday, rules.timeZone) ?? now;
    const person = onDuty(rules, colleagues, from);
    const isAway = person !== null && absenceOf(person.id, absences, rules, at === 0 ? now : from) !== null;
    return { monday, person, isAway, isNamed: rules.dutyWeeks.some((week) => week.monday === monday) };
  });
  return (
    <section class="duty" aria-labelledby={id}>
      <h2 id={id}>{t('heading')}</h2>
      <p class="small soft">{t('text')}</p>
      <ol class="duty-weeks">
        {weeks.map(({ monday, person, isAway, isNamed }, at) => (
          <li key={monday} class="duty-week" aria-current={at === 0 ? 'date' : undefined}>
            <span class="small soft">
              {weekly('weekName', { week: isoWeek(monday) })} · {format.written(monday)}
            </span>
            <bdi class="duty-name">{person?.name ?? t('nobody')}</bdi>
            {at === 0 ? <span class="duty-mark">{t('current')}</span> : null}
            {isAway ? <span class="duty-mark duty-away">{t('away')}</span> : null}
            {person !== null && !isNamed ? <span class="small soft">{t('byRole')}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
