import { plan as planWords } from '../../locales/words.ts';
import { type Figures, SMALLEST_TOTAL } from '../../protocol/figures.ts';
import { useFormat, useWords } from '../language.tsx';

const HOUR_MS = 3_600_000;

/** How much time was asked for and spent, week by week, of all together; never of fewer than five people [FG1]. */
export function TeamMinutes({ weeks }: Pick<Figures, 'weeks'>) {
  const t = useWords(planWords);
  const format = useFormat();
  const said = weeks.filter(({ minutes }) => minutes.planned !== null || minutes.spent !== null);
  const hours = (minutes: number | null): string =>
    minutes === null ? '–' : t('hours', { count: Math.round(minutes / 60) });
  return (
    <section class="panel" aria-labelledby="team-time-title">
      <h2 id="team-time-title">{t('teamTime')}</h2>
      <p class="soft">{t('teamTimeText', { count: SMALLEST_TOTAL })}</p>
      {said.length === 0 ? null : (
        <div class="scroll-x">
          <table class="shares">
            <thead>
              <tr>
                <th scope="col">{t('week')}</th>
                <th scope="col">{t('teamPlanned')}</th>
                <th scope="col">{t('teamSpent')}</th>
              </tr>
            </thead>
            <tbody>
              {said.map(({ from, minutes }) => (
                <tr key={from}>
                  <th scope="row">{format.date(from + 12 * HOUR_MS)}</th>
                  <td>{hours(minutes.planned)}</td>
                  <td>{hours(minutes.spent)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
