/** Clearances: the steps are kept, everything else of a row follows from them; how it is read by devices: `pull/clearance-rows.ts`. */
import {
  clearanceDue,
  clearanceStanding,
  clearerOf,
  demandClearance,
  mergeClearance,
  NO_FLAGS,
} from '../../desk/clearances.ts';
import { absenceOf } from '../../desk/deputies.ts';
import { dayIn, writtenDay } from '../../desk/working-time.ts';
import type {
  ClearanceFlags,
  ClearanceLevel,
  ClearanceState,
  ClearanceStep,
  ClearanceStepKind,
} from '../../protocol/clearance.ts';
import type { PersonRef } from '../../protocol/person.ts';
import type { Department } from '../../protocol/strategy.ts';
import type { Sql, Tx } from '../store/store.ts';
import { absencesSince } from './absences.ts';
import { addAudit, CLEARANCE_ORIGIN } from './audit.ts';
import { findPerson } from './people.ts';
import { deskRules, findEntry } from './strategy.ts';

export type ClearanceStepColumns = {
  id: string;
  topic_id: string;
  kind: ClearanceStepKind;
  actor_id: string | null;
  actor_name: string | null;
  taken_at: number;
  level: ClearanceLevel;
  personal_data: number;
  third_party_rights: number;
  insider: number;
  rule_id: string | null;
  clip_id: string | null;
  due_at: number | null;
  note: string | null;
  conditions: string | null;
  embargo_until: number | null;
};

/** To be followed by a condition. */
export const SELECT_CLEARANCE_STEP = `SELECT clearance_step.*, actor.name AS actor_name
   FROM clearance_step LEFT JOIN person AS actor ON actor.id = clearance_step.actor_id`;

export const toClearanceStep = (row: ClearanceStepColumns): ClearanceStep => ({
  id: row.id,
  kind: row.kind,
  by: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name ?? row.actor_id },
  at: row.taken_at,
  level: row.level,
  flags: {
    personalData: row.personal_data === 1,
    thirdPartyRights: row.third_party_rights === 1,
    insider: row.insider === 1,
  },
  ruleId: row.rule_id,
  clipId: row.clip_id,
  dueAt: row.due_at,
  note: row.note,
  conditions: row.conditions,
  embargoUntil: row.embargo_until,
});

/** The steps of a topic's clearance, oldest first; none where nobody ever asked for one. */
export async function clearanceSteps(sql: Sql, topicId: string): Promise<ClearanceStep[]> {
  const rows = await sql.all<ClearanceStepColumns>(
    `${SELECT_CLEARANCE_STEP} WHERE clearance_step.topic_id = $1 ORDER BY clearance_step.ordinal`,
    topicId,
  );
  return rows.map(toClearanceStep);
}

/** Whose step this is; null if there is none with this id. */
export async function findClearanceStep(
  sql: Sql,
  id: string,
): Promise<{ topicId: string; actorId: string | null } | null> {
  const [row] = await sql.all<{ topic_id: string; actor_id: string | null }>(
    'SELECT topic_id, actor_id FROM clearance_step WHERE id = $1',
    id,
  );
  return row === undefined ? null : { topicId: row.topic_id, actorId: row.actor_id };
}

/** [CR3] Everybody who ever suggested something to this topic, also where they took it back. */
export async function everSubmitted(sql: Sql, topicId: string): Promise<Set<string>> {
  const rows = await sql.all<{ submitter_id: string }>(
    `SELECT submitter_id FROM clip WHERE topic_id = $1
     UNION SELECT clip.submitter_id FROM clip_left JOIN clip ON clip.id = clip_left.clip_id WHERE clip_left.topic_id = $1`,
    topicId,
  );
  return new Set(rows.map((row) => row.submitter_id));
}

/** [CR2] Who may clear a topic now; null: whoever has the role. */
export async function clearerNow(sql: Sql, topicId: string, at: number): Promise<PersonRef | null> {
  const [topic] = await sql.all<{ department_id: string }>('SELECT department_id FROM topic WHERE id = $1', topicId);
  const department = topic === undefined ? null : await findEntry(sql, 'department', topic.department_id);
  const named = await presentOf(sql, department, at);
  const submitterIds = await everSubmitted(sql, topicId);
  return clearerOf({ department, submitterIds, present: (id) => named.get(id) ?? null });
}

/** Of those whom a department names for its clearances the ones who are there. */
async function presentOf(sql: Sql, department: Department | null, at: number): Promise<Map<string, PersonRef>> {
  const present = new Map<string, PersonRef>();
  if (department?.clearerId == null) return present;
  const rules = await deskRules(sql);
  const absences = await absencesSince(sql, writtenDay(dayIn(rules.timeZone, at)));
  for (const id of [department.clearerId, department.deputyId]) {
    const person = id == null ? null : await findPerson(sql, id);
    if (person?.active && absenceOf(person.id, absences, rules, at) === null)
      present.set(person.id, { id: person.id, name: person.name });
  }
  return present;
}

export type OpenClearance = {
  topicId: string;
  clipId: string;
  level: ClearanceLevel;
  ruleId: string;
  at: number;
  flags?: Partial<ClearanceFlags>;
  /** As `demandClearance` says. */
  isUnseen?: boolean;
};

