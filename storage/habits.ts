/** What this person chose last, learned and kept on this device only. */
import { type Habits, sectionOf } from '../desk/preselect/habits.ts';
import type { Clip } from '../protocol/clip.ts';
import type { AccountDatabase } from './database.ts';
import { habitSchema } from './rows.ts';
import { sound } from './sound.ts';

const sectionKey = (address: string): string => `section:${sectionOf(address)}`;
const departmentKey = (departmentId: string): string => `department:${departmentId}`;

/** Habits that matter for a page. Null as an address: for a form without a page. */
export async function readHabits(db: AccountDatabase, address: string | null): Promise<Habits> {
  const rows = sound('habits', habitSchema, [
    ...(address === null ? [] : [await db.habits.get(sectionKey(address))]),
    ...(await db.habits.where('key').startsWith(departmentKey('')).toArray()),
  ]);
  const [inSection] = rows.filter((row) => row.key.startsWith('section:'));
  const inDepartments = rows.filter((row) => row.key.startsWith('department:'));
  return {
    lastInSection: inSection === undefined ? null : { departmentId: inSection.departmentId, goalId: inSection.goalId },
    lastGoalIn: Object.fromEntries(
      inDepartments.flatMap(({ departmentId, goalId }) => (goalId === null ? [] : [[departmentId, goalId]])),
    ),
  };
}

/** Inside the transaction that keeps or changes a clip. */
export async function rememberChoice(
  db: AccountDatabase,
  { address, departmentId, goalId }: Pick<Clip, 'address' | 'departmentId' | 'goalId'>,
): Promise<void> {
  await db.habits.bulkPut([
    { key: sectionKey(address), departmentId, goalId },
    { key: departmentKey(departmentId), departmentId, goalId },
  ]);
}
