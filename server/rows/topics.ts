import { nextWake, withClock } from '../../desk/clocks.ts';
import { isOpen, isPublished } from '../../desk/states.ts';
import { type Brief, NO_BRIEF } from '../../protocol/brief.ts';
import type { ClearanceState } from '../../protocol/clearance.ts';
import type { ClipKind } from '../../protocol/clip.ts';
import type { DeskRules } from '../../protocol/desk-rules.ts';
import { LIMITS } from '../../protocol/limits.ts';
import {
  type Decision,
  type DeclineReason,
  type Escalation,
  type HoldReason,
  type ReturnCause,
  STATES,
  type State,
  type Topic,
} from '../../protocol/topic.ts';
import { rowWriter } from '../store/chunks.ts';
import type { Sql, Tx } from '../store/store.ts';
import { assignmentsFollow, callOff } from './assignments.ts';
import { clearanceFollows } from './clearances.ts';
import { letGoOfQuestions, questionsFollow } from './questions.ts';
import { deskRules } from './strategy.ts';

export type TopicColumns = {
  id: string;
  title: string;
  kind: ClipKind;
  department_id: string;
  goal_id: string | null;
  state: State;
  state_since: number;
  lead_id: string | null;
  lead_name: string | null;
  hold_until: number | null;
  merged_into: string | null;
  due_at: number | null;
  escalation: string | null;
  for_meeting: number;
  labels: string;
  brief: string;
  clearance_state: ClearanceState | null;
  conditions: string | null;
  embargo_until: number | null;
  page_embargo_until: number | null;
  reuse_of: string | null;
  supporter_count: number;
  cover_clip_id: string | null;
  created_at: number;
};

export type DecisionColumns = {
  id: string;
  topic_id: string;
  from_state: State;
  to_state: State;
  actor_id: string | null;
  actor_name: string | null;
  decided_at: number;
  reason: DeclineReason | null;
  sentence: string | null;
  hold_until: number | null;
  hold_reason: HoldReason | null;
  into_topic: string | null;
  cause: ReturnCause | null;
  undoes: string | null;
};

/** For a query on `topic` that joins `TOPIC_JOINS`. */
export const TOPIC_COLUMNS = `topic.id, topic.title, topic.kind, topic.department_id, topic.goal_id, topic.state,
  topic.state_since, topic.lead_id, lead.name AS lead_name, topic.hold_until, topic.merged_into,
  topic.due_at, topic.escalation, topic.for_meeting, topic.labels, topic.brief, clearance.state AS clearance_state,
  clearance.conditions, clearance.embargo_until, topic.page_embargo_until, topic.reuse_of, topic.supporter_count, topic.cover_clip_id, topic.created_at`;
export const TOPIC_JOINS = `LEFT JOIN person AS lead ON lead.id = topic.lead_id
  LEFT JOIN clearance ON clearance.topic_id = topic.id`;

/** For a query that joins `decision` with `person AS actor`. */
export const DECISION_COLUMNS = `decision.id, decision.topic_id, decision.from_state, decision.to_state,
  decision.actor_id, actor.name AS actor_name, decision.decided_at, decision.reason, decision.sentence,
  decision.hold_until, decision.hold_reason, decision.into_topic, decision.cause,
  decision.undoes`;

/** The open states as an SQL list. */
export const OPEN_STATES = STATES.filter(isOpen)
  .map((state) => `'${state}'`)
  .join(', ');

/**
 * @param mergedFrom the topics that were merged into this one.
 * @param reusedBy those that take it up again: only readers are told of them
 */
