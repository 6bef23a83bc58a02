// A live query needs the global one.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { JoinFormProps } from '../../../components/join/join-props.ts';
import type { Session } from '../../../entrypoints/browser/session.ts';
import { PROTOCOL_HEADER } from '../../../protocol/version.ts';
import { addAccount, currentAccount, openRegistry, type Registry } from '../../../storage/accounts.ts';
import { openDatabase } from '../../../storage/database.ts';
import { department, NOW, submitter } from '../../desk/samples.ts';
import { newIndexedDb, QUEUE, tokens } from '../../storage/device.ts';

const { openSession, openDeviceRegistry, announceAccountChange, run } = vi.hoisted(() => ({
  openSession: vi.fn(),
  openDeviceRegistry: vi.fn(),
  announceAccountChange: vi.fn(),
  run: vi.fn(),
}));
vi.mock('../../../entrypoints/browser/session.ts', () => ({ openSession, openDeviceRegistry, forgetSession: vi.fn() }));
vi.mock('../../../entrypoints/browser/session-sync.ts', () => ({ syncOf: () => ({ run }) }));
const { allowSignIn, showSignIn } = vi.hoisted(() => ({ allowSignIn: vi.fn(), showSignIn: vi.fn() }));
vi.mock('../../../entrypoints/browser/company-account.ts', () => ({
  allowSignIn,
  showSignIn,
  signInRedirect: () => 'https://abc.chromiumapp.org/signed-in',
}));
vi.mock('../../../entrypoints/browser/account-change.ts', () => ({ announceAccountChange }));

const { startJoining } = await import('../../../entrypoints/browser/joining.ts');

const LINK = 'https://queue.example:8443/join#ABCD-2345-EFGH-6789';
const TOKEN = 'b'.repeat(43);
const queue = { ...QUEUE, protocol: { newest: 1, oldest: 1 }, signIn: false };

