import { beforeEach, expect, test, vi } from 'vitest';
import { StorageError } from '../../../storage/problems.ts';
import { SyncError } from '../../../sync/errors.ts';
import { createSync } from '../../../sync/sync-loop.ts';
import { NOW, submitter } from '../../desk/samples.ts';
import { saveOne } from '../../storage/acts.ts';
import { accountOf, newDatabase } from '../../storage/device.ts';
import { transport } from '../../sync/answers.ts';

const { alarms, forgetSession, openSession, syncOf, updateBadge } = vi.hoisted(() => ({
  alarms: { create: vi.fn(), clear: vi.fn() },
  forgetSession: vi.fn(),
  openSession: vi.fn(),
  syncOf: vi.fn(),
  updateBadge: vi.fn(),
}));
vi.mock('wxt/browser', () => ({ browser: { alarms } }));
vi.mock('../../../entrypoints/background/badge.ts', () => ({ updateBadge }));
vi.mock('../../../entrypoints/browser/session.ts', () => ({ openSession, forgetSession }));
vi.mock('../../../entrypoints/browser/session-sync.ts', () => ({ syncOf }));

const { syncNow } = await import('../../../entrypoints/background/sync.ts');

beforeEach(() => vi.resetAllMocks());

/** Names of the alarms that stand after a flight that met `problem`, with one clip waiting. */
async function alarmsAfter(problem: SyncError): Promise<string[]> {
  const standing = new Set<string>();
  alarms.create.mockImplementation(async (name: string) => standing.add(name));
  alarms.clear.mockImplementation(async (name: string) => standing.delete(name));
  const db = newDatabase();
  await saveOne(db);
  openSession.mockResolvedValue({ db, account: accountOf(submitter) });
  syncOf.mockReturnValue(
    createSync({
      db,
      transport: transport({ push: () => Promise.reject(problem) }),
      signedIn: async () => true,
      locks: navigator.locks,
      clock: () => NOW,
      random: () => 0.5,
      report: vi.fn(),
    }),
  );
  syncNow('act');
  // The badge is brought up to date before the flight, and last of all after it.
  await expect.poll(() => updateBadge.mock.calls.length).toBe(2);
  return [...standing];
}

test('[PU5] what waits and can be tried again has an alarm', async () => {
  expect(await alarmsAfter(new SyncError('unreachable'))).toEqual(['retry']);
});

test.each(['sign_in', 'update_extension', 'update_queue'] as const)(
  '[PU5] a pause (%s) leaves no alarm behind, although something waits',
  async (pause) => {
    expect(await alarmsAfter(new SyncError(pause))).toEqual([]);
  },
);

test('[VI3] an account that was left is not remembered; one that only failed is', async () => {
  openSession.mockResolvedValue({ db: newDatabase(), account: accountOf(submitter) });
  const run = vi.fn().mockRejectedValueOnce(new StorageError('storage_failed'));
  run.mockRejectedValueOnce(new StorageError('storage_closed'));
  syncOf.mockReturnValue({ run });
  syncNow('timer');
  await expect.poll(() => run.mock.calls.length).toBe(1);
  expect(forgetSession).not.toHaveBeenCalled();
  syncNow('timer');
  await expect.poll(() => forgetSession.mock.calls.length).toBe(1);
  expect(run).toHaveBeenCalledTimes(2);
});
