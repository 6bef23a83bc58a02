import { isDeepStrictEqual } from 'node:util';
import { changeTopic, mayReuse } from '../../desk/edit-topic.ts';
import { mayDecide } from '../../desk/roles.ts';
import type { PersonRef } from '../../protocol/person.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import type { TopicChanges } from '../../protocol/topic.ts';
import { findPerson } from '../rows/people.ts';
import { hasEntry } from '../rows/strategy.ts';
import { findTopic, updateTopic } from '../rows/topics.ts';
import type { Sql, Tx } from '../store/store.ts';
import type { Act } from './act.ts';
import { checkReferences } from './references.ts';

/** Changes a topic beside its state. Of two editors at once the later one stands, field by field. */
export async function editTopic(
  tx: Tx,
  { person, madeAt, now }: Act,
  topicId: string,
  changes: TopicChanges,
): Promise<Refusal | null> {
  // First, so that nobody learns from the refusal whether a topic exists [VI1].
  if (!mayDecide(person.roles)) return { kind: 'not_allowed', path: '' };
  const topic = await findTopic(tx, topicId);
  if (topic === null) return { kind: 'not_found', path: 'topicId' };
  const refusal = await checkReferences(tx, changes, { madeAt, now }, 'changes');
  if (refusal !== null) return refusal;
  for (const id of changes.brief?.audienceIds ?? [])
    if (!(await hasEntry(tx, 'audience', id))) return { kind: 'unknown_audience', path: 'changes.brief.audienceIds' };
  const lead = changes.leadId == null ? null : await leadOf(tx, changes.leadId);
  if (changes.leadId != null && lead === null) return { kind: 'unknown_person', path: 'changes.leadId' };
  const reused = changes.reuseOf == null ? null : await findTopic(tx, changes.reuseOf);
  if (changes.reuseOf != null && reused === null) return { kind: 'not_found', path: 'changes.reuseOf' };
  if (reused !== null && !mayReuse(topicId, reused)) return { kind: 'not_published', path: 'changes.reuseOf' };
  const changed = changeTopic(topic, changes, lead);
  if (!isDeepStrictEqual(changed, topic)) await updateTopic(tx, topic, changed, now);
  return null;
}

/** Only who works at the desk can have a topic. */
async function leadOf(sql: Sql, id: string): Promise<PersonRef | null> {
  const person = await findPerson(sql, id);
  return person?.active && mayDecide(person.roles) ? { id, name: person.name } : null;
}
