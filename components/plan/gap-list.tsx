import './gap-list.css';
import { textIn } from '../../locales/local-text.ts';
import { plan as planWords } from '../../locales/words.ts';
import type { Figures } from '../../protocol/figures.ts';
import type { Department, Goal } from '../../protocol/strategy.ts';
import { useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { cellOf, type Gap, gapOf, goals as goalsOf } from './coverage.ts';

export type FoundGap = { department: Department; goal: Goal | null; gap: Gap };

/** Where something is expected and nothing comes, or nothing of it is good. */
export const gapsIn = (strategy: Strategy, figures: Figures): FoundGap[] =>
  strategy.departments
    .filter(({ active }) => active)
    .flatMap((department) =>
      goalsOf(strategy, figures).flatMap((goal) => {
        const gap = gapOf(department, goal, cellOf(figures, department.id, goal?.id ?? null));
        return gap === null ? [] : [{ department, goal, gap }];
      }),
    );

const SHOWN = 30;

export function GapList({ gaps }: { gaps: readonly FoundGap[] }) {
  const t = useWords(planWords);
  const { language } = useReader();
  return (
    <ul class="gap-list">
      {gaps.slice(0, SHOWN).map(({ department, goal, gap }) => (
        <li key={`${department.id}|${goal?.id ?? ''}`}>
          {t(gap === 'nothing' ? 'gapNothing' : 'gapRefused', {
            department: textIn(language, department.name),
            goal: goal === null ? '' : textIn(language, goal.title),
          })}
        </li>
      ))}
    </ul>
  );
}
