import { mayDecide } from '../../desk/roles.ts';
import { pairKey, pairOf } from '../../desk/similar/rejections.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import type { Act } from '../push/act.ts';
import { findTopic } from '../rows/topics.ts';
import type { Tx } from '../store/store.ts';

/** [SM5] An editor says that two topics are not the same, or takes that back. What was said already stays as it is. */
export async function rejectSimilar(
  tx: Tx,
  { person, now }: Act,
  { topicId, otherId, rejected }: { topicId: string; otherId: string; rejected: boolean },
): Promise<Refusal | null> {
  if (!mayDecide(person.roles)) return { kind: 'not_allowed', path: '' };
  if (topicId === otherId) return { kind: 'invalid', path: 'otherId' };
  if ((await findTopic(tx, topicId)) === null) return { kind: 'not_found', path: 'topicId' };
  if ((await findTopic(tx, otherId)) === null) return { kind: 'not_found', path: 'otherId' };
  const id = pairKey(topicId, otherId);
  if (rejected) {
    const pair = pairOf(id);
    await tx.run(
      `INSERT INTO similar_rejection (id, topic_id, other_id, person_id, rejected_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO NOTHING`,
      id,
      pair.topicId,
      pair.otherId,
      person.id,
      now,
    );
  } else await tx.run('DELETE FROM similar_rejection WHERE id = $1', id);
  tx.changed('rejection', id);
  return null;
}
