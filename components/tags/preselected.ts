import type { Because } from '../../desk/preselect/preselect.ts';

/** Why a choice is what it is, and what would be the next best; nothing of it once the person chose. */
export type Preselected = {
  department: { because: Because; instead: string | null } | null;
  goal: { because: Because; instead: string | null } | null;
};

/** Everything was chosen by a person. */
export const CHOSEN: Preselected = { department: null, goal: null };
