import { maySetBudget } from '../../desk/load.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { type TimeBudgetInput, timeBudgetId } from '../../protocol/time-budget.ts';
import { findPerson } from '../rows/people.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/** [TB1] How much time somebody has in a week, or every week: said by themselves or a lead. The last word stands. */
export async function saveTimeBudget(tx: Tx, { person }: Act, budget: TimeBudgetInput): Promise<Refusal | null> {
  const { personId, monday, minutes } = budget;
  // First, so that nobody learns from the refusal whether there is such a person.
  if (!maySetBudget(person, personId)) return { kind: 'not_allowed', path: '' };
  if ((await findPerson(tx, personId)) === null) return { kind: 'unknown_person', path: 'budget.personId' };
  const id = timeBudgetId(budget);
  if (minutes === null) await tx.run('DELETE FROM time_budget WHERE id = $1', id);
  else
    await tx.run(
      `INSERT INTO time_budget (id, person_id, monday, minutes) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET minutes = excluded.minutes`,
      id,
      personId,
      monday,
      minutes,
    );
  tx.changed('timeBudget', id);
  return null;
}
