/**
 * Permission to use company information outside (S10): who may give it, what opens it again, and what publishing
 * asks of it. The queue runs these functions with authority, an extension the same ones for what it shows meanwhile.
 */
import {
  CLEARANCE_LEVELS,
  type Clearance,
  type ClearanceAsk,
  type ClearanceFlags,
  type ClearanceLevel,
  type ClearanceMark,
  type ClearanceState,
  type ClearanceStep,
  type ClearanceVerdict,
} from '../protocol/clearance.ts';
import type { DeskRules } from '../protocol/desk-rules.ts';
import type { Person, PersonRef } from '../protocol/person.ts';
import type { Refusal, RefusalKind } from '../protocol/refusal.ts';
import type { Department } from '../protocol/strategy.ts';
import type { Topic } from '../protocol/topic.ts';
import { mayDecide } from './roles.ts';
import { isOpen } from './states.ts';
import { momentAfterWorking } from './working-time.ts';

/** What follows from the steps. */
export type ClearanceStanding = Pick<
  Clearance,
  'level' | 'state' | 'flags' | 'conditions' | 'embargoUntil' | 'dueAt' | 'ruleId' | 'askedBy'
>;

export const NO_FLAGS: ClearanceFlags = { personalData: false, thirdPartyRights: false, insider: false };

const NOTHING: ClearanceStanding = {
  level: 'public',
  state: 'not_needed',
  flags: NO_FLAGS,
  conditions: null,
  embargoUntil: null,
  dueAt: null,
  ruleId: null,
  askedBy: null,
};

/** The higher of two levels. */
export const stricter = (a: ClearanceLevel, b: ClearanceLevel): ClearanceLevel =>
  CLEARANCE_LEVELS.indexOf(a) >= CLEARANCE_LEVELS.indexOf(b) ? a : b;

const isStricter = (a: ClearanceLevel, b: ClearanceLevel): boolean => a !== b && stricter(a, b) === a;

/** Demanded by a rule or brought by a merge, so that nobody at the desk can say that it is not needed. */
const isDemand = ({ kind }: Pick<ClearanceStep, 'kind'>): boolean =>
  kind === 'opened' || kind === 'raised' || kind === 'merged';

/** What only a clearer says: whether it may be used outside, and taking that back. */
const isOfClearer = ({ kind }: Pick<ClearanceStep, 'kind'>): boolean =>
  kind === 'cleared' || kind === 'cleared_with_conditions' || kind === 'refused' || kind === 'open';

/**
 * Whether all of it is the desk's own asking, which it may take back. Once a clearer said something it is theirs too:
 * else asking again and taking that back would be a way around their no, or their conditions.
 */
const isOfDeskAlone = (steps: readonly ClearanceStep[]): boolean =>
  !steps.some((step) => isDemand(step) || isOfClearer(step));

/** Whether the desk may say that it needs the clearance no longer: it waits, and only the desk ever said anything of it. */
export const isDroppable = (steps: readonly ClearanceStep[]): boolean =>
  clearanceStanding(steps).state === 'open' && isOfDeskAlone(steps);

/** How a clearance stands after these steps, oldest first. Level and flags only rise [CR1]. */
export const clearanceStanding = (steps: readonly ClearanceStep[]): ClearanceStanding => steps.reduce(follow, NOTHING);

function follow(before: ClearanceStanding, step: ClearanceStep): ClearanceStanding {
  const flags: ClearanceFlags = {
    personalData: before.flags.personalData || step.flags.personalData,
    thirdPartyRights: before.flags.thirdPartyRights || step.flags.thirdPartyRights,
    insider: before.flags.insider || step.flags.insider,
  };
  const stands = { ...before, level: stricter(before.level, step.level), flags };
  if (isDemand(step)) {
    const state = before.state === 'refused' ? 'refused' : 'open';
    // What waits already does not wait longer because more came to it.
    const dueAt = before.state === 'open' ? earlier(before.dueAt, step.dueAt) : step.dueAt;
    return { ...stands, ...UNCONDITIONAL, state, ruleId: step.ruleId ?? before.ruleId, dueAt };
  }
  if (step.kind === 'asked') return { ...stands, ...UNCONDITIONAL, state: 'open', askedBy: step.by, dueAt: step.dueAt };
  // What is left are the states themselves.
  const state = step.kind as ClearanceState;
  return { ...stands, state, conditions: step.conditions, embargoUntil: step.embargoUntil };
}

const earlier = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

const UNCONDITIONAL = { conditions: null, embargoUntil: null };

export const markOf = ({ state, conditions, embargoUntil }: ClearanceMark): ClearanceMark => ({
  state,
  conditions,
  embargoUntil,
});

type Demand = Pick<ClearanceStep, 'level' | 'flags' | 'ruleId' | 'clipId' | 'dueAt' | 'at' | 'id'>;

