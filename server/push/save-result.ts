import { checkResult, recordResult } from '../../desk/results.ts';
import { mayDecide } from '../../desk/roles.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import type { ResultInput } from '../../protocol/result.ts';
import { findPublication } from '../rows/publications.ts';
import { deleteResult, findResult, saveResult } from '../rows/results.ts';
import { findEntry } from '../rows/strategy.ts';
import { findTopic } from '../rows/topics.ts';
import type { Sql, Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/** What a measurement names, as the queue knows it. */
export const measuredThings = async (sql: Sql, input: ResultInput) => ({
  goal: await findEntry(sql, 'goal', input.goalId),
  topic: input.topicId === null ? null : await findTopic(sql, input.topicId),
  publication: input.publicationId === null ? null : await findPublication(sql, input.publicationId),
  held: await findResult(sql, input.id),
});

/** Keeps a measurement that somebody at the desk entered or read from a file; the same id again corrects it. */
export async function saveMeasured(tx: Tx, act: Act, input: ResultInput): Promise<Refusal | null> {
  // First, so that nobody learns from the refusal what exists [VI1].
  if (!mayDecide(act.person.roles)) return { kind: 'not_allowed', path: '' };
  const things = await measuredThings(tx, input);
  const refusal = checkResult(things, input, act.person, act.now);
  if (refusal !== null || things.goal === null) return refusal;
  await saveResult(tx, recordResult(input, things.goal, act.person, act.now));
  return null;
}

export async function withdrawResult(tx: Tx, act: Act, resultId: string): Promise<Refusal | null> {
  if (!mayDecide(act.person.roles)) return { kind: 'not_allowed', path: '' };
  if ((await findResult(tx, resultId)) !== null) await deleteResult(tx, resultId);
  return null;
}