export function toTopic(
  row: TopicColumns,
  decisions: readonly DecisionColumns[],
  mergedFrom: readonly string[],
  reusedBy: readonly string[] = [],
): Topic {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    departmentId: row.department_id,
    goalId: row.goal_id,
    state: row.state,
    stateSince: row.state_since,
    lead: toPersonRef(row.lead_id, row.lead_name),
    holdUntil: row.hold_until,
    mergedInto: row.merged_into,
    mergedFrom: [...mergedFrom],
    reuseOf: row.reuse_of,
    reusedBy: [...reusedBy],
    dueAt: row.due_at,
    escalation: row.escalation === null ? null : (JSON.parse(row.escalation) as Escalation),
    forMeeting: row.for_meeting === 1,
    labels: JSON.parse(row.labels) as string[],
    brief: { ...NO_BRIEF, ...(JSON.parse(row.brief) as Partial<Brief>) },
    embargoUntil: row.page_embargo_until,
    clearance:
      row.clearance_state === null
        ? null
        : { state: row.clearance_state, conditions: row.conditions, embargoUntil: row.embargo_until },
    supporterCount: row.supporter_count,
    coverClipId: row.cover_clip_id,
    createdAt: row.created_at,
    decisions: decisions.map(toDecision),
  };
}

function toDecision(row: DecisionColumns): Decision {
  return {
    id: row.id,
    from: row.from_state,
    to: row.to_state,
    actor: toPersonRef(row.actor_id, row.actor_name),
    at: row.decided_at,
    reason: row.reason,
    sentence: row.sentence,
    holdUntil: row.hold_until,
    holdReason: row.hold_reason,
    into: row.into_topic,
    cause: row.cause,
    undoes: row.undoes,
  };
}

const toPersonRef = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? id });

export async function findTopic(sql: Sql, id: string): Promise<Topic | null> {
  const [row] = await sql.all<TopicColumns>(
    `SELECT ${TOPIC_COLUMNS} FROM topic ${TOPIC_JOINS} WHERE topic.id = $1`,
    id,
  );
  if (row === undefined) return null;
  const decisions = await sql.all<DecisionColumns>(
    `SELECT ${DECISION_COLUMNS} FROM decision LEFT JOIN person AS actor ON actor.id = decision.actor_id
     WHERE decision.topic_id = $1 ORDER BY decision.ordinal`,
    id,
  );
  return toTopic(row, decisions, await topicsMergedInto(sql, id));
}

/** The topics that point to this one, by id. */
export async function topicsMergedInto(sql: Sql, id: string): Promise<string[]> {
  const rows = await sql.all<{ id: string }>('SELECT id FROM topic WHERE merged_into = $1 ORDER BY id', id);
  return rows.map((row) => row.id);
}

/** Topics that the queue has to look at by itself, the longest waiting first. */
export async function topicsToWake(sql: Sql, now: number): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    'SELECT id FROM topic WHERE wake_at <= $1 ORDER BY wake_at LIMIT 500',
    now,
  );
  return rows.map(({ id }) => id);
}

/** Keeps new topics, their clocks wound. Whoever calls says which devices have to hear of: `push/new-clips.ts`. */
export const writeTopics = (sql: Sql, made: readonly { topic: Topic; at: number }[], rules: DeskRules): Promise<void> =>
  writeRows(
    sql,
    made.values().map(({ topic: unwound, at }) => {
      const topic = withClock(unwound, rules);
      return [
        ...[topic.id, topic.title, topic.kind, topic.departmentId, topic.goalId, topic.state, topic.stateSince],
        ...[topic.supporterCount, topic.coverClipId, topic.createdAt, at, topic.dueAt, nextWake(topic, rules)],
        topic.embargoUntil,
      ];
    }),
  );

const writeRows = rowWriter(
  `INSERT INTO topic (id, title, kind, department_id, goal_id, state, state_since, supporter_count,
     cover_clip_id, created_at, changed_at, due_at, wake_at, page_embargo_until) VALUES`,
  '($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)',
);

