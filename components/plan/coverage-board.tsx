import { activeDepartments } from '../../desk/goals.ts';
import { textIn } from '../../locales/local-text.ts';
import { plan as planWords } from '../../locales/words.ts';
import type { Figures } from '../../protocol/figures.ts';
import type { Department } from '../../protocol/strategy.ts';
import { useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { byName } from '../tags/by-name.ts';
import { cellOf, type Gap, gapOf, goals as goalsOf, owedIn, suggestedBy } from './coverage.ts';
import { GapList, gapsIn } from './gap-list.tsx';
import { Sideways } from './sideways.tsx';

/**
 * Departments by goals: how much was suggested, accepted and published, and where nothing comes from (S7).
 * A table, so that it reads the same with eyes and without; the shade of a cell only repeats its number.
 */
export function CoverageBoard({ figures, strategy }: { figures: Figures; strategy: Strategy }) {
  const t = useWords(planWords);
  const { language } = useReader();
  const departments = byName(activeDepartments(strategy.departments), language);
  const goals = goalsOf(strategy, figures);
  const most = Math.max(1, ...figures.coverage.map(({ suggested }) => suggested));
  const gaps = gapsIn(strategy, figures);
  return (
    <>
      <div class="panel">
        <h2 id="coverage-title">{t('coverageTitle')}</h2>
        <p class="soft">{t('coverageText')}</p>
        <Sideways labelledBy="coverage-title">
          <table class="coverage">
            <thead>
              <tr>
                <td />
                {goals.map((goal) => (
                  <th key={goal?.id ?? ''} scope="col">
                    {goal === null ? t('noGoal') : textIn(language, goal.title)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {departments.map((department) => (
                <tr key={department.id}>
                  <th scope="row">
                    {textIn(language, department.name)}
                    <Owed department={department} figures={figures} />
                  </th>
                  {goals.map((goal) => {
                    const cell = cellOf(figures, department.id, goal?.id ?? null);
                    const gap = gapOf(department, goal, cell);
                    return (
                      <td
                        key={goal?.id ?? ''}
                        class={gap === null ? 'coverage-cell' : 'coverage-cell coverage-gap'}
                        style={{ '--share': String(Math.sqrt(cell.suggested / most)) }}
                      >
                        <CellText cell={cell} gap={gap} />
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
        <p class="small soft coverage-key">
          <span>{t('cellKey')}</span>
          <span>
            <span class="coverage-gap coverage-sample" aria-hidden="true" />
            {t('gapKey')}
          </span>
        </p>
      </div>
      <section class="panel" aria-labelledby="gaps-title">
        <h2 id="gaps-title">{t('gapsTitle', { count: gaps.length })}</h2>
        {gaps.length === 0 ? <p class="soft">{t('noGaps')}</p> : null}
        <GapList gaps={gaps} />
      </section>
    </>
  );
}

function CellText({ cell, gap }: { cell: ReturnType<typeof cellOf>; gap: Gap | null }) {
  const t = useWords(planWords);
  if (cell.suggested === 0)
    return gap === null ? (
      <span class="soft">
        <span aria-hidden="true">–</span>
        <span class="hidden-text">{t('cellNothing')}</span>
      </span>
    ) : (
      <span>{t('cellGap')}</span>
    );
  const { suggested, accepted, published } = cell;
  return (
    <>
      <span aria-hidden="true">
        <b>{suggested}</b> · {accepted} · {published}
      </span>
      <span class="hidden-text">{t('cellSpoken', { suggested, accepted, published })}</span>
    </>
  );
}

/** How much a department suggested of what it agreed to; nothing where nothing was agreed. */
function Owed({ department, figures }: { department: Department; figures: Figures }) {
  const t = useWords(planWords);
  const owed = owedIn(department, figures);
  const agreed = department.pitchesPerQuarter;
  if (owed === null || agreed === null) return null;
  const suggested = suggestedBy(figures, department.id);
  return (
    <span class={suggested < owed ? 'small coverage-owed danger' : 'small coverage-owed soft'}>
      {t('owed', { suggested, agreed })}
    </span>
  );
}
