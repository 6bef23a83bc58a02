/**
 * Who may see what, as SQL [VI1]: decided where the rows are, so that a page costs what it carries.
 * A reader knows more keys than they see: what they saw before and no longer may. Such a key is
 * sent as null (PL2).
 */
import { forSubmitters, type Shown } from '../../desk/for-submitters.ts';
import { QUIET_MS } from '../../desk/quiet.ts';
import { resultForSubmitters } from '../../desk/results.ts';
import { mayDecide } from '../../desk/roles.ts';
import { publicationForOthers } from '../../desk/sharing.ts';
import type { ClearanceState } from '../../protocol/clearance.ts';
import type { DeskRules } from '../../protocol/desk-rules.ts';
import type { Person } from '../../protocol/person.ts';
import type { Publication } from '../../protocol/publication.ts';
import type { ChangeKind } from '../../protocol/pull.ts';
import type { Result } from '../../protocol/result.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { SeesMinutes } from '../rows/assignments.ts';
import { deskRules } from '../rows/strategy.ts';
import { OPEN_STATES } from '../rows/topics.ts';
import { AFTER_CHUNK, SECOND_AFTER_CHUNK } from '../store/chunks.ts';
import type { Sql, Value } from '../store/store.ts';
import { type ClearingScope, scopeText } from './clearing-scope.ts';
import type { Position } from './cursor.ts';
import { type WorkingSet, workingSet } from './working-set.ts';

export type Reader = {
  /** Conditions on `change_log` by kind: the keys that the reader may have seen. Their values begin at $3. */
  knows: Record<ChangeKind, string>;
  knowsValues: Value[];
  /** Conditions on the tables of a look-up by chunks, and the values after the chunk. */
  seesClip: string;
  seesTopic: string;
  seesQuestion: string;
  seesPublication: string;
  seesResult: string;
  seesClearance: string;
  /** Of that one condition. */
  seesClearanceValues: Value[];
  seesSavedView: string;
  seesAssignment: string;
  /** Of an assignment, how long it is to take, and took [AS4]. */
  seesMinutes: SeesMinutes;
  seesAbsence: string;
  seesTimeBudget: string;
  /** Of everything else that is for the desk alone. */
  seesDesk: string;
  seesValues: Value[];
  /** A topic as this reader may see it. */
  shows(topic: Topic, shown: Shown): Topic;
  /** A measurement as this reader may see it. */
  showsResult(result: Result): Result;
  /** A publication as this reader may see it, by the clearance of its topic. */
  showsPublication(publication: Publication, clearance: ClearanceState | null): Publication;
  /** Whether `shows` has to know which topics hold a clip of this person's. */
  asksForSupport: boolean;
  /** Since when declines are not shown yet. */
  quietSince: number;
  /** [PB2] What is under embargo is in work for them. */
  hidesEmbargoed: boolean;
};

const ALWAYS = '1 = 1';
const NEVER = '1 = 0';

/** Whoever was erased has none any more: such a key goes to nobody. */
const OWN_ACKNOWLEDGEMENT =
  'EXISTS (SELECT 1 FROM acknowledgement WHERE acknowledgement.id = change_log.id AND acknowledgement.person_id = $3)';

/** What every reader knows: the strategy, the pages that were suggested already, and themselves. */
const COMMON = {
  department: ALWAYS,
  audience: ALWAYS,
  goal: ALWAYS,
  channel: ALWAYS,
  deskRules: ALWAYS,
  siteProfile: ALWAYS,
  rule: ALWAYS,
  acknowledgement: OWN_ACKNOWLEDGEMENT,
  colleague: ALWAYS,
  address: ALWAYS,
  person: 'change_log.id = $3',
  consent: 'change_log.id = $3',
} as const;

const OWN_CLIP = 'EXISTS (SELECT 1 FROM clip WHERE clip.id = change_log.id AND clip.submitter_id = $3)';
/** Also each that a clip stood in before: after a merge, or its taking back, it has to be taken from the device. */
const OWN_TOPIC = `(EXISTS (SELECT 1 FROM clip WHERE clip.topic_id = change_log.id AND clip.submitter_id = $3)
  OR EXISTS (SELECT 1 FROM clip_left JOIN clip ON clip.id = clip_left.clip_id
    WHERE clip_left.topic_id = change_log.id AND clip.submitter_id = $3))`;
