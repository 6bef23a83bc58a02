import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Session } from '../../../entrypoints/browser/session.ts';
import { ROUTES } from '../../../protocol/routes.ts';
import { PROTOCOL_HEADER } from '../../../protocol/version.ts';
import { addAccount, currentAccount, openRegistry } from '../../../storage/accounts.ts';
import { openDatabase } from '../../../storage/database.ts';
import { readMeta } from '../../../storage/meta.ts';
import { unsentCount } from '../../../storage/outbox.ts';
import { submitter, topic } from '../../desk/samples.ts';
import { saveOne } from '../../storage/acts.ts';
import { newIndexedDb, page, QUEUE, tokens } from '../../storage/device.ts';

const { announceAccountChange } = vi.hoisted(() => ({ announceAccountChange: vi.fn() }));
vi.mock('../../../entrypoints/browser/account-change.ts', () => ({ announceAccountChange }));

const { leaveAccount } = await import('../../../entrypoints/browser/leaving.ts');
const { syncOf } = await import('../../../entrypoints/browser/session-sync.ts');

const answer = (body: object | null, status = 200) =>
  new Response(body === null ? null : JSON.stringify(body), { status, headers: { [PROTOCOL_HEADER]: '1' } });
const row = topic();
const colleagues = page([{ kind: 'topic', id: row.id, row }], { seq: 5 });

/** What reached the queue, and how it answers. */
let asked: string[];
let queue: (route: string) => Promise<Response>;
beforeEach(() => {
  announceAccountChange.mockReset();
  asked = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const route = `${init.method} ${new URL(url).pathname}`;
    asked.push(route);
    return queue(route);
  });
});
afterEach(() => vi.unstubAllGlobals());

/** The same account in two windows, with one clip that was not sent. */
async function windows(): Promise<[Session, Session]> {
  const indexedDb = newIndexedDb();
  const registry = openRegistry(indexedDb);
  const joined = {
    tokens: tokens(),
    person: submitter,
    queue: { ...QUEUE, protocol: { newest: 1, oldest: 1 }, signIn: false },
  };
  const account = await addAccount(registry, 'https://queue.example', joined, Date.now());
  const window = () => ({ registry, account, db: openDatabase(account, indexedDb) });
  const both: [Session, Session] = [window(), window()];
  await saveOne(both[0].db);
  return both;
}

test('[VI3] after a sign-out another window sends nothing and brings nothing back', async () => {
  const [here, there] = await windows();
  queue = async () => answer(null, 204);
  await leaveAccount(here);
  expect((await currentAccount(here.registry))?.tokens).toBeNull();
  expect(announceAccountChange).toHaveBeenCalledOnce();
  await expect(syncOf(there).run('asked')).rejects.toMatchObject({ kind: 'storage_closed' });
  expect(asked).toEqual([`DELETE ${ROUTES.session}`]);
  expect([await unsentCount(there.db), await there.db.topics.count()]).toEqual([1, 0]);
});

test('[VI3] nor does a flight that was in the air', async () => {
  const [here, there] = await windows();
  const pulling = Promise.withResolvers<void>();
  const pulled = Promise.withResolvers<Response>();
  queue = async (route) => {
    if (route.startsWith('DELETE')) throw new TypeError('Failed to fetch');
    if (route.endsWith(ROUTES.push)) return answer({ lastNumber: 1, seq: 4, refused: [] });
    pulling.resolve();
    return pulled.promise;
  };
  const flight = syncOf(there).run('act');
  await pulling.promise;
  // So that something stays, and with it the database.
  await saveOne(here.db, 'during the flight');
  const leaving = leaveAccount(here);
  // Time enough to forget everything, if it did not wait for the flight.
  await Promise.race([leaving, new Promise((resolve) => setTimeout(resolve, 200))]);
  expect((await currentAccount(here.registry))?.tokens).toBeNull();
  pulled.resolve(answer(colleagues));
  await flight.catch(() => undefined);
  await leaving;
  expect(await there.db.topics.count()).toBe(0);
  expect(await readMeta(there.db, 'cursor')).toBeNull();
  expect(await unsentCount(there.db)).toBe(1);
});

test('[VI3] a queue that does not answer does not keep the account here', async () => {
  const [here] = await windows();
  const silent = Promise.withResolvers<Response>();
  queue = () => silent.promise;
  const leaving = leaveAccount(here);
  await expect.poll(() => announceAccountChange.mock.calls.length).toBe(1);
  expect((await currentAccount(here.registry))?.tokens).toBeNull();
  silent.reject(new TypeError('Failed to fetch'));
  await leaving;
});
