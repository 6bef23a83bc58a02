import type { Wanted } from '../desk/collision.ts';
import type { AccountDatabase } from './database.ts';
import { outboxEntrySchema, parkedEntrySchema } from './rows.ts';
import { sound } from './sound.ts';
import { topicsAt } from './topics.ts';

/** `of`: as many of them wait, with this one. */
export type ParkedDecision = { entryId: string; topicId: string; title: string; wanted: Wanted; of: number };

/** The oldest decision on a topic of this device that the queue did not take because another one was faster; null when there is none. */
export async function parkedDecision(db: AccountDatabase): Promise<ParkedDecision | null> {
  const rows = sound('parked', parkedEntrySchema, await db.parked.toArray());
  const decisions = rows.flatMap(({ id, entry, refusal }) => {
    const parsed = outboxEntrySchema.safeParse(entry);
    const isLate = refusal.kind === 'conflict' || refusal.kind === 'forbidden_transition';
    if (!isLate || !parsed.success || parsed.data.action.name !== 'decide') return [];
    const { topicId, to, reason, sentence, holdUntil, holdReason, into, undoes } = parsed.data.action.decision;
    // Taking back what has been overtaken is no wish that could still come true.
    if (undoes !== null) return [];
    const wanted = { to, reason, sentence, holdUntil, holdReason, into };
    return [{ entryId: id, topicId, madeAt: parsed.data.madeAt, wanted }];
  });
  // Without its topic there is nothing to choose between; such a one stands in the status page and hides no other.
  const topics = await topicsAt(
    db,
    decisions.map(({ topicId }) => topicId),
  );
  const known = decisions.flatMap(({ madeAt, ...late }, at) => {
    const title = topics[at]?.title;
    return title === undefined ? [] : [{ ...late, madeAt, title }];
  });
  const [oldest] = known.sort((a, b) => a.madeAt - b.madeAt);
  if (oldest === undefined) return null;
  const { entryId, topicId, title, wanted } = oldest;
  return { entryId, topicId, title, wanted, of: known.length };
}