/** Keeps a topic as a rule of `desk/` left it, its clock wound; only appends decisions. */
export async function updateTopic(tx: Tx, before: Topic, changed: Topic, now: number): Promise<void> {
  const rules = await deskRules(tx);
  const after = withClock(changed, rules);
  const wasAway = await changedBefore(tx, after.id, now - LIMITS.workingSetDays * 86_400_000);
  await tx.run(
    `UPDATE topic SET title = $2, department_id = $3, goal_id = $4, state = $5, state_since = $6, lead_id = $7,
       hold_until = $8, supporter_count = $9, cover_clip_id = $10, changed_at = $11, kind = $12, merged_into = $13,
       due_at = $14, escalation = $15, for_meeting = $16, labels = $17, wake_at = $18, brief = $19, page_embargo_until = $20, reuse_of = $21,
       first_published_at = CASE WHEN $5 = 'published' THEN coalesce(first_published_at, $11) ELSE first_published_at END
     WHERE id = $1`,
    after.id,
    after.title,
    after.departmentId,
    after.goalId,
    after.state,
    after.stateSince,
    after.lead?.id ?? null,
    after.holdUntil,
    after.supporterCount,
    after.coverClipId,
    now,
    after.kind,
    after.mergedInto,
    after.dueAt,
    after.escalation === null ? null : JSON.stringify(after.escalation),
    after.forMeeting ? 1 : 0,
    JSON.stringify(after.labels),
    nextWake(after, rules),
    JSON.stringify(after.brief),
    after.embargoUntil,
    after.reuseOf,
  );
  for (const [ordinal, decision] of after.decisions.entries()) {
    if (ordinal >= before.decisions.length) await appendDecision(tx, after.id, ordinal, decision);
  }
  await questionsFollow(tx, before, after, now);
  await assignmentsFollow(tx, before, after, now);
  if (after.clearance !== null) await clearanceFollows(tx, after.id, now);
  tx.changed('topic', after.id);
  // [SM6] The other side of it, before and after.
  if (before.reuseOf !== after.reuseOf)
    for (const other of [before.reuseOf, after.reuseOf]) if (other !== null) tx.changed('topic', other);
  // Both say what topic they are of, to people who may not see it.
  if (before.title !== after.title)
    for (const kind of ['question', 'assignment'] as const) await tellRows(tx, kind, after.id);
  // [AS4] Who leads it now is told how much of it others do, who led it no longer.
  if (before.lead?.id !== after.lead?.id) await tellRows(tx, 'assignment', after.id);
  // [PL2] It enters the desk's working set again.
  if (wasAway) await tellWhole(tx, after.id);
  // [PB1] Who sees the topic only while it is public, or while a clip of theirs stands in it, sees its appearances only then.
  const isSeenByOthers =
    isPublished(before.state) !== isPublished(after.state) || before.supporterCount !== after.supporterCount;
  if (isSeenByOthers) await tellShown(tx, after.id);
  await tellAddresses(tx, after.id);
}

/** What others than the desk are shown of a topic beside it. */
async function tellShown(tx: Tx, topicId: string): Promise<void> {
  await tellRows(tx, 'publication', topicId);
  await tellRows(tx, 'result', topicId);
  tx.changed('thanks', topicId);
}

/** Tells everybody of a topic that is shown to them from now on, or no longer, though nobody decided anything. */
export async function tellShownTopic(tx: Tx, topicId: string): Promise<void> {
  tx.changed('topic', topicId);
  await tellShown(tx, topicId);
  await tellAddresses(tx, topicId);
}

async function changedBefore(sql: Sql, topicId: string, moment: number): Promise<boolean> {
  const rows = await sql.all('SELECT 1 FROM topic WHERE id = $1 AND changed_at < $2', topicId, moment);
  return rows.length > 0;
}

/** Keeps what the clock did to a topic. It is nobody's act: how long ago the topic changed stays as it is. */
export async function updateClock(tx: Tx, topic: Topic, rules: DeskRules): Promise<void> {
  await tx.run(
    'UPDATE topic SET due_at = $2, escalation = $3, wake_at = $4 WHERE id = $1',
    topic.id,
    topic.dueAt,
    topic.escalation === null ? null : JSON.stringify(topic.escalation),
    nextWake(topic, rules),
  );
  tx.changed('topic', topic.id);
}

