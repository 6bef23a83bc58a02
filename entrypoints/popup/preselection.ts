/** What fits the page of the popup: a part of the program that is loaded while the page is read, for it brings many words. */
import type { Habits } from '../../desk/preselect/habits.ts';
import { type Preselected, preselect } from '../../desk/preselect/preselect.ts';
import { indexStrategy, type KnownStrategy } from '../../desk/preselect/strategy-index.ts';
import type { ClipDraft } from '../../protocol/clip.ts';
import type { Person } from '../../protocol/person.ts';

/** Asked at every key that is typed; only another page has another answer. */
export function createPreselection(strategy: KnownStrategy, person: Person, habits: Habits) {
  const index = indexStrategy(strategy);
  let last: { draft: ClipDraft | null; found: Preselected } | null = null;
  return (draft: ClipDraft | null): Preselected => {
    if (last === null || last.draft !== draft)
      last = { draft, found: preselect(draft, index, person, habits, Date.now()) };
    return last.found;
  };
}
