import { standIn } from '../desk/deputies.ts';
import { dayIn, writtenDay } from '../desk/working-time.ts';
import type { Department } from '../protocol/strategy.ts';
import { absencesSince } from './rows/absences.ts';
import { deskRules } from './rows/strategy.ts';
import type { Sql } from './store/store.ts';

/** [AS5] Whom something goes to now that is asked of a person. @param department null: nobody stands in */
export async function standInNow(
  sql: Sql,
  personId: string,
  department: Department | null,
  now: number,
): Promise<{ toId: string; insteadOfId: string | null }> {
  if (department === null || department.contactId !== personId) return { toId: personId, insteadOfId: null };
  const rules = await deskRules(sql);
  const absences = await absencesSince(sql, writtenDay(dayIn(rules.timeZone, now)));
  return standIn(personId, department, absences, rules, now);
}
