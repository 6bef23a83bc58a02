import { textIn } from '../../locales/local-text.ts';
import type { Language } from '../../locales/t.ts';
import type { Goal } from '../../protocol/strategy.ts';
import type { Strategy } from '../strategy.ts';

/** The names of those whom a goal should reach (S1), in its order. */
export const audienceNames = (goal: Pick<Goal, 'audienceIds'>, { audiences }: Strategy, language: Language): string[] =>
  goal.audienceIds.flatMap((id) => {
    const audience = audiences.find((candidate) => candidate.id === id);
    return audience === undefined ? [] : [textIn(language, audience.name)];
  });

export const departmentName = (id: string | null, { departments }: Strategy, language: Language): string =>
  textIn(language, departments.find((department) => department.id === id)?.name) || (id ?? '');

export const goalTitle = (id: string, { goals }: Strategy, language: Language): string =>
  textIn(language, goals.find((goal) => goal.id === id)?.title) || id;
