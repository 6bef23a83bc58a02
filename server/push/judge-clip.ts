/** The rules for company information with the queue's authority: whatever the extension did, or another client did not. */
import { type Effects, effectsOf, factsOf, type RuleBook } from '../../desk/rules/effects.ts';
import { stripped } from '../../desk/rules/strip.ts';
import type { Clip } from '../../protocol/clip.ts';
import type { Person } from '../../protocol/person.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { acceptedRules } from '../rows/acknowledgements.ts';
import { listEntries } from '../rows/strategy.ts';
import type { Sql } from '../store/store.ts';

export type Judged = { refusal: Refusal } | { refusal: null; clip: Clip; effects: Effects };

/**
 * A clip as it may be kept. What a device found counts, and so does what its words say here: a client that ignores the
 * rules says it found nothing [IN2]. @param clip with what was found in it here @param at where in the action it stands
 */
export async function judgeClip(sql: Sql, person: Person, clip: Clip, at: string): Promise<Judged> {
  const effects = effectsOf(factsOf(clip), await ruleBook(sql));
  if (effects.refuse !== null) return { refusal: { kind: 'rule_refuses', path: at } };
  // An earlier version will do: the next clip asks for the new one, and nothing is lost of what was kept offline.
  const accepted = effects.acknowledge.length === 0 ? [] : await acceptedRules(sql, person.id);
  const isAccepted = effects.acknowledge.every(({ rule }) => accepted.some(({ ruleId }) => ruleId === rule.id));
  if (!isAccepted) return { refusal: { kind: 'rule_not_accepted', path: at } };
  return { refusal: null, clip: stripped(clip, effects.strip.parts), effects };
}

/** The rules that clips are judged by. */
export async function ruleBook(sql: Sql): Promise<RuleBook> {
  const [own, profiles] = await Promise.all([listEntries(sql, 'rule'), listEntries(sql, 'siteProfile')]);
  return { own, profiles };
}