/**
 * What a rule for company information demands of a topic because of one of its clips. Idempotent, and only raises:
 * the same or less again changes nothing, a higher level or something unseen opens anew what was cleared [CR1].
 */
export async function openClearance(
  tx: Tx,
  { topicId, clipId, level, ruleId, at, flags, isUnseen = false }: OpenClearance,
): Promise<void> {
  const steps = await clearanceSteps(tx, topicId);
  const dueAt = clearanceDue(await deskRules(tx), at);
  const demand = { id: crypto.randomUUID(), level, flags: { ...NO_FLAGS, ...flags }, ruleId, clipId, dueAt, at };
  const step = demandClearance(steps, demand, isUnseen);
  if (step !== null) await appendClearanceStep(tx, topicId, step);
}

/** [CR7] The clearance follows the clips of a topic that was merged into another. */
export async function mergeClearances(tx: Tx, from: string, into: string, at: number): Promise<void> {
  const theirs = await clearanceSteps(tx, from);
  if (theirs.length === 0) return;
  const dueAt = clearanceDue(await deskRules(tx), at);
  const step = mergeClearance(await clearanceSteps(tx, into), theirs, { id: crypto.randomUUID(), at, dueAt });
  if (step !== null) await appendClearanceStep(tx, into, step);
}

/** [CR7] What rules demanded for clips while they stood in another topic comes home with them. */
export async function bringDemandsHome(
  tx: Tx,
  from: string,
  to: string,
  clipIds: ReadonlySet<string>,
  at: number,
): Promise<void> {
  const since = (await clearanceSteps(tx, to)).at(-1)?.at ?? 0;
  for (const step of await clearanceSteps(tx, from)) {
    const { clipId, ruleId, level, flags } = step;
    if (clipId === null || ruleId === null || !clipIds.has(clipId)) continue;
    // What was found after this topic was cleared its clearer did not see.
    await openClearance(tx, { topicId: to, clipId, ruleId, level, flags, at, isUnseen: step.at >= since });
  }
}

/** Keeps one more step, and how the clearance stands by it. Each step is noted as an act [CR5]. */
export async function appendClearanceStep(tx: Tx, topicId: string, step: ClearanceStep): Promise<void> {
  const steps = [...(await clearanceSteps(tx, topicId)), step];
  await tx.run(
    `INSERT INTO clearance (topic_id, level, state) VALUES ($1, $2, 'not_needed') ON CONFLICT (topic_id) DO NOTHING`,
    topicId,
    step.level,
  );
  await tx.run(
    `INSERT INTO clearance_step (id, topic_id, ordinal, kind, actor_id, taken_at, level, personal_data,
       third_party_rights, insider, rule_id, clip_id, due_at, note, conditions, embargo_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    step.id,
    topicId,
    steps.length - 1,
    step.kind,
    step.by?.id ?? null,
    step.at,
    step.level,
    step.flags.personalData ? 1 : 0,
    step.flags.thirdPartyRights ? 1 : 0,
    step.flags.insider ? 1 : 0,
    step.ruleId,
    step.clipId,
    step.dueAt,
    step.note,
    step.conditions,
    step.embargoUntil,
  );
  await settleClearance(tx, topicId, steps, step.at);
  await addAudit(tx, {
    at: step.at,
    who: step.by?.id ?? (step.ruleId === null ? 'merge' : `rule ${step.ruleId}`),
    origin: CLEARANCE_ORIGIN,
    act: `clearance ${step.kind}`,
    subject: topicId,
  });
}

/** Writes what follows from the steps and from who is there, and lets devices hear of it. */
async function settleClearance(tx: Tx, topicId: string, steps: readonly ClearanceStep[], at: number): Promise<void> {
  const { level, state, conditions, embargoUntil, dueAt } = clearanceStanding(steps);
  await tx.run(
    `UPDATE clearance SET level = $2, state = $3, conditions = $4, embargo_until = $5, due_at = $6, clearer_id = $7
     WHERE topic_id = $1`,
    topicId,
    level,
    state,
    conditions,
    embargoUntil,
    dueAt,
    (await clearerNow(tx, topicId, at))?.id ?? null,
  );
  tx.changed('clearance', topicId);
  tx.changed('topic', topicId);
  // [PB3] Whether it may be passed on follows from it.
  for (const { id } of await tx.all<{ id: string }>('SELECT id FROM publication WHERE topic_id = $1', topicId))
    tx.changed('publication', id);
}

/** A clip or the department of a topic changed: its clearance shows the one, and the other may make it another person's. */
export async function clearanceFollows(tx: Tx, topicId: string, at: number): Promise<void> {
  const steps = await clearanceSteps(tx, topicId);
  if (steps.length > 0) await settleClearance(tx, topicId, steps, at);
}

export type KeptClearance = {
  topic_id: string;
  level: ClearanceLevel;
  state: ClearanceState;
  conditions: string | null;
  embargo_until: number | null;
  due_at: number | null;
  clearer_id: string | null;
};

/** Open ones, some at a time. @param after the topic of the last one of the chunk before */
export const openClearances = (sql: Sql, after: string): Promise<KeptClearance[]> =>
  sql.all<KeptClearance>(
    `SELECT * FROM clearance WHERE state = 'open' AND topic_id > $1 ORDER BY topic_id LIMIT 500`,
    after,
  );
