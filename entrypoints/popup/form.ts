/** The values of the popup's form: what the page and habits suggest, under what the person typed. */
import type { ClipFormValues, PopupState } from '../../components/popup/popup-props.ts';
import { CHOSEN, type Preselected as Shown } from '../../components/tags/preselected.ts';
import type { Preselected, Preselection } from '../../desk/preselect/preselect.ts';
import type { ClipDraft } from '../../protocol/clip.ts';

/** What the person entered themselves; a field that is absent follows the suggestion. */
export type Typed = Partial<ClipFormValues>;

export type Suggested = { values: ClipFormValues; preselected: Shown };

/** Before anything is known: the form is there and takes what is typed. */
export const EMPTY: Suggested = {
  values: { address: '', title: '', departmentId: null, goalId: null, note: '' },
  preselected: CHOSEN,
};

/** The form as it stands: each field the person's own if they touched it, else what fits best. */
export function suggest(draft: ClipDraft | null, { departments, goalsIn }: Preselected, typed: Typed): Suggested {
  const departmentId = typed.departmentId ?? departments[0]?.id ?? null;
  // A goal is suggested for the department that stands in the form, whoever chose it.
  const goals = departmentId === null ? [] : goalsIn(departmentId);
  return {
    values: {
      address: typed.address ?? draft?.address ?? '',
      title: typed.title ?? draft?.title ?? '',
      departmentId,
      goalId: typed.goalId === undefined ? (goals[0]?.id ?? null) : typed.goalId,
      note: typed.note ?? '',
    },
    preselected: {
      department: typed.departmentId === undefined ? shown(departments) : null,
      goal: typed.goalId === undefined ? shown(goals) : null,
    },
  };
}

/** The reason of the first, and the best that is another. */
function shown([first, ...others]: readonly Preselection<string | null>[]): Shown['department'] {
  if (first === undefined) return null;
  return { because: first, instead: others.find(({ id }) => id !== null)?.id ?? null };
}

/** Choosing another department lets go of a goal chosen for the old one. */
export function merge(typed: Typed, changes: Typed): Typed {
  const { goalId: _old, ...rest } = typed;
  const kept = changes.departmentId !== undefined && changes.departmentId !== typed.departmentId ? rest : typed;
  return { ...kept, ...changes };
}

export const isForm = (state: PopupState): state is Extract<PopupState, { kind: 'form' }> => state.kind === 'form';