const ONCE_PUBLISHED =
  'EXISTS (SELECT 1 FROM topic WHERE topic.id = change_log.id AND topic.first_published_at IS NOT NULL)';

/**
 * Until its window opens a question has not been put to the person: not even its key is known to them [QU3]. Of one
 * that is gone nobody can say any more whom it was for, so its key goes to everybody, to be dropped.
 */
const OWN_QUESTION = `(EXISTS (SELECT 1 FROM question
  WHERE question.id = change_log.id AND question.to_id = $3 AND question.delivered_at IS NOT NULL)
  OR NOT EXISTS (SELECT 1 FROM question WHERE question.id = change_log.id))`;
/** What became public of a topic that the reader may see; a cancelled one has to be taken back, so any state. */
const OWN_PUBLICATION = `EXISTS (SELECT 1 FROM publication JOIN topic ON topic.id = publication.topic_id
  WHERE publication.id = change_log.id AND (topic.first_published_at IS NOT NULL OR EXISTS (
    SELECT 1 FROM clip WHERE clip.topic_id = topic.id AND clip.submitter_id = $3)))`;
/** Measured of what they suggested. Of one that is gone nobody can say any more whose topic it was of. */
const OWN_RESULT = `(EXISTS (SELECT 1 FROM result JOIN clip ON clip.topic_id = result.topic_id
  WHERE result.id = change_log.id AND clip.submitter_id = $3)
  OR NOT EXISTS (SELECT 1 FROM result WHERE result.id = change_log.id))`;
/** What one is asked to do, or somebody else in one's place. Of what is gone nobody can say whose it was, so its key goes to everybody. */
const OWN_ASSIGNMENT = `(EXISTS (SELECT 1 FROM assignment
  WHERE assignment.id = change_log.id AND (assignment.to_id = $3 OR assignment.instead_of_id = $3))
  OR NOT EXISTS (SELECT 1 FROM assignment WHERE assignment.id = change_log.id))`;
const OWN_ABSENCE = `(EXISTS (SELECT 1 FROM absence WHERE absence.id = change_log.id AND absence.person_id = $3)
  OR NOT EXISTS (SELECT 1 FROM absence WHERE absence.id = change_log.id))`;
/** Its id begins with whose it is, gone or not: nobody learns from a key that somebody else said something [TB2]. */
const OWN_BUDGET = `substr(change_log.id, 1, length(CAST($3 AS TEXT)) + 1) = CAST($3 AS TEXT) || ':'`;
/** [AS4] Whose time it is, and who asked for it. */
const OWN_MINUTES = `(assignment.to_id = ${AFTER_CHUNK} OR assignment.asker_id = ${AFTER_CHUNK})`;

/** [AS4] Who leads the topic plans it: what others were asked for is not left to them [TB3]. */
const OWN_TOPIC_TO_PLAN = `topic.lead_id = ${AFTER_CHUNK}`;

const OWN_VIEW =
  'EXISTS (SELECT 1 FROM saved_view WHERE saved_view.id = change_log.id AND (owner_id = $3 OR shared = 1))';

/** [PB2] Published, and not under embargo. */
const SHOWN = `topic.state IN ('published', 'evaluated') AND topic.embargoed = 0`;

/** Which topics somebody who is not of the desk may see. @param personId a placeholder */
export const seesOwnTopic = (personId: string): string => `((${SHOWN}) OR EXISTS (
  SELECT 1 FROM clip WHERE clip.topic_id = topic.id AND clip.submitter_id = ${personId} AND clip.body IS NOT NULL))`;

/**
 * The state of a topic as submitters are told it where the row itself is not sent [DK4]: until a decline has been
 * quiet long enough, the one that it came from; what is under embargo is in work [PB2]. @param quietSince a placeholder
 */
export const shownState = (quietSince: string): string => `CASE
  WHEN topic.embargoed = 1 THEN 'in_work'
  WHEN topic.state <> 'declined' OR topic.state_since <= ${quietSince} THEN topic.state
  ELSE (SELECT decision.from_state FROM decision WHERE decision.topic_id = topic.id ORDER BY decision.ordinal DESC LIMIT 1)
  END`;

