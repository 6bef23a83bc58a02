/** What the company wants to say, as the queue told this device, and who the person is. */
import type { Person } from '../protocol/person.ts';
import { audienceSchema, departmentSchema, goalSchema } from '../protocol/strategy.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { sound } from './sound.ts';
import type { Strategy } from './views.ts';

/** Everything empty before the first pull. */
export async function strategy(db: AccountDatabase): Promise<Strategy> {
  const [departments, audiences, goals] = await Promise.all([
    db.departments.toArray(),
    db.audiences.toArray(),
    db.goals.toArray(),
  ]);
  return {
    departments: sound('departments', departmentSchema, departments),
    audiences: sound('audiences', audienceSchema, audiences),
    goals: sound('goals', goalSchema, goals),
  };
}

/** Whose database this is, with the roles that the queue gave them last. */
export const ownPerson = (db: AccountDatabase): Promise<Person> => readMeta(db, 'person');
