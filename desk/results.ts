/** What may be measured against a goal, by whom, and what it is kept as (S5). */
import type { Person } from '../protocol/person.ts';
import type { Publication } from '../protocol/publication.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Result, ResultInput } from '../protocol/result.ts';
import type { Goal } from '../protocol/strategy.ts';
import type { Topic } from '../protocol/topic.ts';
import { mayDecide } from './roles.ts';

/** What a measurement names, as far as it exists. `held`: the measurement that has its id already. */
export type MeasuredThings = {
  goal: Goal | null;
  topic: Topic | null;
  publication: Publication | null;
  held: Subject | null;
};

/** What was measured. */
type Subject = Pick<ResultInput, 'goalId' | 'topicId' | 'publicationId'>;

const isOfTheSame = (a: Subject, b: Subject): boolean =>
  a.goalId === b.goalId && a.topicId === b.topicId && a.publicationId === b.publicationId;

const PUBLISHED: readonly Topic['state'][] = ['published', 'evaluated'];
/** A day is let pass, in milliseconds, since it is not the same day everywhere. */
const DAY_ELSEWHERE = 86_400_000;

/**
 * [RS1] Why this measurement is not taken, or null when it is.
 * @param person null: a program with the token for it
 * @param at when it is saved, in milliseconds
 */
export function checkResult(
  { goal, topic, publication, held }: MeasuredThings,
  input: ResultInput,
  person: Person | null,
  at: number,
): Refusal | null {
  if (person !== null && !mayDecide(person.roles)) return { kind: 'not_allowed', path: '' };
  if ((person === null) !== (input.source === 'api')) return { kind: 'invalid', path: 'result.source' };
  if (goal === null) return { kind: 'unknown_goal', path: 'result.goalId' };
  if (goal.measure === null || goal.unit === null) return { kind: 'not_measurable', path: 'result.goalId' };
  if (![goal.unit.de, goal.unit.en].includes(input.unit)) return { kind: 'unit_differs', path: 'result.unit' };
  if (input.topicId !== null && topic === null) return { kind: 'not_found', path: 'result.topicId' };
  if (input.publicationId !== null) {
    if (publication === null || publication.topicId !== input.topicId)
      return { kind: 'not_found', path: 'result.publicationId' };
    if (publication.state !== 'published') return { kind: 'not_published', path: 'result.publicationId' };
  }
  if (topic !== null && !PUBLISHED.includes(topic.state)) return { kind: 'not_published', path: 'result.topicId' };
  // A correction says something else of the same, never of something else: that would be lost.
  if (held !== null && !isOfTheSame(held, input)) return { kind: 'id_taken', path: 'result.id' };
  return input.measuredAt > at + DAY_ELSEWHERE ? { kind: 'invalid', path: 'result.measuredAt' } : null;
}

/** A checked measurement as the row that is kept. */
export const recordResult = (
  input: ResultInput,
  goal: Pick<Goal, 'measure'>,
  person: Person | null,
  at: number,
): Result => ({
  ...input,
  // Checked: without a measure nothing is recorded.
  measure: goal.measure ?? {},
  by: person === null ? null : { id: person.id, name: person.name },
  changedAt: at,
});

/** [RS2] What submitters are told of it: the figure. Lessons are the editors' own, and who entered it is nobody's news. */
export const resultForSubmitters = (result: Result): Result => ({ ...result, lesson: null, by: null });

/** Whether two measurements say the same, whoever entered them and when. */
export const saysTheSame = (a: ResultInput, b: ResultInput): boolean =>
  isOfTheSame(a, b) &&
  a.value === b.value &&
  a.unit === b.unit &&
  a.measuredAt === b.measuredAt &&
  a.lesson === b.lesson;
