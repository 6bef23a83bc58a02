/** Counts what the desk's pictures show. Whoever reads this decides nothing about people [FG1]. */
import { mondayOf, nextMonday } from '../../desk/weeks.ts';
import { AGE_BANDS, type CoverageCell, type Figures, type FlowWeek, SMALLEST_TOTAL } from '../../protocol/figures.ts';
import type { DeclineReason, State } from '../../protocol/topic.ts';
import { deskRules } from '../rows/strategy.ts';
import type { Sql } from '../store/store.ts';

const DAY = 86_400_000;

/**
 * Of all topics suggested in the weeks that [from, to) touches, and all that was decided in them; states and ages as
 * they are now. Whole weeks [FG1]: two spans that differ by a moment would tell what one person did in it.
 */
export async function figures(sql: Sql, asked: { from: number; to: number }, now: number): Promise<Figures> {
  const { timeZone } = await deskRules(sql);
  const from = mondayOf(asked.from, timeZone);
  const to = nextMonday(mondayOf(asked.to - 1, timeZone), timeZone);
  return {
    from,
    to,
    coverage: await coverage(sql, from, to),
    weeks: await weeks(sql, from, to, timeZone),
    states: await states(sql),
    reasons: await reasons(sql, from, to),
    ages: await ages(sql, now),
    suggesters: await suggesters(sql, from, to),
  };
}

type CoverageRow = {
  department_id: string;
  goal_id: string | null;
  suggested: number;
  accepted: number;
  published: number;
};

async function coverage(sql: Sql, from: number, to: number): Promise<CoverageCell[]> {
  const rows = await sql.all<CoverageRow>(
    `SELECT department_id, goal_id, count(*) AS suggested,
       sum(CASE WHEN state IN ('accepted', 'in_work', 'published', 'evaluated') THEN 1 ELSE 0 END) AS accepted,
       sum(CASE WHEN state IN ('published', 'evaluated') THEN 1 ELSE 0 END) AS published
     FROM topic WHERE created_at >= $1 AND created_at < $2 AND state <> 'merged'
     GROUP BY department_id, goal_id ORDER BY department_id, goal_id`,
    from,
    to,
  );
  return rows.map((row) => ({
    departmentId: row.department_id,
    goalId: row.goal_id,
    suggested: Number(row.suggested),
    accepted: Number(row.accepted),
    published: Number(row.published),
  }));
}

/**
 * A decision that was taken back, and the one that took it back, count for nothing. By NOT IN, so that those are
 * listed once: nothing is indexed by what it undoes, and NOT EXISTS would look through all of them for each decision.
 */
const IN_FORCE = `decision.undoes IS NULL
  AND decision.id NOT IN (SELECT undo.undoes FROM decision AS undo WHERE undo.undoes IS NOT NULL)`;

async function weeks(sql: Sql, from: number, to: number, timeZone: string): Promise<FlowWeek[]> {
  const arrived = await sql.all<{ at: number }>(
    'SELECT created_at AS at FROM topic WHERE created_at >= $1 AND created_at < $2',
    from,
    to,
  );
  const decided = await sql.all<{ at: number; state: State; wait: number | null }>(
    `SELECT decision.decided_at AS at, decision.to_state AS state,
       CASE WHEN decision.ordinal = 0 THEN decision.decided_at - topic.created_at END AS wait
     FROM decision JOIN topic ON topic.id = decision.topic_id
     WHERE decision.decided_at >= $1 AND decision.decided_at < $2 AND decision.actor_id IS NOT NULL AND ${IN_FORCE}`,
    from,
    to,
  );
  const list: (FlowWeek & { waits: number[] })[] = [];
  for (let monday = mondayOf(from, timeZone); monday < to; monday = nextMonday(monday, timeZone))
    list.push(empty(monday));
  const weekOf = (at: number) => list.findLast((week) => week.from <= at);
  for (const { at } of arrived) {
    const week = weekOf(at);
    if (week !== undefined) week.suggested += 1;
  }
  for (const { at, state, wait } of decided) {
    const week = weekOf(at);
    if (week === undefined) continue;
    if (isCounted(state)) week[state] += 1;
    if (wait !== null) week.waits.push(wait);
  }
  return list.map(({ waits, ...week }) => ({ ...week, medianWait: median(waits) }));
}

const COUNTED = ['accepted', 'held', 'declined', 'merged', 'published'] as const;
const isCounted = (state: State): state is (typeof COUNTED)[number] => COUNTED.some((each) => each === state);

const empty = (from: number) => ({
  from,
  suggested: 0,
  accepted: 0,
  held: 0,
  declined: 0,
  merged: 0,
  published: 0,
  medianWait: null,
  waits: [],
});

function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

async function states(sql: Sql): Promise<Figures['states']> {
  const rows = await sql.all<{ state: State; count: number }>(
    'SELECT state, count(*) AS count FROM topic GROUP BY state',
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

async function reasons(sql: Sql, from: number, to: number): Promise<Figures['reasons']> {
  const rows = await sql.all<{ reason: DeclineReason; count: number }>(
    `SELECT decision.reason, count(*) AS count FROM decision
     WHERE decision.decided_at >= $1 AND decision.decided_at < $2 AND decision.reason IS NOT NULL AND ${IN_FORCE}
     GROUP BY decision.reason`,
    from,
    to,
  );
  return Object.fromEntries(rows.map(({ reason, count }) => [reason, Number(count)]));
}

async function ages(sql: Sql, now: number): Promise<number[]> {
  const bands = [...AGE_BANDS, Number.POSITIVE_INFINITY].map(() => 0);
  const rows = await sql.all<{ state_since: number }>(`SELECT state_since FROM topic WHERE state = 'new'`);
  for (const { state_since } of rows) {
    const days = (now - state_since) / DAY;
    const band = AGE_BANDS.findIndex((end) => days < end);
    const at = band === -1 ? AGE_BANDS.length : band;
    bands[at] = (bands[at] ?? 0) + 1;
  }
  return bands;
}

/** [FG1] A total of people only from five on. */
async function suggesters(sql: Sql, from: number, to: number): Promise<number | null> {
  const [row] = await sql.all<{ count: number }>(
    'SELECT count(DISTINCT submitter_id) AS count FROM clip WHERE received_at >= $1 AND received_at < $2 AND body IS NOT NULL',
    from,
    to,
  );
  const count = Number(row?.count ?? 0);
  return count < SMALLEST_TOTAL ? null : count;
}
