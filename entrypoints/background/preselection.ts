/** What quick clips are sorted in and judged by: made ready while the page is read, for nobody looks at a form meanwhile. */

import type { CompanyRules } from '../../desk/address.ts';
import { type Habits, sectionOf } from '../../desk/preselect/habits.ts';
import { type Preselected, preselect } from '../../desk/preselect/preselect.ts';
import { indexStrategy, type KnownStrategy, type StrategyIndex } from '../../desk/preselect/strategy-index.ts';
import type { RuleBook } from '../../desk/rules/effects.ts';
import { type ClipDraft, isWebAddress } from '../../protocol/clip.ts';
import type { Person } from '../../protocol/person.ts';
import type { AcceptedRule } from '../../protocol/rule.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { readHabits } from '../../storage/habits.ts';
import { acceptedRules, ruleBook } from '../../storage/rules.ts';
import { knownStrategy, ownPerson } from '../../storage/strategy.ts';
import { keyRules } from './page-key.ts';

export type Prepared = {
  person: Person;
  index: StrategyIndex;
  book: RuleBook;
  accepted: readonly AcceptedRule[];
  /** For the key of the page [AD1]. */
  keyRules: CompanyRules;
  /** Of the part of a site that the tab shows. */
  habits: { section: string; read: Habits };
};

/** The last index is kept as long as this worker lives and the strategy says the same. */
let kept: { said: string; index: StrategyIndex } | null = null;

function indexOf(known: KnownStrategy): StrategyIndex {
  const said = JSON.stringify(known);
  if (kept?.said !== said) kept = { said, index: indexStrategy(known) };
  return kept.index;
}

/** @param address of the tab; empty where the browser does not say it */
export async function prepare(db: AccountDatabase, address: string): Promise<Prepared> {
  const page = isWebAddress(address) ? address : null;
  const [person, known, book, accepted, companyRules, read] = await Promise.all([
    ownPerson(db),
    knownStrategy(db),
    ruleBook(db),
    acceptedRules(db),
    keyRules(db),
    readHabits(db, page),
  ]);
  return {
    person,
    index: indexOf(known),
    book,
    accepted,
    keyRules: companyRules,
    habits: { section: page === null ? '' : sectionOf(page), read },
  };
}

export async function preselectFor(
  db: AccountDatabase,
  draft: ClipDraft,
  { person, index, habits: { section, read } }: Prepared,
  now: number,
): Promise<Preselected> {
  // A link leads to another part of the web than the page that it stands on.
  const habits = section === sectionOf(draft.address) ? read : await readHabits(db, draft.address);
  return preselect(draft, index, person, habits, now);
}
