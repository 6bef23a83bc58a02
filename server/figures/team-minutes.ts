/** How much of people's time was asked for in a week, as totals alone [FG1]. */
import { SMALLEST_TOTAL, type TeamMinutes } from '../../protocol/figures.ts';
import type { Sql } from '../store/store.ts';

/** Said so coarsely that a total which is asked for again and again does not tell what one assignment added. Minutes. */
const COARSE = 60;

/**
 * Of assignments wanted in [from, to), minutes planned and minutes spent; null where fewer than five people have any.
 * The query itself leaves such a total out: it is in no answer that anything here could forget to look at.
 */
const TOTALS = `SELECT
    CASE WHEN count(DISTINCT CASE WHEN minutes_planned > 0 THEN to_id END) >= $3 THEN sum(minutes_planned) END AS planned,
    CASE WHEN count(DISTINCT CASE WHEN minutes_spent > 0 THEN to_id END) >= $3 THEN sum(minutes_spent) END AS spent
  FROM assignment WHERE due_at >= $1 AND due_at < $2 AND state IN ('asked', 'confirmed', 'delivered')`;

export async function teamMinutes(sql: Sql, from: number, to: number): Promise<TeamMinutes> {
  const [row] = await sql.all<TeamMinutes>(TOTALS, from, to, SMALLEST_TOTAL);
  return { planned: coarse(row?.planned ?? null), spent: coarse(row?.spent ?? null) };
}

const coarse = (minutes: number | null): number | null =>
  minutes === null ? null : Math.round(Number(minutes) / COARSE) * COARSE;
