/** Clearances as they are seen here, waiting entries applied (ST2). Nothing of it is stored. */
import { wantsWork } from '../desk/assignments.ts';
import type { ClearancesToMe, ClearanceView, ParkedVerdict, TopicClearance } from '../desk/clearance-views.ts';
import { clearanceStanding, isClearer, isDroppable, isOverdue } from '../desk/clearances.ts';
import { headOf, onDuty, toldFirst, toldNext } from '../desk/on-duty.ts';
import { mayDecide } from '../desk/roles.ts';
import { isPublished } from '../desk/states.ts';
import { NO_CLEARANCE, stepsAfter, withSteps } from '../desk/waiting-clearances.ts';
import { type Clearance, type ClearanceStep, clearanceSchema } from '../protocol/clearance.ts';
import { type Topic, topicSchema } from '../protocol/topic.ts';
import { readAbsences } from './absences.ts';
import type { AccountDatabase } from './database.ts';
import { outboxEntrySchema, parkedEntrySchema } from './rows.ts';
import { sound } from './sound.ts';
import { topicAt, topicsAt } from './topics.ts';
import { isTopicWaiting, readWaiting, seenTopic, type Waiting } from './waiting.ts';

/** Decided ones that are shown below those that wait. */
const EARLIER_SHOWN = 30;
/** More than anybody looks through. */
const OPEN_SHOWN = 500;

/** What concerns this person: as a clearer, and as whoever answers for what waits too long. */
export async function clearancesToMe(db: AccountDatabase, now: number): Promise<ClearancesToMe> {
  const waiting = await readWaiting(db);
  const { person, rules } = waiting;
  const rows = await db.clearances.toArray();
  const views = sound('clearances', clearanceSchema, rows).map((row) => viewOf(waiting, row));
  const open = (await stillWanted(db, waiting, views)).slice(0, OPEN_SHOWN);
  const isMine = ({ clearance }: ClearanceView) => waitsFor(clearance, waiting);
  const late = open.filter((view) => isOverdue(view.clearance, now) && !isMine(view));
  const colleagues = late.length === 0 ? [] : await db.colleagues.toArray();
  const absences = late.length === 0 ? [] : await readAbsences(db, waiting);
  // Whoever is away finds them too, should they look.
  const answersForAll = [
    onDuty(rules, colleagues, now),
    headOf(rules, colleagues),
    toldFirst(rules, colleagues, absences, now),
    toldNext(rules, colleagues, absences, now),
  ].some((one) => one?.id === person.id);
  const led = new Set(
    (
      await topicsAt(
        db,
        late.map(({ clearance }) => clearance.topicId),
      )
    ).flatMap((topic) => (topic?.lead?.id === person.id ? [topic.id] : [])),
  );
  return {
    open: open.filter(isMine).sort(byDue),
    overdue: late.filter(({ clearance }) => answersForAll || led.has(clearance.topicId)).sort(byDue),
    earlier: views
      .filter(({ clearance }) => clearance.state !== 'open' && clearance.steps.at(-1)?.by?.id === person.id)
      .sort((a, b) => (b.clearance.steps.at(-1)?.at ?? 0) - (a.clearance.steps.at(-1)?.at ?? 0))
      .slice(0, EARLIER_SHOWN),
    parked: await parkedVerdicts(db, waiting),
  };
}

const byDue = (a: ClearanceView, b: ClearanceView) =>
  (a.clearance.dueAt ?? Number.POSITIVE_INFINITY) - (b.clearance.dueAt ?? Number.POSITIVE_INFINITY);

const waitsFor = ({ state, clearer, pages }: Clearance, { person }: Waiting): boolean =>
  state === 'open' && isClearer(clearer, person) && !pages.some(({ submitter }) => submitter.id === person.id);

/** Those that wait: of what was declined, or went into another topic, nobody has to decide anything. */
async function stillWanted(
  db: AccountDatabase,
  waiting: Waiting,
  views: readonly ClearanceView[],
): Promise<ClearanceView[]> {
  const open = views.filter(({ clearance: { state } }) => state === 'open');
  const rows = await topicsAt(
    db,
    open.map(({ clearance }) => clearance.topicId),
  );
  return open.filter(({ clearance: { topicId } }, at) => {
    // Whoever only clears does not hold the topic; the queue sends them none that is closed [CR6].
    const topic = seenTopic(waiting, topicId, rows[at] ?? null);
    return topic === null || wantsWork(topic);
  });
}

