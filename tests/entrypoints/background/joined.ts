/** Lets the background find an account with a strategy, as after joining. */
import { Dexie } from 'dexie';
import { vi } from 'vitest';
import { forgetSession, openSession, type Session } from '../../../entrypoints/browser/session.ts';
import { addAccount, openRegistry } from '../../../storage/accounts.ts';
import { department, goal, submitter } from '../../desk/samples.ts';
import { newIndexedDb, QUEUE, tokens } from '../../storage/device.ts';

/** On a device with nothing else on it. */
export async function join(): Promise<Session> {
  Object.assign(Dexie.dependencies, newIndexedDb());
  const registry = openRegistry();
  await addAccount(
    registry,
    'https://queue.example',
    { tokens: tokens(), queue: { ...QUEUE, protocol: { newest: 1, oldest: 1 }, signIn: false }, person: submitter },
    Date.now(),
  );
  forgetSession();
  const session = await openSession();
  if (session === null) throw new Error('an account was just added');
  await session.db.departments.bulkAdd([department(), department({ id: 'it' })]);
  await session.db.goals.add(goal({ departmentIds: ['hr'], periodFrom: 0, periodTo: Date.now() + 1e9 }));
  return session;
}

/** Onto a device where nobody has joined. */
export function leave(): void {
  Object.assign(Dexie.dependencies, newIndexedDb());
  forgetSession();
}

/** From now on no database can be opened. @returns ends it */
export function failOpening(): () => void {
  const opening = vi.spyOn(Dexie.dependencies.indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });
  return () => opening.mockRestore();
}
