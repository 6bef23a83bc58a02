import { plan as planWords, reasons as reasonWords } from '../../locales/words.ts';
import { AGE_BANDS, type Figures } from '../../protocol/figures.ts';
import { DECLINE_REASONS } from '../../protocol/topic.ts';
import { useFormat, useWords } from '../language.tsx';
import { Bars } from './bars.tsx';
import { TeamMinutes } from './team-minutes.tsx';

const HOUR = 3_600_000;

/** What comes in, what is decided, how long that takes and what waits: each as a picture with its table behind. */
export function FlowCharts({ figures }: { figures: Figures }) {
  return (
    <>
      <WeekChart figures={figures} />
      <div class="flow-pair">
        <AgeChart ages={figures.ages} />
        <ReasonList figures={figures} />
      </div>
      <TeamMinutes weeks={figures.weeks} />
    </>
  );
}

const DECIDED = ['accepted', 'held', 'declined', 'merged'] as const;

function WeekChart({ figures: { weeks } }: { figures: Figures }) {
  const t = useWords(planWords);
  const format = useFormat();
  const labels = weeks.map(({ from }) => format.date(from + 12 * HOUR));
  const suggested = weeks.reduce((sum, week) => sum + week.suggested, 0);
  const decided = weeks.reduce((sum, week) => sum + DECIDED.reduce((all, name) => all + week[name], 0), 0);
  const waits = weeks.map(({ medianWait }) =>
    medianWait === null ? '–' : t('hours', { count: Math.round(medianWait / HOUR) }),
  );
  return (
    <section class="panel" aria-labelledby="flow-title">
      <h2 id="flow-title">{t('flowTitle')}</h2>
      <p class="soft">{t('flowText', { suggested, decided })}</p>
      <Legend names={['suggested', ...DECIDED]} />
      <Bars
        label={t('flowSpoken', { suggested, decided })}
        labels={labels}
        groups={[
          [{ name: t('suggested'), values: weeks.map((week) => week.suggested), class: 'bar-suggested' }],
          DECIDED.map((name) => ({ name: t(name), values: weeks.map((week) => week[name]), class: `bar-${name}` })),
        ]}
      />
      <details class="figures-table">
        <summary>{t('asTable')}</summary>
        <div class="scroll-x">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('week')}</th>
                {(['suggested', ...DECIDED, 'published'] as const).map((name) => (
                  <th key={name} scope="col">
                    {t(name)}
                  </th>
                ))}
                <th scope="col">{t('medianWait')}</th>
              </tr>
            </thead>
            <tbody>
              {weeks.map((week, at) => (
                <tr key={week.from}>
                  <th scope="row">{labels[at]}</th>
                  {(['suggested', ...DECIDED, 'published'] as const).map((name) => (
                    <td key={name}>{week[name]}</td>
                  ))}
                  <td>{waits[at]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function Legend({ names }: { names: readonly ('suggested' | (typeof DECIDED)[number])[] }) {
  const t = useWords(planWords);
  return (
    <ul class="legend" aria-hidden="true">
      {names.map((name) => (
        <li key={name}>
          <svg class="legend-mark" viewBox="0 0 12 12" aria-hidden="true">
            <rect class={`bar-${name}`} width="12" height="12" rx="2" />
          </svg>
          {t(name)}
        </li>
      ))}
    </ul>
  );
}

function AgeChart({ ages }: { ages: readonly number[] }) {
  const t = useWords(planWords);
  const names = [
    ...AGE_BANDS.map((days, at) => {
      const from = AGE_BANDS[at - 1];
      return from === undefined ? t('underDays', { count: days }) : t('betweenDays', { from, to: days });
    }),
    t('overDays', { count: AGE_BANDS[AGE_BANDS.length - 1] ?? 0 }),
  ];
  return (
    <section class="panel" aria-labelledby="age-title">
      <h2 id="age-title">{t('ageTitle')}</h2>
      <Shares rows={names.map((name, at) => ({ name, value: ages[at] ?? 0 }))} />
    </section>
  );
}

function ReasonList({ figures: { reasons } }: { figures: Figures }) {
  const t = useWords(planWords);
  const reasonText = useWords(reasonWords);
  const rows = DECLINE_REASONS.map((reason) => ({ name: reasonText(reason), value: reasons[reason] ?? 0 }));
  const shown = rows.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
  return (
    <section class="panel" aria-labelledby="reasons-title">
      <h2 id="reasons-title">{t('reasonsTitle')}</h2>
      {shown.length === 0 ? <p class="soft">{t('noReasons')}</p> : <Shares rows={shown} />}
    </section>
  );
}

/** A table whose last column is also a bar. */
function Shares({ rows }: { rows: readonly { name: string; value: number }[] }) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <table class="shares">
      <tbody>
        {rows.map(({ name, value }) => (
          <tr key={name}>
            <th scope="row" class="shares-name">
              {name}
            </th>
            <td class="shares-number">{value}</td>
            <td class="shares-bar" aria-hidden="true">
              {value === 0 ? null : <span class="shares-fill" style={{ inlineSize: `${(value / most) * 100}%` }} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
