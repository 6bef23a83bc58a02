/** What editors change of a topic beside its state. */
import type { PersonRef } from '../protocol/person.ts';
import type { Topic, TopicChanges } from '../protocol/topic.ts';
import { changeBrief } from './brief.ts';

/**
 * The topic with its changes; absent fields stay.
 * @param lead who `changes.leadId` is; it is left out of account where the changes name nobody.
 */
export function changeTopic(topic: Topic, changes: TopicChanges, lead: PersonRef | null): Topic {
  const { title, departmentId, goalId, leadId, forMeeting, labels, brief, embargoUntil } = changes;
  return {
    ...topic,
    title: title ?? topic.title,
    departmentId: departmentId ?? topic.departmentId,
    goalId: goalId === undefined ? topic.goalId : goalId,
    lead: leadId === undefined ? topic.lead : leadId === null ? null : lead,
    forMeeting: forMeeting ?? topic.forMeeting,
    labels: labels === undefined ? topic.labels : [...new Set(labels)],
    embargoUntil: embargoUntil === undefined ? topic.embargoUntil : embargoUntil,
    brief: brief === undefined ? topic.brief : changeBrief(topic.brief, brief),
  };
}
