// A live query needs the global one.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { JoinFormProps } from '../../../components/join/join-props.ts';
import type { Session } from '../../../entrypoints/browser/session.ts';
import { PROTOCOL_HEADER } from '../../../protocol/version.ts';
import { addAccount, currentAccount, openRegistry, type Registry } from '../../../storage/accounts.ts';
import { openDatabase } from '../../../storage/database.ts';
import { department, NOW, submitter } from '../../desk/samples.ts';
import { newIndexedDb, QUEUE } from '../../storage/device.ts';

const { openSession, openDeviceRegistry, announceAccountChange, run } = vi.hoisted(() => ({
  openSession: vi.fn(),
  openDeviceRegistry: vi.fn(),
  announceAccountChange: vi.fn(),
  run: vi.fn(),
}));
vi.mock('../../../entrypoints/browser/session.ts', () => ({ openSession, openDeviceRegistry, forgetSession: vi.fn() }));
vi.mock('../../../entrypoints/browser/session-sync.ts', () => ({ syncOf: () => ({ run }) }));
vi.mock('../../../entrypoints/browser/account-change.ts', () => ({ announceAccountChange }));

const { startJoining } = await import('../../../entrypoints/browser/joining.ts');

const LINK = 'https://queue.example:8443/join#ABCD-2345-EFGH-6789';
const TOKEN = 'b'.repeat(43);
const queue = { ...QUEUE, protocol: { newest: 1, oldest: 1 } };

/** The queue of these tests, wherever it is asked; hears what is sent to it. */
let sent: string[];
let registry: Registry;
beforeEach(() => {
  vi.resetAllMocks();
  sent = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push(`${init.method} ${url}`);
    const answer = init.method === 'POST' ? { token: TOKEN, queue, person: submitter } : queue;
    return Response.json(answer, { headers: { [PROTOCOL_HEADER]: '1' } });
  });
  const indexedDb = newIndexedDb();
  registry = openRegistry(indexedDb);
  openDeviceRegistry.mockResolvedValue(registry);
  openSession.mockImplementation(async () => {
    const account = await currentAccount(registry);
    return account === null ? null : { registry, account, db: openDatabase(account, indexedDb) };
  });
  run.mockResolvedValue({});
});
afterEach(() => vi.unstubAllGlobals());

/** The form as it stands now, and the session once somebody joined. */
function open(invitation = '') {
  const seen: { form: JoinFormProps | null; session: Session | null } = { form: null, session: null };
  startJoining(
    invitation,
    (form) => {
      seen.form = form;
    },
    (session) => {
      seen.session = session;
    },
  );
  return seen;
}
const codesSent = () => sent.filter((one) => one.startsWith('POST'));

test('an invitation that came with the page is named, by queue and host, and not used', async () => {
  const page = open(LINK);
  expect(page.form).toMatchObject({ invitation: LINK, queueHost: 'queue.example:8443', joining: false });
  await expect.poll(() => page.form?.queueName).toBe('Nordwerk');
  expect([codesSent(), page.form?.joining, await currentAccount(registry)]).toEqual([[], false, null]);

  page.form?.onJoin();
  await expect.poll(() => page.session?.account.token).toBe(TOKEN);
  expect(codesSent()).toHaveLength(1);
});

test('the host is that of the invitation in the field, and gone with it', async () => {
  const page = open();
  expect(page.form?.queueHost).toBeNull();
  page.form?.onChange({ invitation: LINK });
  expect(page.form?.queueHost).toBe('queue.example:8443');
  page.form?.onChange({ invitation: LINK.slice(0, -1) });
  expect(page.form).toMatchObject({ queueHost: null, queueName: null });
});

test('everybody hears of the new account before its first rows are fetched', async () => {
  const rows = Promise.withResolvers<object>();
  run.mockReturnValue(rows.promise);
  const page = open(LINK);
  page.form?.onJoin();
  await expect.poll(() => run.mock.calls.length).toBe(1);
  expect(announceAccountChange).toHaveBeenCalledOnce();
  expect([page.form?.joining, page.session]).toEqual([true, null]);
  rows.resolve({});
  await expect.poll(() => page.session).not.toBeNull();
});

test('a person has joined once the departments are here; the rest of a large queue comes later', async () => {
  run.mockReturnValue(new Promise(() => undefined));
  const page = open(LINK);
  page.form?.onJoin();
  await expect.poll(() => run.mock.calls.length).toBe(1);
  expect(page.session).toBeNull();
  const session: Session = await openSession();
  await session.db.departments.put(department());
  await expect.poll(() => page.session?.account.token).toBe(TOKEN);
});

test('the account is kept, so it counts even if its first rows do not come', async () => {
  run.mockRejectedValue(new Error('no room for the plan'));
  const page = open(LINK);
  page.form?.onJoin();
  await expect.poll(() => page.session?.account.token).toBe(TOKEN);
});

test('what fails says so and leaves the form ready for another try', async () => {
  openDeviceRegistry.mockRejectedValueOnce(new Error('the disk is gone'));
  const page = open(LINK);
  page.form?.onJoin();
  await expect.poll(() => page.form).toMatchObject({ joining: false, problem: 'failed', invitation: LINK });
  page.form?.onJoin();
  await expect.poll(() => page.session).not.toBeNull();
});

test('[VI3] a queue that is known at another address is refused before it gets the code', async () => {
  const joined = { token: 'a'.repeat(43), queue, person: submitter };
  const known = await addAccount(registry, 'https://known.example', joined, NOW);
  const page = open(LINK);
  page.form?.onJoin();
  await expect.poll(() => page.form).toMatchObject({ joining: false, problem: 'other_address' });
  expect([codesSent(), await currentAccount(registry)]).toEqual([[], known]);
});

test('[VI3] one that shows its borrowed ids only in the answer takes over nothing either', async () => {
  const joined = { token: 'a'.repeat(43), queue, person: submitter };
  const known = await addAccount(registry, 'https://known.example', joined, NOW);
  const honest = fetch;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) =>
    init.method === 'POST'
      ? honest(url, init)
      : Response.json({ ...queue, id: crypto.randomUUID() }, { headers: { [PROTOCOL_HEADER]: '1' } }),
  );
  const page = open(LINK);
  page.form?.onJoin();
  await expect.poll(() => page.form).toMatchObject({ joining: false, problem: 'other_address' });
  expect(await currentAccount(registry)).toEqual(known);
  expect(announceAccountChange).not.toHaveBeenCalled();
});

test('a code read out on the phone joins once the address of its queue is typed beside it', async () => {
  const seen = open();
  seen.form?.onChange({ invitation: 'abcd 2345 efgh 6789' });
  seen.form?.onJoin();
  await expect.poll(() => seen.form).toMatchObject({ problem: 'address_missing', asksAddress: true, joining: false });
  expect(sent).toEqual([]);
  seen.form?.onChange({ address: 'queue.example:8443' });
  seen.form?.onJoin();
  await expect.poll(() => seen.session?.account.queueUrl).toBe('https://queue.example:8443');
});
