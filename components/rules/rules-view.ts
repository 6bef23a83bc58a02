import { isAhead } from '../../desk/embargo.ts';
import { type Effects, notAccepted, type Reason } from '../../desk/rules/effects.ts';
import type { ClipDraft } from '../../protocol/clip.ts';
import type { AcceptedRule, Rule, StrippedPart } from '../../protocol/rule.ts';

/** What the rules for company information say of a page, as far as a person has to know before they suggest it. */
export type RulesView = {
  refused: Reason | null;
  /** What of the page has something that is left out, and why. */
  stripped: readonly StrippedPart[];
  because: readonly Reason[];
  clearance: Reason | null;
  warn: readonly Reason[];
  /** Rules that the button accepts. */
  accept: readonly Rule[];
};

/** Whoever clips a page mostly lives by its clock. Asked for only where an embargo is: the answer takes milliseconds. */
const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Parts that the page does not have are not spoken of, nor an embargo that is over. @param draft null where the page could not be read */
export function rulesView(
  effects: Effects,
  draft: Pick<ClipDraft, 'excerpt' | 'quote'> | null,
  accepted: readonly AcceptedRule[],
  now: number,
): RulesView {
  const has = { excerpt: draft?.excerpt !== '', quote: draft?.quote != null, picture: true };
  return {
    refused: effects.refuse,
    stripped: draft === null ? [] : effects.strip.parts.filter((part) => has[part]),
    because: effects.strip.because,
    clearance: effects.clearance,
    warn: effects.warn.filter(({ why }) => why.kind !== 'embargo' || isAhead(why.embargo, now, timeZone())),
    accept: effects.refuse === null ? notAccepted(effects, accepted) : [],
  };
}
