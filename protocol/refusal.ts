/** Why the queue did not take one mutation of a push. Who reads it decides by `kind`; the words are in `locales/`. */
import * as z from 'zod/mini';

/** Why one mutation was refused: final, the entry is parked and shown. */
export const REFUSALS = [
  /** Not the form that this queue expects. */
  'invalid',
  'not_allowed',
  'not_found',
  'unknown_department',
  'unknown_goal',
  /** The goal is a draft: its sponsor never confirmed it, or something is missing (SG5). */
  'goal_not_confirmed',
  /** Somebody else decided meanwhile. */
  'conflict',
  'forbidden_transition',
  /** Declining needs a reason and a sentence. */
  'reason_missing',
  'hold_date_missing',
  /** Work begins once the seven points of the brief are said; the path names the first that is not. */
  'brief_incomplete',
  /** Merging needs another topic that is not merged itself. */
  'merge_target_missing',
  /** The person asked has an open question about this topic already. */
  'question_open',
  /** The contact of the department is asked before anybody else there. */
  'contact_first',
  /** The question was answered, withdrawn or too old by then. */
  'question_closed',
  /** The person was asked as often this month as the desk may. */
  'questions_used_up',
  /** The goal has no measure: nothing can be measured against it. */
  'not_measurable',
  /** Measured in another unit than the goal's. */
  'unit_differs',
  /** Only of what was published anything can have come. */
  'not_published',
  /** Passing on is bounded by the clearance of the topic. */
  'not_cleared_to_share',
  /** What was asked was done, refused or called off by then. */
  'assignment_closed',
  /** Publishing waits for a clearance, may not be, or not yet. */
  'clearance_open',
  'clearance_refused',
  'clearance_embargo',
  /** A page of it is under embargo until later [PB4]. */
  'page_embargo',
  /** What is asked for is cleared already: asking again would only take that away [CR1]. */
  'already_cleared',
  /** Nobody clears what they suggested. */
  'own_clearance',
  /** Clearing under conditions needs them, refusing needs a reason. */
  'conditions_missing',
  'unknown_person',
  'unknown_channel',
  'unknown_audience',
  /** The topic was accepted already: its clips no longer change. */
  'too_late',
  /** A rule for company information says no to this page [IN2]. */
  'rule_refuses',
  /** A rule that concerns this clip was never accepted by this person [IN4]. */
  'rule_not_accepted',
  /** Another person's clip has this id. */
  'id_taken',
] as const;
export type RefusalKind = (typeof REFUSALS)[number];

export const refusalSchema = z.object({
  kind: z.enum(REFUSALS),
  /** Where in the entry, for example `clip.title`; empty when it is not about one field. */
  path: z.string(),
});
export type Refusal = z.infer<typeof refusalSchema>;