/** The queue of these tests, wherever it is asked; hears what is sent to it. */
let sent: string[];
let registry: Registry;
beforeEach(() => {
  vi.resetAllMocks();
  sent = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push(`${init.method} ${url}`);
    const answer = init.method === 'POST' ? { tokens: tokens('b'), queue, person: submitter } : queue;
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
function open(invitation = '', known: string | null = null) {
  const seen: { form: JoinFormProps | null; session: Session | null } = { form: null, session: null };
  startJoining(
    invitation,
    known,
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
  await expect.poll(() => page.session?.account.tokens?.access).toBe(TOKEN);
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
  await expect.poll(() => page.session?.account.tokens?.access).toBe(TOKEN);
});

test('the account is kept, so it counts even if its first rows do not come', async () => {
  run.mockRejectedValue(new Error('no room for the plan'));
  const page = open(LINK);
  page.form?.onJoin();
  await expect.poll(() => page.session?.account.tokens?.access).toBe(TOKEN);
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
  const joined = { tokens: tokens(), queue, person: submitter };
  const known = await addAccount(registry, 'https://known.example', joined, NOW);
  const page = open(LINK);
  page.form?.onJoin();
  await expect.poll(() => page.form).toMatchObject({ joining: false, problem: 'other_address' });
  expect([codesSent(), await currentAccount(registry)]).toEqual([[], known]);
});

test('[VI3] one that shows its borrowed ids only in the answer takes over nothing either', async () => {
  const joined = { tokens: tokens(), queue, person: submitter };
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

test('a code alone asked for the address; the whole link, pasted then, needs no such field and joins', async () => {
  const seen = open();
  seen.form?.onChange({ invitation: 'ABCD-2345-EFGH-6789' });
  seen.form?.onJoin();
  await expect.poll(() => seen.form?.problem).toBe('address_missing');
  seen.form?.onChange({ invitation: LINK });
  expect(seen.form).toMatchObject({ asksAddress: false, problem: null });
  seen.form?.onJoin();
  await expect.poll(() => seen.session?.account.queueUrl).toBe('https://queue.example:8443');
});

test('the whole link in the field for the address joins as well', async () => {
  const seen = open();
  seen.form?.onChange({ invitation: 'ABCD-2345-EFGH-6789' });
  seen.form?.onJoin();
  await expect.poll(() => seen.form?.asksAddress).toBe(true);
  seen.form?.onChange({ address: LINK });
  await expect.poll(() => seen.form?.queueName).toBe('Nordwerk');
  seen.form?.onJoin();
  await expect.poll(() => seen.session?.account.queueUrl).toBe('https://queue.example:8443');
});

const OFFERS = { ...queue, signIn: true };
const QUEUE_URL = 'https://queue.example:8443';

/** The queue offers the company account. @param offers what it says of itself, else that it is not there */
function offering(offers: object | null = OFFERS): void {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push(`${init.method} ${url}`);
    if (offers === null) throw new TypeError('Failed to fetch');
    const answer = init.method === 'POST' ? { tokens: tokens('b'), queue: offers, person: submitter } : offers;
    return Response.json(answer, { headers: { [PROTOCOL_HEADER]: '1' } });
  });
  allowSignIn.mockResolvedValue(true);
}
/** The provider and the queue send the browser back with this. */
const answering = (query: (state: string) => string | null) =>
  showSignIn.mockImplementation(async (address: string) => {
    const said = query(new URL(address).searchParams.get('state') ?? '');
    return said === null ? null : `https://abc.chromiumapp.org/signed-in?${said}&iss=${encodeURIComponent(QUEUE_URL)}`;
  });

async function openOffered() {
  const page = open();
  page.form?.onChange({ invitation: QUEUE_URL });
  await expect.poll(() => page.form?.offersSignIn).toBe(true);
  return page;
}

test('[SI6] the address of a queue that takes the company account offers it, and the answer becomes an account', async () => {
  offering();
  answering((state) => `state=${state}&code=${'c'.repeat(43)}`);
  const page = await openOffered();
  expect(page.form).toMatchObject({ queueName: 'Nordwerk', queueHost: 'queue.example:8443' });
  page.form?.onSignIn();
  expect(allowSignIn).toHaveBeenCalledOnce(); // In the turn of the click.
  await expect.poll(() => page.session?.account.tokens?.access).toBe(TOKEN);
  expect(codesSent()).toEqual([`POST ${QUEUE_URL}/v1/session/sign-in`]);
});

test.each([
  ['cancelled', () => null],
  ['refused', (state: string) => `state=${state}&error=refused`],
  ['provider_down', (state: string) => `state=${state}&error=provider_down`],
  ['wrong_answer', () => `state=another&code=${'c'.repeat(43)}`],
])('[SI6] %s is said, and nobody is signed in', async (kind, query) => {
  offering();
  answering(query);
  const page = await openOffered();
  page.form?.onSignIn();
  await expect.poll(() => page.form).toMatchObject({ signingIn: false, problem: kind });
  expect([codesSent(), await currentAccount(registry)]).toEqual([[], null]);
});

test('[SI6] who does not allow the window, or is offline, is told so', async () => {
  offering();
  const page = await openOffered();
  allowSignIn.mockResolvedValue(false);
  page.form?.onSignIn();
  await expect.poll(() => page.form?.problem).toBe('cancelled');
  offering(null);
  page.form?.onSignIn();
  await expect.poll(() => page.form?.problem).toBe('unreachable');
  expect(showSignIn).not.toHaveBeenCalled();
});

test('an address where no queue is, or one that takes no company account, is said to be so', async () => {
  offering({ ...OFFERS, signIn: false });
  const page = open();
  page.form?.onChange({ invitation: QUEUE_URL });
  page.form?.onJoin();
  await expect.poll(() => page.form?.problem).toBe('no_sign_in');
  vi.stubGlobal('fetch', async () => new Response('<html>'));
  page.form?.onJoin();
  await expect.poll(() => page.form?.problem).toBe('not_a_queue');
});

test.each([true, false])(
  'a link whose code was cut says so, company account or not (%j), and nothing is sent',
  async (signIn) => {
    offering({ ...OFFERS, signIn });
    const page = open(LINK.slice(0, -6));
    await expect.poll(() => page.form?.queueName).toBe('Nordwerk');
    expect(page.form?.offersSignIn).toBe(false);
    page.form?.onJoin();
    await expect.poll(() => page.form?.problem).toBe('code_malformed');
    expect([codesSent(), page.form?.asksAddress]).toEqual([[], false]);
  },
);

test.each(['/join', '/join#'].flatMap((end) => [true, false].map((signIn) => [end, signIn] as const)))(
  'a link that ends in %s says that its code is missing, company account or not (%j)',
  async (end, signIn) => {
    offering({ ...OFFERS, signIn });
    const page = open(`${QUEUE_URL}${end}`);
    await expect.poll(() => page.form).toMatchObject({ problem: 'code_missing', offersSignIn: signIn });
    page.form?.onJoin();
    expect(page.form?.problem).toBeNull();
    await expect.poll(() => page.form?.problem).toBe('code_missing');
    expect(codesSent()).toEqual([]);
    page.form?.onChange({ invitation: `${QUEUE_URL}/join#` });
    expect(page.form?.problem).toBeNull();
  },
);

test('a link that was cut within its page is incomplete, unless a queue is there', async () => {
  const beside = { kind: 'unknown', title: 'Nothing is here' };
  vi.stubGlobal('fetch', async () => Response.json(beside, { status: 404, headers: { [PROTOCOL_HEADER]: '1' } }));
  const page = open(`${QUEUE_URL}/jo`);
  page.form?.onJoin();
  await expect.poll(() => page.form).toMatchObject({ problem: 'code_missing', joining: false });
  page.form?.onChange({ invitation: `${QUEUE_URL}/themen` });
  page.form?.onJoin();
  await expect.poll(() => page.form?.problem).toBe('not_a_queue');
  offering();
  page.form?.onChange({ invitation: `${QUEUE_URL}/jo` });
  await expect.poll(() => page.form).toMatchObject({ offersSignIn: true, problem: null });
});

test('an empty field says what is missing, and nobody is asked', async () => {
  const page = open();
  page.form?.onJoin();
  expect(page.form).toMatchObject({ problem: 'invitation_missing', joining: false });
  page.form?.onChange({ invitation: 'ABCD-2345-EFGH-6789' });
  expect(page.form?.problem).toBeNull();
  page.form?.onJoin();
  await expect.poll(() => page.form?.asksAddress).toBe(true);
  page.form?.onChange({ address: ' ' });
  page.form?.onJoin();
  expect(page.form).toMatchObject({ problem: 'address_missing', joining: false });
  expect(sent).toEqual([]);
});

test('whoever was signed in before finds the address there, if that is all that it takes', async () => {
  offering();
  const page = open('', QUEUE_URL);
  await expect.poll(() => page.form).toMatchObject({ invitation: QUEUE_URL, offersSignIn: true });
  offering({ ...OFFERS, signIn: false });
  const other = open('', QUEUE_URL);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(other.form?.invitation).toBe('');
});
