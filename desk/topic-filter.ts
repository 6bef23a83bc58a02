/** Whether a topic is in a list, for every list alike. The text of a filter is not looked at: see `words/query.ts`. */
import type { State, Topic } from '../protocol/topic.ts';
import { EVERYTHING, type TopicFilter } from '../protocol/topic-filter.ts';

/** What of a topic lists are made by. */
export type TopicFacts = Pick<
  Topic,
  'id' | 'state' | 'stateSince' | 'departmentId' | 'goalId' | 'kind' | 'holdUntil' | 'dueAt' | 'createdAt'
> &
  Pick<Topic, 'forMeeting' | 'labels'> & {
    leadId: string | null;
    /** Who was told last that it is overdue. */
    escalatedTo: string | null;
    /** When the first of its questions that nobody answered yet has to be answered. */
    questionDueAt: number | null;
  };

/** @param questionDueAt of the questions about it that stand open, the earliest date. */
export const factsOf = (topic: Topic, questionDueAt: number | null): TopicFacts => ({
  id: topic.id,
  state: topic.state,
  stateSince: topic.stateSince,
  departmentId: topic.departmentId,
  goalId: topic.goalId,
  kind: topic.kind,
  holdUntil: topic.holdUntil,
  dueAt: topic.dueAt,
  createdAt: topic.createdAt,
  forMeeting: topic.forMeeting,
  labels: topic.labels,
  leadId: topic.lead?.id ?? null,
  escalatedTo: topic.escalation?.person?.id ?? null,
  questionDueAt,
});

/** Who looks, when, and when their day ends. Epoch milliseconds. */
export type Looking = { personId: string; now: number; dayEnds: number };

export const lookingNow = (personId: string, now: number): Looking => ({
  personId,
  now,
  dayEnds: new Date(now).setHours(24, 0, 0, 0),
});

const isAmong = <T>(wanted: readonly T[], value: T): boolean => wanted.length === 0 || wanted.includes(value);

export function fitsFilter(facts: TopicFacts, filter: TopicFilter, looking: Looking): boolean {
  return (
    isAmong(filter.states, facts.state) &&
    isAmong(filter.departmentIds, facts.departmentId) &&
    (filter.goalIds.length === 0 || (facts.goalId !== null && filter.goalIds.includes(facts.goalId))) &&
    isAmong(filter.kinds, facts.kind) &&
    (filter.labels.length === 0 || filter.labels.some((label) => facts.labels.includes(label))) &&
    (filter.leadId === null || facts.leadId === (filter.leadId === 'me' ? looking.personId : filter.leadId)) &&
    (!filter.overdue || isOverdue(facts, looking.now)) &&
    (!filter.dueToday || isDueToday(facts, looking.dayEnds)) &&
    (!filter.waitsForMe || waitsFor(facts, looking.personId)) &&
    (!filter.forMeeting || facts.forMeeting) &&
    (filter.createdFrom === null || facts.createdAt >= filter.createdFrom) &&
    (filter.createdTo === null || facts.createdAt <= filter.createdTo)
  );
}

const isOverdue = (facts: Pick<TopicFacts, 'dueAt'>, now: number): boolean =>
  facts.dueAt !== null && facts.dueAt <= now;

const isDueToday = ({ state, holdUntil, questionDueAt }: TopicFacts, dayEnds: number): boolean => {
  const date = state === 'held' ? holdUntil : state === 'query' ? questionDueAt : null;
  return date !== null && date < dayEnds;
};

/** Told that it is overdue, or leading a topic that was accepted and not begun, or whose answer has to be waited for. */
const waitsFor = ({ state, leadId, escalatedTo }: TopicFacts, personId: string): boolean =>
  escalatedTo === personId || (leadId === personId && (state === 'accepted' || state === 'query' || state === 'new'));

/** The fields by which a filter narrows at all. */
export const narrowedBy = (filter: TopicFilter): (keyof TopicFilter)[] =>
  (Object.keys(EVERYTHING) as (keyof TopicFilter)[]).filter(
    (field) => JSON.stringify(filter[field]) !== JSON.stringify(EVERYTHING[field]),
  );

export const isSameFilter = (one: TopicFilter, other: TopicFilter): boolean =>
  (Object.keys(EVERYTHING) as (keyof TopicFilter)[]).every(
    (field) => JSON.stringify(one[field]) === JSON.stringify(other[field]),
  );

/** The one state that a list is of; null where it is of several or of all. */
export const stateOf = ({ states }: TopicFilter): State | null => (states.length === 1 ? (states[0] ?? null) : null);

/**
 * A filter of this state alone, or of all. What was set by hand stays; what a view brought goes, or the list of a
 * state would be empty without anybody having narrowed it.
 * @param brought by the view that was shown last
 */
export const withState = (filter: TopicFilter, state: State | null, brought: TopicFilter): TopicFilter => ({
  ...without(filter, narrowedBy(leftOf(brought, filter))),
  states: state === null ? [] : [state],
});

const without = (filter: TopicFilter, fields: readonly (keyof TopicFilter)[]): TopicFilter => ({
  ...filter,
  ...Object.fromEntries(fields.map((field) => [field, EVERYTHING[field]])),
});

/** What of a view is in a filter still; the same object while all of it is. */
export function leftOf(view: TopicFilter, filter: TopicFilter): TopicFilter {
  const changed = narrowedBy(view).filter((field) => JSON.stringify(view[field]) !== JSON.stringify(filter[field]));
  return changed.length === 0 ? view : without(view, changed);
}