/**
 * The step that a rule's demand makes; null where it changes nothing. What was cleared is opened again only by a
 * higher level, or by what its clearer cannot have looked at [CR1]; what was refused stays refused, or a further
 * clip would be a way around it.
 * @param isUnseen the demand is for a page that the topic did not have, or for something that was found in it only now
 */
export function demandClearance(
  steps: readonly ClearanceStep[],
  demand: Demand,
  isUnseen = false,
): ClearanceStep | null {
  const { state, level, flags } = clearanceStanding(steps);
  const isHigher = isStricter(demand.level, level);
  // One that waits gets a step too: whoever is about to clear it has to look again [CR5].
  const isNews = isHigher || hasNewFlag(demand.flags, flags) || (isUnseen && state !== 'refused');
  if (state !== 'not_needed' && !isNews) return null;
  const kind = state === 'not_needed' ? 'opened' : 'raised';
  return { ...demand, kind, by: null, note: null, ...UNCONDITIONAL };
}

/**
 * The step by which the clearance of a topic follows its clips into another one [CR7]; null where the other one's
 * says as much already.
 */
export function mergeClearance(
  into: readonly ClearanceStep[],
  from: readonly ClearanceStep[],
  { id, at, dueAt }: Pick<ClearanceStep, 'id' | 'at' | 'dueAt'>,
): ClearanceStep | null {
  const [theirs, ours] = [clearanceStanding(from), clearanceStanding(into)];
  if (theirs.state === 'not_needed') return null;
  if (isCleared(theirs.state) && isCleared(ours.state) && !asksForMore(theirs, ours)) return null;
  const { level, flags, ruleId, conditions, embargoUntil } = theirs;
  // What was cleared there only under conditions is to be read by whoever decides here.
  return { id, at, dueAt, level, flags, ruleId, conditions, embargoUntil, ...MERGED };
}

const MERGED = { kind: 'merged', clipId: null, by: null, note: null } as const;

/** Whether what was cleared there asks for something that nobody looked at here: a level, a flag, a condition, a moment. */
const asksForMore = (theirs: ClearanceStanding, ours: ClearanceStanding): boolean =>
  isStricter(theirs.level, ours.level) ||
  hasNewFlag(theirs.flags, ours.flags) ||
  (theirs.conditions !== null && theirs.conditions !== ours.conditions) ||
  (theirs.embargoUntil ?? 0) > (ours.embargoUntil ?? 0);

const hasNewFlag = (flags: ClearanceFlags, known: ClearanceFlags): boolean =>
  (Object.keys(flags) as (keyof ClearanceFlags)[]).some((flag) => flags[flag] && !known[flag]);

export const isCleared = (state: ClearanceState): boolean => state === 'cleared' || state === 'cleared_with_conditions';

export type ClearerContext = {
  /** The topic's; null where it is not known. */
  department: Pick<Department, 'clearerId' | 'deputyId'> | null;
  submitterIds: ReadonlySet<string>;
  /** Somebody who is there: null where they left, or where they are away. */
  present(personId: string): PersonRef | null;
};

/**
 * [CR2] Whose clearance it is: the department's clearer, else its deputy. Null: whoever has the role `clearer`,
 * because the department has none, or both are away, have left, or suggested it themselves [CR3].
 */
export function clearerOf({ department, submitterIds, present }: ClearerContext): PersonRef | null {
  if (department?.clearerId == null) return null;
  for (const id of [department.clearerId, department.deputyId]) {
    const person = id == null || submitterIds.has(id) ? null : present(id);
    if (person !== null) return { id: person.id, name: person.name };
  }
  return null;
}

/** Whether the clearance waits for this person, as far as it depends on who they are. */
export const isClearer = (clearer: PersonRef | null, { id, roles }: Pick<Person, 'id' | 'roles'>): boolean =>
  clearer === null ? roles.includes('clearer') : clearer.id === id;

const refuse = (kind: RefusalKind, path = ''): Refusal => ({ kind, path });

type AskedFor = Pick<ClearanceAsk, 'level' | 'flags'>;

/** Whether it is cleared for as much as this asks: asking again would only throw away what its clearer said [CR1]. */
export const isClearedFor = (standing: Pick<ClearanceStanding, 'state' | 'level' | 'flags'>, ask: AskedFor): boolean =>
  isCleared(standing.state) && !isStricter(ask.level, standing.level) && !hasNewFlag(ask.flags, standing.flags);

/** Why this person may not ask for this clearance of this topic, or null when they may. */
export function checkAsk(
  topic: Topic,
  person: Pick<Person, 'roles'>,
  ask: AskedFor,
  steps: readonly ClearanceStep[],
): Refusal | null {
  if (!mayDecide(person.roles)) return refuse('not_allowed');
  if (!isOpen(topic.state)) return refuse('forbidden_transition', 'ask.topicId');
  return isClearedFor(clearanceStanding(steps), ask) ? refuse('already_cleared', 'ask.level') : null;
}

