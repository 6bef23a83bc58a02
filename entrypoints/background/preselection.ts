/** What quick clips are sorted in by: made ready while the page is read, for nobody looks at a form meanwhile. */
import { type Preselected, preselect } from '../../desk/preselect/preselect.ts';
import { indexStrategy, type KnownStrategy, type StrategyIndex } from '../../desk/preselect/strategy-index.ts';
import type { ClipDraft } from '../../protocol/clip.ts';
import type { Person } from '../../protocol/person.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { readHabits } from '../../storage/habits.ts';
import { ownPerson, strategy } from '../../storage/strategy.ts';

export type Prepared = { person: Person; index: StrategyIndex };

/** The last index is kept as long as this worker lives and the strategy says the same. */
let kept: { said: string; index: StrategyIndex } | null = null;

function indexOf({ departments, goals, audiences }: KnownStrategy): StrategyIndex {
  const known = { departments, goals, audiences };
  const said = JSON.stringify(known);
  if (kept?.said !== said) kept = { said, index: indexStrategy(known) };
  return kept.index;
}

export async function prepare(db: AccountDatabase): Promise<Prepared> {
  const [person, known] = await Promise.all([ownPerson(db), strategy(db)]);
  return { person, index: indexOf(known) };
}

export async function preselectFor(
  db: AccountDatabase,
  draft: ClipDraft,
  { person, index }: Prepared,
  now: number,
): Promise<Preselected> {
  return preselect(draft, index, person, await readHabits(db, draft.address), now);
}