/** [CR6] Not what they suggested themselves, nor what waits for nobody any more, its topic being declined or merged; else by what the strategy says of the topic's department; two texts, since statements are prepared once per text. */
const OF_DEPARTMENTS = `replace(${AFTER_CHUNK}, '|' || topic.department_id || '|', '') <> ${AFTER_CHUNK}`;
function seesClearance(
  person: Person,
  scope: ClearingScope | null,
): Pick<Reader, 'seesClearance' | 'seesClearanceValues'> {
  if (scope === null) return { seesClearance: NEVER, seesClearanceValues: [] };
  return {
    seesClearance: `${scope.hasRole ? `(clearance.clearer_id IS NULL OR ${OF_DEPARTMENTS})` : OF_DEPARTMENTS}
      AND (clearance.state <> 'open' OR topic.state NOT IN ('declined', 'merged'))
      AND NOT EXISTS (SELECT 1 FROM clip WHERE clip.topic_id = clearance.topic_id AND clip.submitter_id = ${SECOND_AFTER_CHUNK})`,
    seesClearanceValues: [scopeText(scope), person.id],
  };
}

/** [VI2] Everyone: their own clips and the topics of those, and what is published. */
const ownReader = (person: Person, scope: ClearingScope | null, rules: DeskRules, now: number): Reader => ({
  knows: {
    ...COMMON,
    clip: OWN_CLIP,
    topic: `${OWN_TOPIC} OR ${ONCE_PUBLISHED}`,
    question: OWN_QUESTION,
    publication: OWN_PUBLICATION,
    result: OWN_RESULT,
    thanks: ONCE_PUBLISHED,
    share: NEVER,
    assignment: OWN_ASSIGNMENT,
    absence: OWN_ABSENCE,
    timeBudget: OWN_BUDGET,
    // Whoever clears is sent as gone what waits for somebody else now; nobody else hears so much as a key.
    clearance: scope === null ? NEVER : ALWAYS,
    note: NEVER,
    claim: NEVER,
    savedView: NEVER,
    rejection: NEVER,
  },
  knowsValues: [person.id],
  seesClip: `clip.submitter_id = ${AFTER_CHUNK}`,
  seesTopic: seesOwnTopic(AFTER_CHUNK),
  seesQuestion: `question.to_id = ${AFTER_CHUNK} AND question.delivered_at IS NOT NULL`,
  seesPublication: `publication.state = 'published' AND publication.embargoed = 0 AND ((${SHOWN}) OR EXISTS (
    SELECT 1 FROM clip WHERE clip.topic_id = topic.id AND clip.submitter_id = ${AFTER_CHUNK} AND clip.body IS NOT NULL))`,
  seesResult: `topic.embargoed = 0 AND EXISTS (
    SELECT 1 FROM clip WHERE clip.topic_id = topic.id AND clip.submitter_id = ${AFTER_CHUNK} AND clip.body IS NOT NULL)`,
  showsResult: resultForSubmitters,
  showsPublication: publicationForOthers,
  ...seesClearance(person, scope),
  seesSavedView: NEVER,
  seesAssignment: `(assignment.to_id = ${AFTER_CHUNK} OR assignment.instead_of_id = ${AFTER_CHUNK})`,
  seesMinutes: { planned: OWN_MINUTES, spent: OWN_MINUTES },
  seesAbsence: `absence.person_id = ${AFTER_CHUNK}`,
  seesTimeBudget: `time_budget.person_id = ${AFTER_CHUNK}`,
  seesDesk: NEVER,
  seesValues: [person.id],
  shows: (topic, shown) => forSubmitters(topic, shown, rules, now),
  asksForSupport: true,
  quietSince: now - QUIET_MS,
  hidesEmbargoed: true,
});

/** $4: where the reader began, $5: the working set's oldest change, $6: since when closed topics belong to it. */
const SINCE_BEGUN = 'change_log.seq > $4';
const IN_WORKING_SET = `(topic.changed_at >= $5 AND (topic.changed_at >= $6 OR topic.state IN (${OPEN_STATES})))`;
const WORKING_TOPIC = `EXISTS (SELECT 1 FROM topic WHERE topic.id = change_log.id AND ${IN_WORKING_SET})`;
const WORKING_CLIP = `EXISTS (
  SELECT 1 FROM clip JOIN topic ON topic.id = clip.topic_id WHERE clip.id = change_log.id AND ${IN_WORKING_SET})`;

const WORKING_CLEARANCE = `(EXISTS (SELECT 1 FROM clearance WHERE clearance.topic_id = change_log.id) AND ${WORKING_TOPIC})`;

const ofWorkingTopic = (table: 'note' | 'question' | 'publication' | 'assignment') => `EXISTS (
  SELECT 1 FROM ${table} JOIN topic ON topic.id = ${table}.topic_id
  WHERE ${table}.id = change_log.id AND ${IN_WORKING_SET})`;

