import './duty-rota.css';
import ArrowLeftRight from 'lucide/dist/esm/icons/arrow-left-right.mjs';
import { useId, useState } from 'preact/hooks';
import { absenceOf } from '../../desk/deputies.ts';
import { isoWeek, mondayAt, weeksLater } from '../../desk/load.ts';
import { onDuty, toldFirst } from '../../desk/on-duty.ts';
import { common, load, duty as words } from '../../locales/words.ts';
import type { Absence } from '../../protocol/absence.ts';
import { Icon } from '../icon.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { UndoToast } from '../undo-toast.tsx';
import { dayAt } from './day-at.ts';
import type { DutySwap } from './duty-swap.ts';

const WEEKS = 6;

type DutyRotaProps = { strategy: Strategy; absences: readonly Absence[]; swap: DutySwap };

/**
 * Who is the editor on duty, this week and the next ones: who hears first of what is overdue (S12). Whoever keeps the
 * rota swaps two weeks: the one, then the other.
 */
export function DutyRota({ strategy, absences, swap }: DutyRotaProps) {
  const { rules, colleagues } = strategy;
  const { now } = useReader();
  const t = useWords(words);
  const weekly = useWords(load);
  const format = useFormat();
  const id = useId();
  const [picked, setPicked] = useState<string | null>(null);
  const first = mondayAt(rules, now);
  const weeks = Array.from({ length: WEEKS }, (_, at) => {
    const monday = weeksLater(first, at);
    const from = dayAt(monday, rules.timeZone) ?? now;
    const person = onDuty(rules, colleagues, from);
    const when = at === 0 ? now : from;
    const isAway = person !== null && absenceOf(person.id, absences, rules, when) !== null;
    const instead = isAway ? toldFirst(rules, colleagues, absences, when) : null;
    return {
      monday,
      person,
      isAway,
      instead: instead?.id === person?.id ? null : instead,
      isNamed: rules.dutyWeeks.some((week) => week.monday === monday),
    };
  });
  return (
    <section
      class="duty"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setPicked(null);
      }}
    >
      <h2 id={id}>{t('heading')}</h2>
      <p class="small soft">{t('text')}</p>
      <ol class="duty-weeks">
        {weeks.map(({ monday, person, isAway, instead, isNamed }, at) => (
          <li key={monday} class="duty-week" aria-current={at === 0 ? 'date' : undefined}>
            <div class="duty-facts">
              <span class="duty-when small soft">
                {weekly('weekName', { week: isoWeek(monday) })} · {format.written(monday)}
              </span>
              <bdi class="duty-name">{person?.name ?? t('nobody')}</bdi>
              {at === 0 ? <span class="duty-mark">{t('current')}</span> : null}
              {isAway ? <span class="duty-mark duty-away">{t('away')}</span> : null}
              {person !== null && !isNamed ? <span class="small soft">{t('byRole')}</span> : null}
              {instead === null ? null : <span class="small">{t('instead', { name: instead.name })}</span>}
            </div>
            {swap.allowed && person !== null ? (
              <SwapButton
                week={t('weekOf', { week: isoWeek(monday), name: person.name })}
                role={picked === null ? 'first' : picked === monday ? 'picked' : 'second'}
                // Two weeks of one person are one and the same either way.
                isSame={picked !== null && picked !== monday && nameIn(weeks, picked) === person.id}
                isBusy={swap.busy}
                onPress={() => {
                  if (picked !== null && picked !== monday) swap.onSwap(picked, monday);
                  setPicked(picked === null ? monday : null);
                }}
              />
            ) : null}
          </li>
        ))}
      </ol>
      <p class={swap.problem === null ? 'small soft' : 'small danger'} role="status">
        {swap.problem === null ? (picked === null ? '' : t('swapHint')) : t(`swap_${swap.problem}`)}
      </p>
      <UndoToast
        text={
          swap.done === null ? null : t('swapped', { one: isoWeek(swap.done.one), other: isoWeek(swap.done.other) })
        }
        onUndo={swap.onUndo}
      />
    </section>
  );
}

const nameIn = (weeks: readonly { monday: string; person: { id: string } | null }[], monday: string): string | null =>
  weeks.find((week) => week.monday === monday)?.person?.id ?? null;

type SwapButtonProps = {
  week: string;
  role: 'first' | 'picked' | 'second';
  isSame: boolean;
  isBusy: boolean;
  onPress(): void;
};

function SwapButton({ week, role, isSame, isBusy, onPress }: SwapButtonProps) {
  const t = useWords(words);
  const says = useWords(common);
  const text = role === 'first' ? t('swap') : role === 'picked' ? says('cancel') : t('swapWith');
  return (
    <button
      type="button"
      class={role === 'second' && !isSame ? 'button duty-swap' : 'button button-quiet duty-swap'}
      aria-label={`${text}: ${week}`}
      aria-pressed={role === 'picked'}
      disabled={isSame || isBusy}
      onClick={onPress}
    >
      <Icon shapes={ArrowLeftRight} />
      {text}
    </button>
  );
}
