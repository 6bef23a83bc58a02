import type { Draft, OpenEntry } from '../../components/strategy-admin/strategy-props.ts';

/** What this person changed, on top of what others made of the entry meanwhile. */
export function overlay({ base, draft }: OpenEntry, theirs: Draft): Draft {
  const mine = Object.entries(draft).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(base?.[name]));
  return { ...theirs, ...Object.fromEntries(mine), id: theirs.id };
}