/** Tells everybody of a decline that has been quiet long enough. Nothing is left to wake the topic for. */
export async function tellDecline(tx: Tx, { id, decisions }: Topic): Promise<void> {
  await tx.run('UPDATE topic SET wake_at = NULL WHERE id = $1', id);
  const last = decisions.at(-1);
  if (last !== undefined) {
    await letGoOfQuestions(tx, id, last.id);
    await callOff(tx, id, last.id, last.at);
  }
  tx.changed('topic', id);
  await tellAddresses(tx, id);
}

const ROWS_OF_TOPIC = {
  clip: 'SELECT id FROM clip WHERE topic_id = $1 AND body IS NOT NULL ORDER BY id',
  note: 'SELECT id FROM note WHERE topic_id = $1 ORDER BY id',
  question: 'SELECT id FROM question WHERE topic_id = $1 ORDER BY id',
  publication: 'SELECT id FROM publication WHERE topic_id = $1 ORDER BY id',
  result: 'SELECT id FROM result WHERE topic_id = $1 ORDER BY id',
  assignment: 'SELECT id FROM assignment WHERE topic_id = $1 ORDER BY id',
  clearance: 'SELECT topic_id AS id FROM clearance WHERE topic_id = $1',
};

/** [PL2] Tells of everything of a topic that enters the desk's working set again: devices may hold none of it. */
export async function tellWhole(tx: Tx, topicId: string): Promise<void> {
  for (const kind of ['clip', 'note', 'question', 'publication', 'assignment', 'clearance'] as const)
    await tellRows(tx, kind, topicId);
}

async function tellRows(tx: Tx, kind: keyof typeof ROWS_OF_TOPIC, topicId: string): Promise<void> {
  for (const { id } of await tx.all<{ id: string }>(ROWS_OF_TOPIC[kind], topicId)) tx.changed(kind, id);
}

async function appendDecision(tx: Tx, topicId: string, ordinal: number, decision: Decision): Promise<void> {
  await tx.run(
    `INSERT INTO decision (id, topic_id, ordinal, from_state, to_state, actor_id, decided_at, reason, sentence,
       hold_until, undoes, hold_reason, into_topic, cause)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    decision.id,
    topicId,
    ordinal,
    decision.from,
    decision.to,
    decision.actor?.id ?? null,
    decision.at,
    decision.reason,
    decision.sentence,
    decision.holdUntil,
    decision.undoes,
    decision.holdReason,
    decision.into,
    decision.cause,
  );
}

/** Whether a decision with this id was taken already, and by whom (null: by a clock). */
export async function findDecision(sql: Sql, id: string): Promise<{ topicId: string; actorId: string | null } | null> {
  const [row] = await sql.all<{ topic_id: string; actor_id: string | null }>(
    'SELECT topic_id, actor_id FROM decision WHERE id = $1',
    id,
  );
  return row === undefined ? null : { topicId: row.topic_id, actorId: row.actor_id };
}

/**
 * The id for a decision that follows from a mutation by itself: the mutation's own, as its device shows
 * it meanwhile; another one should a decision have it already.
 */
export const unusedDecisionId = async (sql: Sql, mutationId: string): Promise<string> =>
  (await findDecision(sql, mutationId)) === null ? mutationId : crypto.randomUUID();

/** "Already suggested?" follows its topic: whoever holds the key of one of its pages has to hear of it. */
async function tellAddresses(tx: Tx, topicId: string): Promise<void> {
  for (const { key } of await tx.all<{ key: string }>('SELECT key FROM address WHERE topic_id = $1', topicId)) {
    tx.changed('address', key);
  }
}