/** How many this person is to decide, for the button in the toolbar. */
export async function clearancesToGive(db: AccountDatabase): Promise<number> {
  const rows = await db.clearances.where('state').equals('open').toArray();
  if (rows.length === 0) return 0;
  const waiting = await readWaiting(db);
  const seen = sound('clearances', clearanceSchema, rows).map((row) => viewOf(waiting, row));
  return (await stillWanted(db, waiting, seen)).filter(({ clearance }) => waitsFor(clearance, waiting)).length;
}

/** How many wait for this person; null where clearances are none of their business. */
export async function openClearanceCount(db: AccountDatabase, now: number): Promise<number | null> {
  const { open, overdue, earlier, parked } = await clearancesToMe(db, now);
  const { roles } = (await readWaiting(db)).person;
  const isConcerned = roles.includes('clearer') || open.length + overdue.length + earlier.length + parked.length > 0;
  // Who is not of the desk holds only those that they might have to give.
  const mightClear = !mayDecide(roles) && (await db.clearances.count()) > 0;
  return isConcerned || mightClear ? open.length + overdue.length + parked.length : null;
}

/** The clearance of one topic, and what the desk may do about it. Reads `topics` beside the `waitingTables`. */
export async function topicClearance(db: AccountDatabase, topicId: string): Promise<TopicClearance> {
  const waiting = await readWaiting(db);
  const [row] = sound('topics', topicSchema, [await topicAt(db, topicId)]);
  const topic = seenTopic(waiting, topicId, row ?? null);
  const [held] = sound('clearances', clearanceSchema, [await db.clearances.get(topicId)]);
  const clearance = held ?? (topic === null ? null : blankClearance(topic));
  const view = clearance === null ? null : viewOf(waiting, clearance);
  const steps = view?.clearance.steps ?? [];
  return {
    view: steps.length === 0 ? null : view,
    mayDrop: mayDecide(waiting.person.roles) && isDroppable(steps),
  };
}

/** A clearance that only this device knows of yet. */
const blankClearance = (topic: Topic): Clearance => ({
  ...clearanceStanding([]),
  topicId: topic.id,
  topicTitle: topic.title,
  departmentId: topic.departmentId,
  clearer: null,
  pages: [],
  steps: [],
});

/** A row with what waits about it. */
function viewOf(waiting: Waiting, row: Clearance): ClearanceView {
  const steps = seenSteps(waiting, row.topicId, row);
  return {
    clearance: steps === row.steps ? row : withSteps(row, steps),
    waiting: steps !== row.steps && isTopicWaiting(waiting, row.topicId),
  };
}

export function seenSteps(
  waiting: Waiting,
  topicId: string,
  held: Pick<Clearance, 'steps' | 'clearer'> | null,
): readonly ClearanceStep[] {
  const { submitterIds } = waiting.clearanceOf(topicId);
  let steps: readonly ClearanceStep[] = (held ?? NO_CLEARANCE).steps;
  for (const entry of waiting.byTopic.get(topicId) ?? [])
    steps = stepsAfter(topicId, { ...(held ?? NO_CLEARANCE), steps }, entry, waiting.person, waiting.rules, {
      submitterIds,
      isPublished: null,
    });
  return steps;
}

async function parkedVerdicts(db: AccountDatabase, waiting: Waiting): Promise<ParkedVerdict[]> {
  const found: ParkedVerdict[] = [];
  for (const { id, refusal, entry } of sound('parked', parkedEntrySchema, await db.parked.toArray())) {
    const action = outboxEntrySchema.safeParse(entry).data?.action;
    if (action?.name !== 'decideClearance') continue;
    if (refusal.kind !== 'conflict' && refusal.kind !== 'forbidden_transition') continue;
    const { topicId, to, conditions, embargoUntil, note } = action.verdict;
    const [row] = sound('clearances', clearanceSchema, [await db.clearances.get(topicId)]);
    // Without it there is nothing to choose between; such an entry stands on the status page.
    if (row === undefined) continue;
    const wanted = { to, conditions, embargoUntil, note };
    found.push({ entryId: id, wanted, clearance: viewOf(waiting, row).clearance });
  }
  return found;
}

export const isTopicPublished = async (db: AccountDatabase, topicId: string): Promise<boolean | null> => {
  const topic = await topicAt(db, topicId);
  return topic === undefined ? null : isPublished(topic.state);
};
