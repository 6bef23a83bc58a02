/**
 * The brief of a topic: seven points that have to be said before somebody works on it [BR1]. Most of them the
 * goal says. The queue runs these functions with authority, an extension the same ones for what it shows.
 */
import type { Brief, BriefChanges } from '../protocol/brief.ts';
import type { Refusal } from '../protocol/refusal.ts';
import type { Goal } from '../protocol/strategy.ts';
import type { DecisionInput, Topic, TopicChanges } from '../protocol/topic.ts';
import { isClear } from './clearance-tick.ts';

/** In the order in which they are asked for: the goal first, which says three of the others. */
export const BRIEF_POINTS = [
  'goal',
  'whom',
  'relationship',
  'resources',
  'competition',
  'measure',
  'clearance',
] as const;
export type BriefPoint = (typeof BRIEF_POINTS)[number];

/** `goal`: nobody said it of the topic itself, so what its goal says holds. */
export type BriefTick = { point: BriefPoint; isDone: boolean; from: 'topic' | 'goal' | null };

/** What of a brief the goal can say. */
export const goalSays = (goal: Goal | null) => ({
  audienceIds: goal === null || goal.audienceIds.length === 0 ? null : goal.audienceIds,
  relationship: goal?.relationship ?? null,
  /** In the goal's languages; with its target it is what the topic is measured by. */
  measure: goal?.measure ?? null,
});

/**
 * The seven points of a topic's brief, each with whether it is said.
 * @param goal the topic's; null where it has none, or one that is not known here.
 */
export function briefTicks(topic: Topic, goal: Goal | null): BriefTick[] {
  const { brief } = topic;
  const said = goalSays(goal);
  const either = (own: unknown, goals: unknown): Omit<BriefTick, 'point'> =>
    own !== null ? tick(true, 'topic') : goals !== null ? tick(true, 'goal') : tick(false);
  const ticks: Record<BriefPoint, Omit<BriefTick, 'point'>> = {
    goal: tick(goal !== null, 'topic'),
    whom: either(brief.audienceIds, said.audienceIds),
    relationship: either(brief.relationship, said.relationship),
    // Who does it: the lead, with whom else it takes. How much it is has to be said by somebody.
    resources: tick(brief.effort !== null && (topic.lead !== null || brief.people !== null), 'topic'),
    competition: tick(brief.competition !== null, 'topic'),
    measure: either(brief.measure, said.measure),
    clearance: tick(isClear(topic), 'topic'),
  };
  return BRIEF_POINTS.map((point) => ({ point, ...ticks[point] }));
}

const tick = (isDone: boolean, from: BriefTick['from'] = null) => ({ isDone, from: isDone ? from : null });

export const missingInBrief = (topic: Topic, goal: Goal | null): BriefPoint[] =>
  briefTicks(topic, goal).flatMap(({ point, isDone }) => (isDone ? [] : [point]));

/** [BR1] Why work on a topic may not begin with this decision, or null when it may. Taking a decision back asks for nothing. */
export function checkBrief(
  topic: Topic,
  { to, undoes }: Pick<DecisionInput, 'to' | 'undoes'>,
  goal: Goal | null,
): Refusal | null {
  if (to !== 'in_work' || undoes !== null) return null;
  const [missing] = missingInBrief(topic, goal);
  return missing === undefined ? null : { kind: 'brief_incomplete', path: `brief.${missing}` };
}

/** The brief with its changes; absent fields stay. */
export function changeBrief(brief: Brief, changes: BriefChanges): Brief {
  const { audienceIds } = changes;
  const said = Object.entries(changes).filter(([, value]) => value !== undefined);
  const changed: Brief = { ...brief, ...Object.fromEntries(said) };
  return audienceIds == null ? changed : { ...changed, audienceIds: [...new Set(audienceIds)] };
}

/** What a brief says now in the fields that a change names: what takes it back. */
export const briefBefore = (brief: Brief, changes: BriefChanges): BriefChanges =>
  Object.fromEntries(Object.entries(brief).filter(([field]) => field in changes));

/** The topic as it would be with these changes, for somebody who fills in a form. */
export const withBrief = (topic: Topic, { brief, goalId }: Pick<TopicChanges, 'brief' | 'goalId'>): Topic => ({
  ...topic,
  goalId: goalId === undefined ? topic.goalId : goalId,
  brief: changeBrief(topic.brief, brief ?? {}),
});
