/** Counts what the desk's pictures show. Whoever reads this decides nothing about people [FG1]. */
import { mondayOf, nextMonday } from '../../desk/weeks.ts';
import { AGE_BANDS, type CoverageCell, type Figures, type FlowWeek, SMALLEST_TOTAL } from '../../protocol/figures.ts';
import type { DeclineReason, State } from '../../protocol/topic.ts';
import { deskRules } from '../rows/strategy.ts';
import type { Sql } from '../store/store.ts';
import { teamMinutes } from './team-minutes.ts';

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
     GROUP BY department_id, goal_id ORDER BY department_id, coalesce(goal_id, '')`,
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

/** A decision that was taken back, and the one that took it back, count for nothing. */
const IN_FORCE = `decision.undoes IS NULL
  AND NOT EXISTS (SELECT 1 FROM decision AS undo WHERE undo.undoes = decision.id)`;

/** Counted week by week in the database: of a year at a large desk that is some hundred thousand rows. */
async function weeks(sql: Sql, from: number, to: number, timeZone: string): Promise<FlowWeek[]> {
  const list: FlowWeek[] = [];
  for (let monday = mondayOf(from, timeZone); monday < to; ) {
    const next = nextMonday(monday, timeZone);
    // The span is of whole weeks, so that no week is cut.
    list.push(await weekOf(sql, monday, next));
    monday = next;
  }
  return list;
}

async function weekOf(sql: Sql, from: number, to: number): Promise<FlowWeek> {
  const [arrived] = await sql.all<{ count: number }>(
    'SELECT count(*) AS count FROM topic WHERE created_at >= $1 AND created_at < $2',
    from,
    to,
  );
  const decided = await sql.all<{ state: State; count: number }>(
    `SELECT decision.to_state AS state, count(*) AS count FROM decision
     WHERE decision.decided_at >= $1 AND decision.decided_at < $2 AND decision.actor_id IS NOT NULL AND ${IN_FORCE}
     GROUP BY decision.to_state`,
    from,
    to,
  );
  const waits = await sql.all<{ wait: number }>(
    `SELECT decision.decided_at - topic.created_at AS wait FROM decision JOIN topic ON topic.id = decision.topic_id
     WHERE decision.decided_at >= $1 AND decision.decided_at < $2 AND decision.ordinal = 0
       AND decision.actor_id IS NOT NULL AND ${IN_FORCE}`,
    from,
    to,
  );
  const week = {
    ...empty(from),
    suggested: Number(arrived?.count ?? 0),
    medianWait: median(waits),
    minutes: await teamMinutes(sql, from, to),
  };
  for (const { state, count } of decided) if (isCounted(state)) week[state] = Number(count);
  return week;
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
});

function median(rows: readonly { wait: number }[]): number | null {
  const sorted = rows.map(({ wait }) => wait).sort((a, b) => a - b);
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

/** How many new topics have stood for less than each band's end, and at last for longer. */
async function ages(sql: Sql, now: number): Promise<number[]> {
  const [row] = await sql.all<Record<string, number | null>>(NEW_BY_AGE, ...AGE_BANDS.map((days) => now - days * DAY));
  const younger = [...AGE_BANDS.map((_, band) => Number(row?.[`band_${band}`] ?? 0)), Number(row?.all_new ?? 0)];
  return younger.map((count, band) => count - (younger[band - 1] ?? 0));
}

const NEW_BY_AGE = `SELECT count(*) AS all_new, ${AGE_BANDS.map(
  (_, band) => `sum(CASE WHEN state_since > $${band + 1} THEN 1 ELSE 0 END) AS band_${band}`,
).join(', ')} FROM topic WHERE state = 'new'`;

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