/** @param dueAt the usual time for an answer, where the editor named none */
export const recordAsk = (ask: ClearanceAsk, by: PersonRef, at: number, dueAt: number | null): ClearanceStep => ({
  id: ask.id,
  kind: 'asked',
  by: { id: by.id, name: by.name },
  at,
  level: ask.level,
  flags: ask.flags,
  ruleId: null,
  clipId: null,
  dueAt: ask.dueAt ?? dueAt,
  note: ask.note,
  ...UNCONDITIONAL,
});

export type VerdictContext = {
  steps: readonly ClearanceStep[];
  /** As `clearerOf` says. */
  clearer: PersonRef | null;
  /** As far as they are known: on a device at least the person themselves. */
  submitterIds: ReadonlySet<string>;
  /** Whether the topic was published; null where it is not held here. */
  isPublished: boolean | null;
};

/** Where a verdict may lead from each state. */
const VERDICTS: Record<ClearanceState, readonly ClearanceState[]> = {
  not_needed: [],
  open: ['cleared', 'cleared_with_conditions', 'refused', 'not_needed'],
  cleared: ['open'],
  cleared_with_conditions: ['open'],
  refused: ['open'],
};

/** Why this person may not decide so, or null when they may. */
export function checkVerdict(verdict: ClearanceVerdict, person: Person, context: VerdictContext): Refusal | null {
  const { steps } = context;
  const refusal = verdict.to === 'not_needed' ? checkNotNeeded(person, steps) : checkClearer(verdict, person, context);
  if (refusal !== null) return refusal;
  const last = steps.at(-1);
  if (verdict.after !== last?.id) return refuse('conflict', 'verdict.after');
  if (!VERDICTS[clearanceStanding(steps).state].includes(verdict.to))
    return refuse('forbidden_transition', 'verdict.to');
  // [CR8] What is out cannot be called back by a word here.
  if (verdict.to === 'open' && context.isPublished === true) return refuse('too_late', 'verdict.to');
  const isUnsaid = verdict.conditions === null && verdict.embargoUntil === null;
  if (verdict.to === 'cleared_with_conditions' && isUnsaid) return refuse('conditions_missing', 'verdict.conditions');
  if (verdict.to === 'refused' && verdict.note === null) return refuse('conditions_missing', 'verdict.note');
  return null;
}

/** [CR3] first: nobody who suggested it, whatever else they are. */
function checkClearer(
  { to }: ClearanceVerdict,
  person: Person,
  { steps, clearer, submitterIds }: VerdictContext,
): Refusal | null {
  if (submitterIds.has(person.id)) return refuse('own_clearance');
  if (isClearer(clearer, person)) return null;
  // Whoever decided may take it back, also when somebody else stands in again.
  const last = steps.at(-1);
  if (to === 'open' && last?.by?.id === person.id && !isDemand(last) && last.kind !== 'asked') return null;
  // Who may not see it learns nothing of it [VI1].
  return refuse(mayDecide(person.roles) ? 'not_allowed' : 'not_found', 'verdict.topicId');
}

/** The desk takes its own asking back; what a rule demanded stands, and what a clearer said. */
function checkNotNeeded({ roles }: Person, steps: readonly ClearanceStep[]): Refusal | null {
  if (!mayDecide(roles)) return refuse('not_found', 'verdict.topicId');
  return isOfDeskAlone(steps) ? null : refuse('not_allowed', 'verdict.to');
}

/** A checked verdict as the step that is kept. */
export function recordVerdict(
  verdict: ClearanceVerdict,
  by: PersonRef,
  at: number,
  steps: readonly ClearanceStep[],
): ClearanceStep {
  const { level, dueAt } = clearanceStanding(steps);
  const hasConditions = verdict.to === 'cleared_with_conditions';
  return {
    id: verdict.id,
    kind: verdict.to,
    by: { id: by.id, name: by.name },
    at,
    level,
    flags: NO_FLAGS,
    ruleId: null,
    clipId: null,
    dueAt,
    note: verdict.note,
    conditions: hasConditions ? verdict.conditions : null,
    embargoUntil: hasConditions ? verdict.embargoUntil : null,
  };
}

/**
 * [CR4] Why a topic whose clearance stands so may not be published, or null when it may.
 * @param at when it appears
 */
export function checkGate(mark: ClearanceMark | null, at: number, path: string): Refusal | null {
  if (mark === null || mark.state === 'not_needed') return null;
  if (mark.state === 'open') return refuse('clearance_open', path);
  if (mark.state === 'refused') return refuse('clearance_refused', path);
  return mark.embargoUntil !== null && at < mark.embargoUntil ? refuse('clearance_embargo', path) : null;
}

/** Waits for longer than was asked for. */
export const isOverdue = ({ state, dueAt }: Pick<Clearance, 'state' | 'dueAt'>, now: number): boolean =>
  state === 'open' && dueAt !== null && dueAt <= now;

/** When an answer is wanted that nobody named a day for: in the desk's usual time for one. */
export const clearanceDue = (rules: DeskRules, at: number): number =>
  momentAfterWorking(rules, at, rules.answerMinutes) ?? at + rules.answerMinutes * 60_000;