/** Who assigns people to work sees how much of it they have [TB2]. */
const isLead = ({ roles }: Person): boolean => roles.includes('lead');

/**
 * [VI2] Those at the desk: at first also the working set, from then on every change of a clip or
 * topic. What leaves the working set only by growing old is the device's to drop.
 */
const deskReader = (person: Person, begunAt: number, { floor, closedSince }: WorkingSet): Reader => ({
  knows: {
    ...COMMON,
    clip: `${SINCE_BEGUN} OR ${WORKING_CLIP} OR ${OWN_CLIP}`,
    topic: `${SINCE_BEGUN} OR ${WORKING_TOPIC} OR ${OWN_TOPIC} OR ${ONCE_PUBLISHED}`,
    note: `${SINCE_BEGUN} OR ${ofWorkingTopic('note')}`,
    question: `${SINCE_BEGUN} OR ${ofWorkingTopic('question')} OR ${OWN_QUESTION}`,
    publication: `${SINCE_BEGUN} OR ${ofWorkingTopic('publication')} OR ${OWN_PUBLICATION}`,
    // Goals run for years: how far they came is known from all results.
    result: ALWAYS,
    thanks: ONCE_PUBLISHED,
    share: ALWAYS,
    assignment: `${SINCE_BEGUN} OR ${ofWorkingTopic('assignment')} OR ${OWN_ASSIGNMENT}`,
    absence: ALWAYS,
    timeBudget: isLead(person) ? ALWAYS : OWN_BUDGET,
    clearance: `${SINCE_BEGUN} OR ${WORKING_CLEARANCE}`,
    // Claims end by themselves: of the many that there once were, nothing has to be looked up at the beginning.
    claim: `${SINCE_BEGUN} OR EXISTS (SELECT 1 FROM claim WHERE claim.topic_id = change_log.id)`,
    rejection: ALWAYS,
    savedView: `${SINCE_BEGUN} OR ${OWN_VIEW}`,
  },
  knowsValues: [person.id, begunAt, floor, closedSince],
  seesClip: ALWAYS,
  seesTopic: ALWAYS,
  seesQuestion: ALWAYS,
  seesPublication: ALWAYS,
  seesResult: ALWAYS,
  seesClearance: ALWAYS,
  seesClearanceValues: [],
  seesSavedView: `(saved_view.shared = 1 OR saved_view.owner_id = ${AFTER_CHUNK})`,
  seesAssignment: ALWAYS,
  seesMinutes: isLead(person)
    ? { planned: ALWAYS, spent: ALWAYS }
    : { planned: `(${OWN_MINUTES} OR ${OWN_TOPIC_TO_PLAN})`, spent: OWN_MINUTES },
  seesAbsence: ALWAYS,
  seesTimeBudget: isLead(person) ? ALWAYS : `time_budget.person_id = ${AFTER_CHUNK}`,
  seesDesk: ALWAYS,
  seesValues: [person.id],
  shows: (topic) => topic,
  showsResult: (result) => result,
  showsPublication: (publication) => publication,
  asksForSupport: false,
  quietSince: Number.POSITIVE_INFINITY,
  hidesEmbargoed: false,
});

export async function readerOf(
  sql: Sql,
  person: Person,
  scope: ClearingScope | null,
  position: Position,
  now: number,
): Promise<Reader> {
  if (!mayDecide(person.roles)) return ownReader(person, scope, await deskRules(sql), now);
  // Past the beginning nobody asks for the working set any more: every change is one for the desk.
  const beginning = position.seq < position.begunAt;
  return deskReader(person, position.begunAt, beginning ? await workingSet(sql, now) : { floor: 0, closedSince: 0 });
}

/**
 * The keys of a page, in order: $1 cursor, $2 at most. By CASE and not by OR: offered a list of kinds,
 * SQLite leaves the order of the log, collects every key of each kind and sorts, for every page [PL1].
 */
export function keysQuery({ knows }: Reader): string {
  const cases = Object.entries(knows).map(([kind, condition]) => `WHEN '${kind}' THEN (${condition})`);
  return `SELECT change_log.seq, change_log.kind, change_log.id FROM change_log
    WHERE change_log.seq > $1 AND CASE change_log.kind ${cases.join(' ')} ELSE 1 = 0 END
    ORDER BY change_log.seq LIMIT $2`;
}
