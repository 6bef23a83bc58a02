/** What this person chose last, learned and kept on this device only. */
import type { Habits } from '../desk/preselect.ts';
import type { Clip } from '../protocol/clip.ts';
import type { AccountDatabase } from './database.ts';
import { habitSchema } from './rows.ts';
import { sound } from './sound.ts';

const hostKey = (address: string): string => `host:${new URL(address).host}`;
const departmentKey = (departmentId: string): string => `department:${departmentId}`;

/** Habits that matter for a page. Null as an address: for a form without a page. */
export async function readHabits(db: AccountDatabase, address: string | null): Promise<Habits> {
  const rows = sound('habits', habitSchema, [
    ...(address === null ? [] : [await db.habits.get(hostKey(address))]),
    ...(await db.habits.where('key').startsWith(departmentKey('')).toArray()),
  ]);
  const [onHost] = rows.filter((row) => row.key.startsWith('host:'));
  const inDepartments = rows.filter((row) => row.key.startsWith('department:'));
  return {
    lastOnHost: onHost === undefined ? null : { departmentId: onHost.departmentId, goalId: onHost.goalId },
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
    { key: hostKey(address), departmentId, goalId },
    { key: departmentKey(departmentId), departmentId, goalId },
  ]);
}
