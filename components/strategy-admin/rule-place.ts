/** Where a rule holds: for a whole company or at some places. Without any place it holds everywhere, which has to be chosen. */
import type { Draft } from './strategy-props.ts';

/** Of a draft alone, never sent: it follows from the places of an entry. */
export type Holds = 'everywhere' | 'here';

/** What is chosen, or follows from the places; null: nobody said so far. */
export function holdsOf(draft: Draft, base: Draft | null): Holds | null {
  if (draft.holds === 'everywhere' || draft.holds === 'here') return draft.holds;
  return byItself(draft, base);
}

/** The draft with this choice; one that goes without saying leaves no trace. */
export function chooseHolds(draft: Draft, base: Draft | null, holds: Holds): Draft {
  const { holds: _, ...rest } = draft;
  // Whoever chose a place finds the line for it.
  const lines = hasPlace(draft) ? {} : { hosts: holds === 'here' ? [''] : [], paths: [] };
  const bare: Draft = { ...rest, ...lines, id: draft.id };
  return byItself(bare, base) === holds ? bare : { ...bare, holds };
}

function byItself(draft: Draft, base: Draft | null): Holds | null {
  if (base !== null) return hasPlace(base) ? 'here' : 'everywhere';
  return hasPlace(draft) ? 'here' : null;
}

/** At least one host or path was typed. */
export const hasPlace = ({ hosts, paths }: Draft): boolean =>
  [hosts, paths].some(
    (lines) => Array.isArray(lines) && lines.some((line) => typeof line === 'string' && line.trim() !== ''),
  );
