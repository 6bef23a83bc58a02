/**
 * What follows from the rules for one clip: facts in, effects with their reasons out. The extension asks before it
 * keeps a clip and the queue when one arrives [IN1][IN2].
 */
import type { Clip } from '../../protocol/clip.ts';
import { type Embargo, type Found, LEVELS, type Level, type PersonalData } from '../../protocol/found.ts';
import { NOTHING_FOUND } from '../../protocol/nothing-found.ts';
import { type AcceptedRule, type Rule, STRIPPED_PARTS, type StrippedPart } from '../../protocol/rule.ts';
import type { SiteProfile } from '../../protocol/site-profile.ts';
import { rulesWithBuiltIn } from './built-in.ts';
import { higher } from './levels.ts';
import { isAt, isUndeclared } from './place.ts';

/** What a company says of its information: its own rules, and the site profiles that tell which hosts are its own. */
export type RuleBook = {
  own: readonly Rule[];
  profiles: readonly Pick<SiteProfile, 'hosts' | 'kind'>[];
};
export const NO_BOOK: RuleBook = { own: [], profiles: [] };

/** What is judged of a clip, from a device or from what reached the queue. */
export type ClipFacts = Pick<Clip, 'address' | 'kind' | 'found'> & {
  /** Null while nobody has chosen one. */
  departmentId: string | null;
  /** The page on which a clipped link stood; null for a page. */
  around: string | null;
};

/** Why a rule concerns a clip, for the sentence that says so. */
type Why =
  | { kind: 'marking'; level: Level }
  | { kind: 'personal_data'; found: readonly PersonalData[] }
  | { kind: 'embargo'; embargo: Embargo }
  | { kind: 'undeclared' }
  | { kind: 'news' }
  /** Hosts, paths, departments or kinds that the company's rule names. */
  | { kind: 'company' };

/** `isAround`: because of the page on which a clipped link stood, not of the one that it leads to. */
export type Reason = { rule: Rule; why: Why; isAround?: true };

export type Effects = {
  /** The highest level of any rule that concerns the clip. */
  level: Level;
  refuse: Reason | null;
  /** What is left out, and because of which rules. */
  strip: { parts: readonly StrippedPart[]; because: readonly Reason[] };
  clearance: (Reason & { level: Level }) | null;
  warn: readonly Reason[];
  /** Rules that have to be accepted, in any version or none so far. */
  acknowledge: readonly Reason[];
};

export const factsOf = (
  clip: Pick<Clip, 'address' | 'kind' | 'context'> & { found?: Found; departmentId: string | null },
): ClipFacts => ({
  address: clip.address,
  kind: clip.kind,
  departmentId: clip.departmentId,
  around: clip.context?.address ?? null,
  // Kept by a version that knew nothing of it.
  found: clip.found ?? NOTHING_FOUND,
});

/** All that the rules say of a clip. */
export function effectsOf(facts: ClipFacts, book: RuleBook): Effects {
  const own = reasonsFor(facts, book);
  const reasons = [...own, ...reasonsAround(facts, own, book)];
  const withEffect = (effect: Rule['effects'][number]) => reasons.filter(({ rule }) => rule.effects.includes(effect));
  const stripping = withEffect('strip');
  const level = reasons.reduce<Level>((highest, { rule }) => higher(highest, rule.level), 'public');
  const clearing = withEffect('clearance').toSorted(
    (a, b) => LEVELS.indexOf(b.rule.level) - LEVELS.indexOf(a.rule.level),
  )[0];
  return {
    level,
    refuse: withEffect('refuse')[0] ?? null,
    strip: {
      parts: STRIPPED_PARTS.filter((part) => stripping.some(({ rule }) => rule.parts.includes(part))),
      because: stripping,
    },
    clearance: clearing === undefined ? null : { ...clearing, level: higher(clearing.rule.level, 'internal') },
    warn: withEffect('warn'),
    acknowledge: reasons.filter(({ rule }) => rule.acknowledge),
  };
}

/**
 * What holds for the page on which a clipped link stood. The words of the link, the sentences beside it and what was found
 * in them are of that page [IN1]: its rules follow them, whatever they do, and wherever the link leads. Its kind is
 * not known; that of the clip stands for it.
 */
function reasonsAround(facts: ClipFacts, own: readonly Reason[], book: RuleBook): Reason[] {
  if (facts.around === null) return [];
  const known = new Set(own.map(({ rule }) => rule.id));
  const around = reasonsFor({ ...facts, address: facts.around, around: null }, book);
  return around.filter(({ rule }) => !known.has(rule.id)).map((reason): Reason => ({ ...reason, isAround: true }));
}

const reasonsFor = (facts: ClipFacts, book: RuleBook): Reason[] =>
  rulesWithBuiltIn(book.own).flatMap((rule) => {
    const why = whyConcerned(facts, rule, book);
    return why === null ? [] : [{ rule, why }];
  });

/** Null: the rule is not about this clip. */
function whyConcerned(facts: ClipFacts, rule: Rule, book: RuleBook): Why | null {
  const { address, kind, departmentId, found } = facts;
  if (!isAt(address, rule)) return null;
  if (rule.kinds.length > 0 && !rule.kinds.includes(kind)) return null;
  if (rule.departmentIds.length > 0 && (departmentId === null || !rule.departmentIds.includes(departmentId)))
    return null;
  const marking = rule.markings.find((level) => found.markings.includes(level));
  if (rule.markings.length > 0 && marking === undefined) return null;
  const personal = rule.personalData.filter((one) => found.personalData.includes(one));
  if (rule.personalData.length > 0 && personal.length === 0) return null;
  if (rule.onlyEmbargo && found.embargo === undefined) return null;
  if (rule.onlyUndeclared && !isUndeclared(address, book.own, book.profiles)) return null;
  if (marking !== undefined) return { kind: 'marking', level: marking };
  if (personal.length > 0) return { kind: 'personal_data', found: personal };
  if (rule.onlyEmbargo && found.embargo !== undefined) return { kind: 'embargo', embargo: found.embargo };
  if (rule.onlyUndeclared) return { kind: 'undeclared' };
  return rule.kinds.length === 1 && rule.kinds[0] === 'news' ? { kind: 'news' } : { kind: 'company' };
}

/** Those of the rules that this person has not accepted in the version of today [IN4]. */
export const notAccepted = ({ acknowledge }: Effects, accepted: readonly AcceptedRule[]): Rule[] =>
  acknowledge
    .map(({ rule }) => rule)
    .filter((rule) => !accepted.some(({ ruleId, version }) => ruleId === rule.id && version >= rule.version));

/** How somebody accepts a rule as it is now. */
export const asAccepted = ({ id, version }: Rule): AcceptedRule => ({ ruleId: id, version });
