import Target from 'lucide/dist/esm/icons/target.mjs';
import UsersRound from 'lucide/dist/esm/icons/users-round.mjs';
import { useState } from 'preact/hooks';
import { activeDepartments, goalsFor } from '../../desk/goals.ts';
import { textIn } from '../../locales/local-text.ts';
import { common, tags } from '../../locales/words.ts';
import { Chooser } from '../chooser/chooser.tsx';
import { useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { useWindowKey } from '../use-window-key.ts';
import { BecauseLine } from './because-line.tsx';
import { byName } from './by-name.ts';
import { GoalLine } from './goal-line.tsx';
import { audienceNames } from './goal-text.ts';
import type { Preselected } from './preselected.ts';
import './tag-line.css';

type Tags = { departmentId: string | null; goalId: string | null };

type TagLineProps = Tags & {
  strategy: Strategy;
  preselected: Preselected;
  onChange(change: Partial<Tags>): void;
};

/** A choice needs an id; this one stands for "the editors decide", which is null in a clip. */
const OPEN = '';

/** The two choices of a clip as one line of chips, and below them what the goal means. */
export function TagLine({ departmentId, goalId, strategy, preselected, onChange }: TagLineProps) {
  const { language, now } = useReader();
  const t = useWords(tags);
  const says = useWords(common);
  const [open, setOpen] = useState<'department' | 'goal' | null>(null);
  const goals = departmentId === null ? [] : goalsFor(departmentId, strategy.goals, now);
  const nameOf = <T extends { id: string }>(
    list: readonly T[],
    id: string | null,
    name: (one: T) => Parameters<typeof textIn>[1],
  ) => {
    const found = list.find((one) => one.id === id);
    return found === undefined ? null : textIn(language, name(found));
  };
  const goal = strategy.goals.find((candidate) => candidate.id === goalId) ?? null;

  useWindowKey((event) => {
    const key = event.altKey && !event.ctrlKey && !event.metaKey ? event.key.toLowerCase() : '';
    // On a Mac, Option with these letters types the other characters, the last one with Shift.
    const chooser = ['d', '∂', 'î'].includes(key) ? 'department' : ['g', '©', '˝'].includes(key) ? 'goal' : null;
    if (chooser === null) return;
    event.preventDefault();
    if (!event.shiftKey) return setOpen(chooser);
    const instead = preselected[chooser]?.instead ?? null;
    if (instead !== null) onChange(chooser === 'goal' ? { goalId: instead } : { departmentId: instead });
  });

  return (
    <div class="tag-line">
      <div class="tag-chips">
        <Chooser
          icon={UsersRound}
          label={says('department')}
          searchLabel={t('searchDepartment')}
          emptyLabel={t('nothingFound')}
          placeholder={t('noDepartment')}
          shortcut="Alt+D"
          choices={byName(activeDepartments(strategy.departments), language).map(({ id, name }) => ({
            id,
            name: textIn(language, name),
          }))}
          chosenId={departmentId}
          open={open === 'department'}
          onOpen={(opened) => setOpen(opened ? 'department' : null)}
          onChoose={(id) => onChange({ departmentId: id })}
        />
        <Chooser
          icon={Target}
          label={says('goal')}
          searchLabel={t('searchGoal')}
          emptyLabel={t('nothingFound')}
          placeholder={t('noGoal')}
          shortcut="Alt+G"
          choices={[
            ...goals.map((choice) => ({
              id: choice.id,
              name: textIn(language, choice.title),
              hint: [...audienceNames(choice, strategy, language), t(choice.relationship)].join(' · '),
            })),
            { id: OPEN, name: t('editorsDecide'), hint: t('editorsDecideHint') },
          ]}
          chosenId={goal?.id ?? OPEN}
          open={open === 'goal'}
          onOpen={(opened) => setOpen(opened ? 'goal' : null)}
          onChoose={(id) => onChange({ goalId: id === OPEN ? null : id })}
        />
      </div>
      <GoalLine goal={goal} strategy={strategy} />
      {preselected.department === null ? null : (
        <BecauseLine
          what={says('department')}
          because={preselected.department.because}
          instead={nameOf(strategy.departments, preselected.department.instead, ({ name }) => name)}
          shortcut="Alt+Shift+D"
          onInstead={() => onChange({ departmentId: preselected.department?.instead ?? departmentId })}
        />
      )}
      {preselected.goal === null ? null : (
        <BecauseLine
          what={says('goal')}
          because={preselected.goal.because}
          instead={nameOf(goals, preselected.goal.instead, ({ title }) => title)}
          shortcut="Alt+Shift+G"
          onInstead={() => onChange({ goalId: preselected.goal?.instead ?? goalId })}
        />
      )}
    </div>
  );
}
