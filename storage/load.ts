/** How full one's own weeks are, and what one said of one's time (S16). Nobody else's is read here [TB2]. */
import { type WeekLoad, weekLoads } from '../desk/load.ts';
import {
  type TimeBudget,
  type TimeBudgetInput,
  timeBudgetId,
  timeBudgetInputSchema,
  timeBudgetSchema,
} from '../protocol/time-budget.ts';
import { topicSchema } from '../protocol/topic.ts';
import { readAbsences } from './absences.ts';
import { assignmentsOfTopics, ownAssignments } from './assignments.ts';
import type { AccountDatabase } from './database.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { sound } from './sound.ts';
import { topicsAt, topicsInState } from './topics.ts';
import { readWaiting, seenTopic, touchedTopics, type Waiting, waitingTables } from './waiting.ts';

/** Far enough that somebody with a full month is offered a week. */
const WEEKS = 12;
const WORKED_ON = ['accepted', 'in_work'] as const;

/** From this week on. */
export async function ownLoad(db: AccountDatabase, now: number): Promise<WeekLoad[]> {
  const waiting = await readWaiting(db);
  const { person, rules } = waiting;
  const rows = await Promise.all(WORKED_ON.map((state) => topicsInState(db, state)));
  const held = new Map(sound('topics', topicSchema, rows.flat()).map((topic) => [topic.id, topic]));
  const touched = [...touchedTopics(waiting)].filter((id) => !held.has(id));
  const others = touched.length === 0 ? [] : sound('topics', topicSchema, await topicsAt(db, touched));
  const topics = [...held.values(), ...others]
    .map((topic) => seenTopic(waiting, topic.id, topic))
    .filter((topic) => topic !== null)
    .filter(({ lead }) => lead?.id === person.id);
  const topicIds = topics.map(({ id }) => id);
  const own = (await ownAssignments(db, waiting)).map(({ assignment }) => assignment);
  const ids = new Set(own.map(({ id }) => id));
  const given = (await assignmentsOfTopics(db, waiting, topicIds))
    .map(({ assignment }) => assignment)
    .filter(({ id }) => !ids.has(id));
  const budgets = await readBudgets(db, waiting);
  const absences = await readAbsences(db, waiting);
  return weekLoads(
    { personId: person.id, topics, assignments: [...own, ...given], budgets, absences, rules, now },
    WEEKS,
  );
}

/** What was said of people's time, as far as it is for this person to know. */
export const timeBudgets = async (db: AccountDatabase): Promise<TimeBudget[]> => readBudgets(db, await readWaiting(db));

async function readBudgets(db: AccountDatabase, { entries }: Waiting): Promise<TimeBudget[]> {
  const found = sound('timeBudgets', timeBudgetSchema, await db.timeBudgets.toArray());
  const rows = new Map(found.map((row): [string, TimeBudget] => [row.id, row]));
  for (const { action } of entries) {
    if (action.name !== 'saveTimeBudget') continue;
    const { personId, monday, minutes } = action.budget;
    const id = timeBudgetId(action.budget);
    if (minutes === null) rows.delete(id);
    else rows.set(id, { id, personId, monday, minutes });
  }
  return [...rows.values()];
}

/** @throws StorageError `invalid`, or those of `saveClip` */
export async function saveTimeBudget(db: AccountDatabase, budget: TimeBudgetInput, now: number): Promise<void> {
  const parsed = timeBudgetInputSchema.safeParse(budget);
  if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
  await guarded(() =>
    db.transaction('rw', waitingTables(db), () =>
      append(db, crypto.randomUUID(), { name: 'saveTimeBudget', budget: parsed.data }, now),
    ),
  );
}
