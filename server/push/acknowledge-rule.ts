import type { Refusal } from '../../protocol/refusal.ts';
import type { AcceptedRule } from '../../protocol/rule.ts';
import { insertAcknowledgement } from '../rows/acknowledgements.ts';
import { listEntries } from '../rows/strategy.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/**
 * Notes that a person accepted a rule in a version [IN4]. A version that is still to come is none that anybody could
 * have read; a rule that is gone meanwhile was accepted all the same.
 */
export async function acknowledgeRule(
  tx: Tx,
  { person, mutationId, now }: Act,
  accepted: AcceptedRule,
): Promise<Refusal | null> {
  const rule = (await listEntries(tx, 'rule')).find(({ id }) => id === accepted.ruleId);
  // What else a mutation brings with its name and fields is no part of it.
  const { ruleId, version } = accepted;
  if (rule === undefined) return null;
  if (version > rule.version) return { kind: 'not_found', path: 'version' };
  await insertAcknowledgement(tx, { id: mutationId, personId: person.id, accepted: { ruleId, version }, at: now });
  return null;
}
