/** What the company wants to say, as the queue told this device, and who the person is. */
import { waitsFor } from '../desk/goal-confirmation.ts';
import type { KnownStrategy } from '../desk/preselect/strategy-index.ts';
import { colleagueSchema, type Person } from '../protocol/person.ts';
import { audienceSchema, channelSchema, departmentSchema, goalSchema } from '../protocol/strategy.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { sound } from './sound.ts';
import type { Strategy } from './views.ts';
import { deskRules } from './waiting.ts';

/** As much of it as pages are sorted by. */
export async function knownStrategy(db: AccountDatabase): Promise<KnownStrategy> {
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

/** Everything empty, and the usual hours, before the first pull. */
export async function strategy(db: AccountDatabase): Promise<Strategy> {
  const [known, channels, colleagues, rules] = await Promise.all([
    knownStrategy(db),
    db.channels.toArray(),
    db.colleagues.toArray(),
    deskRules(db),
  ]);
  return {
    ...known,
    channels: sound('channels', channelSchema, channels),
    colleagues: sound('colleagues', colleagueSchema, colleagues).sort((a, b) => a.name.localeCompare(b.name)),
    rules,
  };
}

/** Whose database this is, with the roles that the queue gave them last. */
export const ownPerson = (db: AccountDatabase): Promise<Person> => readMeta(db, 'person');

/** How many goals wait for this person's word as their sponsor (S6). */
export async function goalsToConfirm(db: AccountDatabase): Promise<number> {
  const { id } = await ownPerson(db);
  return sound('goals', goalSchema, await db.goals.toArray()).filter((goal) => waitsFor(goal, id)).length;
}
