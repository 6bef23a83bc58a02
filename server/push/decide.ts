import { checkBrief } from '../../desk/brief.ts';
import { applyDecision, checkDecision, recordDecision } from '../../desk/decisions.ts';
import { checkPlanned } from '../../desk/publications.ts';
import { QUIET_MS } from '../../desk/quiet.ts';
import { mayDecide } from '../../desk/roles.ts';
import { isOpen } from '../../desk/states.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import type { DecisionInput } from '../../protocol/topic.ts';
import { publicationsOf } from '../rows/publications.ts';
import { findEntry } from '../rows/strategy.ts';
import { findDecision, findTopic, tellWhole } from '../rows/topics.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';
import { followMerge } from './merge.ts';

/** Moves a topic, if nobody else moved it since the person looked. */
export async function decide(tx: Tx, { person, madeAt, now }: Act, input: DecisionInput): Promise<Refusal | null> {
  // First, so that nobody learns from the refusal whether a topic exists [VI1].
  if (!mayDecide(person.roles)) return { kind: 'not_allowed', path: '' };
  const taken = await findDecision(tx, input.id);
  // A replay under another number: this very decision was taken.
  if (taken?.topicId === input.topicId && taken.actorId === person.id) return null;
  if (taken !== null) return { kind: 'conflict', path: 'decision.id' };
  const topic = await findTopic(tx, input.topicId);
  if (topic === null) return { kind: 'not_found', path: 'decision.topicId' };
  // [CR4] A clock that is ahead of ours opens nothing before its time.
  const refusal = checkDecision(topic, input, person, Math.min(madeAt, now));
  if (refusal !== null) return { ...refusal, path: refusal.path === '' ? '' : `decision.${refusal.path}` };
  // Asked for the one move that shows a topic to everybody.
  const plan = input.to === 'published' ? await publicationsOf(tx, topic.id) : [];
  const early = checkPlanned(topic, input, plan, Math.min(madeAt, now), 'decision.to');
  if (early !== null) return early;
  const goal = input.to === 'in_work' && topic.goalId !== null ? await findEntry(tx, 'goal', topic.goalId) : null;
  const lack = checkBrief(topic, input, goal);
  if (lack !== null) return lack;
  const after = applyDecision(topic, recordDecision(topic, input, person, now));
  const moved = await followMerge(tx, topic, after, now);
  if (moved !== null) return { ...moved, path: `decision.${moved.path}` };
  // [PL2] A topic reopened after a long time enters the desk's working set, and what belongs to it too.
  // What was closed a moment ago never left it, and taking that back is told to nobody [DK3].
  const wasLong = now - topic.stateSince >= QUIET_MS;
  if (wasLong && !isOpen(topic.state) && isOpen(after.state)) await tellWhole(tx, topic.id);
  return null;
}
