/** All that the rules say of a decision, with what this device knows of its topic. */
import { checkBrief } from '../desk/brief.ts';
import { checkDecision } from '../desk/decisions.ts';
import { checkPlanned } from '../desk/publications.ts';
import { publicationSchema } from '../protocol/publication.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { DecisionInput, Topic } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { followPublications } from './publications.ts';
import { sound } from './sound.ts';
import { goalOf, type Waiting } from './waiting.ts';

/** Whether more is read for it than the topic. Waiting for nothing, hundreds of times, ends a transaction. */
export const needsMore = ({ to }: Pick<DecisionInput, 'to'>): boolean => to === 'in_work' || to === 'published';

/**
 * Why the person may not decide so, or null when they may. Inside a transaction over the `waitingTables`.
 * @param topic as it is seen here
 */
export async function decisionRefused(
  db: AccountDatabase,
  waiting: Waiting,
  topic: Topic,
  decision: DecisionInput,
  now: number,
): Promise<Refusal | null> {
  const refusal = checkDecision(topic, decision, waiting.person, now);
  if (refusal !== null) return refusal;
  if (decision.to === 'in_work') return checkBrief(topic, decision, await goalOf(db, topic));
  if (decision.to !== 'published') return null;
  const rows = await db.publications.where('topicId').equals(topic.id).toArray();
  const plan = followPublications(sound('publications', publicationSchema, rows), waiting)
    .map(({ publication }) => publication)
    .filter(({ topicId }) => topicId === topic.id);
  return checkPlanned(topic, decision, plan, now, 'to');
}
