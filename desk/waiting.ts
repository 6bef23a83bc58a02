/**
 * What a person sees while entries wait (ST2): the queue's row with each waiting action applied by
 * the same rules that the queue will use. Nothing here is stored.
 */
import type { Clip } from '../protocol/clip.ts';
import type { DeskRules } from '../protocol/desk-rules.ts';
import type { Mutation } from '../protocol/mutation.ts';
import type { Person, PersonRef } from '../protocol/person.ts';
import type { Publication } from '../protocol/publication.ts';
import type { Question } from '../protocol/question.ts';
import type { Goal } from '../protocol/strategy.ts';
import type { Topic } from '../protocol/topic.ts';
import { checkBrief } from './brief.ts';
import { editClip, followEdit, joinTopic, openTopic } from './clips.ts';
import { withClock } from './clocks.ts';
import { applyDecision, checkDecision, recordDecision } from './decisions.ts';
import { changeTopic } from './edit-topic.ts';
import { checkPlanned, checkPublication, followPublication, recordPublication } from './publications.ts';
import { mayDecide } from './roles.ts';
import { isPublished } from './states.ts';
import { type HeldClearance, markAfter, stepsAfter } from './waiting-clearances.ts';
import { followQuestions } from './waiting-questions.ts';

/** What a device knows beside the rows, for the rules to be applied to them. */
export type Known = {
  /** The desk's hours and times, by which clocks run. */
  rules: DeskRules;
  /** The topic of a clip that a mutation names. */
  topicOf(clipId: string): string | null;
  /** The goal of a topic; null where this device holds none with that id. */
  goal(goalId: string | null): Goal | null;
  /** Somebody whom a mutation names by their id. */
  colleague(personId: string): PersonRef | null;
  /** Whether the queue counts this person among a topic's supporters already. */
  supports(topicId: string): boolean;
  /** The queue's questions about a topic that mutations ask, answer or take back one about, as far as they are held here. */
  questionsAbout(topicId: string): readonly Question[];
  /** The queue's publications of a topic that mutations call published. */
  publicationsOf(topicId: string): readonly Publication[];
  /** The clearance of a topic that mutations ask for or decide, as far as it is held here; without steps where none is. */
  clearanceOf(topicId: string): HeldClearance & { submitterIds: ReadonlySet<string> };
};

/**
 * A topic as it will stand when the waiting mutations arrive. An action that the rules refuse today
 * changes nothing here; the queue will refuse it too and it will be parked.
 * @param topic the queue's row, or null if only this device knows the topic yet.
 */
export function topicWithWaiting(
  topicId: string,
  topic: Topic | null,
  waiting: readonly Mutation[],
  person: Person,
  { rules, topicOf, goal, supports, colleague, questionsAbout, publicationsOf, clearanceOf }: Known,
): Topic | null {
  let seen = topic;
  let isSupporter = supports(topicId);
  const following = followQuestions(topicId, questionsAbout(topicId), person);
  const { clearer, submitterIds, ...clearance } = clearanceOf(topicId);
  let { steps } = clearance;
  const plan = new Map(publicationsOf(topicId).map((publication) => [publication.id, publication]));
  for (const mutation of waiting) {
    const { id, madeAt, action } = mutation;
    if (action.name === 'saveClip' && topicOf(action.clip.id) === topicId) {
      if (seen === null) seen = openTopic(action.clip, madeAt);
      else if (seen.id !== action.clip.id) seen = joinTopic(seen, action.clip, !isSupporter, id, madeAt);
      isSupporter = true;
    } else if (action.name === 'editClip' && seen !== null && topicOf(action.clipId) === topicId) {
      seen = followEdit(seen, action.clipId, action.changes);
    } else if (action.name === 'decide' && seen !== null && action.decision.topicId === topicId) {
      if (checkDecision(seen, action.decision, person, madeAt) !== null) continue;
      if (checkBrief(seen, action.decision, goal(seen.goalId)) !== null) continue;
      if (checkPlanned(seen, action.decision, [...plan.values()], madeAt, '') !== null) continue;
      const before: Topic = seen;
      seen = applyDecision(before, recordDecision(before, action.decision, person, madeAt));
      following.leave(before, seen);
    } else if (action.name === 'editTopic' && seen !== null && action.topicId === topicId) {
      const { leadId } = action.changes;
      const lead = leadId == null ? null : colleague(leadId);
      // Somebody whom this device does not know (any more) leads nothing here.
      if (mayDecide(person.roles) && (leadId == null || lead !== null)) seen = changeTopic(seen, action.changes, lead);
    } else if (action.name === 'savePublication' && seen !== null && action.publication.topicId === topicId) {
      const { id: publicationId } = action.publication;
      const known = plan.get(publicationId) ?? null;
      if (checkPublication(seen, action.publication, person, madeAt, known) !== null) continue;
      const planned = recordPublication(action.publication, known, person, madeAt);
      plan.set(publicationId, planned);
      const before: Topic = seen;
      seen = followPublication(before, action.publication, person, id, madeAt);
      following.leave(before, seen);
    } else if (seen !== null && (action.name === 'askClearance' || action.name === 'decideClearance')) {
      const about = { submitterIds, isPublished: isPublished(seen.state) };
      const next = stepsAfter(topicId, { steps, clearer }, mutation, person, rules, about);
      if (next !== steps) seen = { ...seen, clearance: markAfter(next) };
      steps = next;
    } else if (seen !== null) seen = following.apply(seen, mutation);
  }
  // What nothing was done to is as the queue sent it, clock included.
  return seen === null || seen === topic ? seen : withClock(seen, rules);
}

/** A clip as it will stand when the waiting mutations arrive; null when it is being withdrawn. */
export function clipWithWaiting(clip: Clip, waiting: readonly Mutation[]): Clip | null {
  let seen: Clip | null = clip;
  for (const { action } of waiting) {
    if (seen === null) break;
    if (action.name === 'editClip' && action.clipId === clip.id) seen = editClip(seen, action.changes);
    if (action.name === 'withdrawClip' && action.clipId === clip.id) seen = null;
  }
  return seen;
}
