import { checkAsk, clearanceDue, recordAsk } from '../../desk/clearances.ts';
import { mayDecide } from '../../desk/roles.ts';
import type { ClearanceAsk } from '../../protocol/clearance.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { appendClearanceStep, clearanceSteps, findClearanceStep } from '../rows/clearances.ts';
import { deskRules } from '../rows/strategy.ts';
import { findTopic } from '../rows/topics.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/** Asks for a clearance of a topic, which cannot be published until it is given. */
export async function askClearance(tx: Tx, { person, now }: Act, ask: ClearanceAsk): Promise<Refusal | null> {
  // First, so that nobody learns from the refusal whether a topic exists [VI1].
  if (!mayDecide(person.roles)) return { kind: 'not_allowed', path: '' };
  const taken = await findClearanceStep(tx, ask.id);
  // A replay under another number: this was asked.
  if (taken?.topicId === ask.topicId && taken.actorId === person.id) return null;
  if (taken !== null) return { kind: 'id_taken', path: 'ask.id' };
  const topic = await findTopic(tx, ask.topicId);
  if (topic === null) return { kind: 'not_found', path: 'ask.topicId' };
  const refusal = checkAsk(topic, person, ask, await clearanceSteps(tx, topic.id));
  if (refusal !== null) return refusal;
  const dueAt = clearanceDue(await deskRules(tx), now);
  await appendClearanceStep(tx, topic.id, recordAsk(ask, person, now, dueAt));
  return null;
}
