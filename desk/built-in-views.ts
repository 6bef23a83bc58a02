/** The lists that every desk has, in the order of their digits behind `g`. Saved ones follow. */
import { EVERYTHING, type TopicFilter } from '../protocol/topic-filter.ts';

export const BUILT_IN_VIEWS = ['incoming', 'overdue', 'questionsDue', 'heldToday', 'meeting', 'mine'] as const;
export type BuiltInView = (typeof BUILT_IN_VIEWS)[number];

export const VIEW_FILTERS: Record<BuiltInView, TopicFilter> = {
  incoming: { ...EVERYTHING, states: ['new'] },
  overdue: { ...EVERYTHING, overdue: true },
  questionsDue: { ...EVERYTHING, states: ['query'], dueToday: true },
  heldToday: { ...EVERYTHING, states: ['held'], dueToday: true },
  meeting: { ...EVERYTHING, forMeeting: true },
  mine: { ...EVERYTHING, leadId: 'me' },
};
