import { checkVerdict, recordVerdict } from '../../desk/clearances.ts';
import { isPublished } from '../../desk/states.ts';
import type { ClearanceVerdict } from '../../protocol/clearance.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import {
  appendClearanceStep,
  clearanceSteps,
  clearerNow,
  everSubmitted,
  findClearanceStep,
} from '../rows/clearances.ts';
import { findTopic } from '../rows/topics.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/** Clears a topic, refuses it, or takes that back: by whom [CR2] and [CR3] say, on what they looked at [CR5]. */
export async function decideClearance(
  tx: Tx,
  { person, now }: Act,
  verdict: ClearanceVerdict,
): Promise<Refusal | null> {
  const taken = await findClearanceStep(tx, verdict.id);
  // A replay under another number: this very verdict was given.
  if (taken?.topicId === verdict.topicId && taken.actorId === person.id) return null;
  const steps = await clearanceSteps(tx, verdict.topicId);
  const topic = steps.length === 0 ? null : await findTopic(tx, verdict.topicId);
  if (topic === null) return { kind: 'not_found', path: 'verdict.topicId' };
  const refusal = checkVerdict(verdict, person, {
    steps,
    clearer: await clearerNow(tx, topic.id),
    submitterIds: await everSubmitted(tx, topic.id),
    isPublished: isPublished(topic.state),
  });
  if (refusal !== null) return refusal;
  if (taken !== null) return { kind: 'id_taken', path: 'verdict.id' };
  await appendClearanceStep(tx, topic.id, recordVerdict(verdict, person, now, steps));
  return null;
}
