/** The values of the popup's form: what the page and habits suggest, under what the person typed. */
import type { ClipFormValues, PopupState } from '../../components/popup/popup-props.ts';
import type { Strategy } from '../../components/strategy.ts';
import { type Because, type Habits, preselectDepartment, preselectGoal } from '../../desk/preselect.ts';
import type { ClipDraft } from '../../protocol/clip.ts';
import type { Person } from '../../protocol/person.ts';

/** What the person entered themselves; a field that is absent follows the suggestion. */
export type Typed = Partial<ClipFormValues>;

export type Suggested = { values: ClipFormValues; because: { department: Because | null; goal: Because | null } };

/** Before anything is known: the form is there and takes what is typed. */
export const EMPTY: Suggested = {
  values: { address: '', title: '', departmentId: null, goalId: null, note: '' },
  because: { department: null, goal: null },
};

/** The form as it stands: each field the person's own if they touched it, else what fits best. */
export function suggest(
  draft: ClipDraft | null,
  person: Person,
  strategy: Strategy,
  habits: Habits,
  typed: Typed,
  now: number,
): Suggested {
  const { departments, goals } = strategy;
  const department = preselectDepartment(person, departments, habits);
  const departmentId = typed.departmentId ?? department?.id ?? null;
  // A goal is suggested for the department that stands in the form, whoever chose it.
  const goal = departmentId === null ? null : preselectGoal(departmentId, departments, goals, habits, now);
  const ownGoal = typed.goalId !== undefined;
  return {
    values: {
      address: typed.address ?? draft?.address ?? '',
      title: typed.title ?? draft?.title ?? '',
      departmentId,
      goalId: ownGoal ? (typed.goalId ?? null) : (goal?.id ?? null),
      note: typed.note ?? '',
    },
    because: {
      department: typed.departmentId === undefined ? (department?.because ?? null) : null,
      goal: ownGoal ? null : (goal?.because ?? null),
    },
  };
}

/** Choosing another department lets go of a goal chosen for the old one. */
export function merge(typed: Typed, changes: Typed): Typed {
  const { goalId: _old, ...rest } = typed;
  const kept = changes.departmentId !== undefined && changes.departmentId !== typed.departmentId ? rest : typed;
  return { ...kept, ...changes };
}

export const isForm = (state: PopupState): state is Extract<PopupState, { kind: 'form' }> => state.kind === 'form';
