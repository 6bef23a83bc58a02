/** The queue as a client of a real OpenID provider. */
import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { ROUTES } from '../../../protocol/routes.ts';
import { type JoinResponse, joinResponseSchema, type Tokens, tokensSchema } from '../../../protocol/session.ts';
import { createApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { WRONG_CODES } from '../../../server/routes/session.ts';
import { findPerson } from '../../../server/rows/people.ts';
import { ASK_EVERY_MS, HOLDS_AT_MOST_MS } from '../../../server/sign-in/ask-provider.ts';
import type { Store } from '../../../server/store/store.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { STRATEGY } from '../queue.ts';
import { openTestStore } from '../test-store.ts';
import { CLIENT, type CompanyProvider, startCompanyProvider } from './company-provider.ts';

const PUBLIC = 'https://themen.nordwerk.example';
const REDIRECT = 'https://iemilmdnpanmacikjpnbhblkcfpclfkl.chromiumapp.org/signed-in';

const SIGN_IN = `
signIn:
  accountClaim: email
  groups:
    redaktion: { roles: [editor], departmentId: comms }
    sport: { roles: [contact], departmentId: hr }
    technik: { departmentId: it }
`;
const ACCOUNTS = STRATEGY.replace('hanna: { name', 'hanna: { account: Hanna.Voss@nordwerk.example, name');

let company: CompanyProvider;
let store: Store;
let app: ReturnType<typeof createApp>;
let log: string[];
/** How far the queue's clock is from the provider's. */
let ahead: number;

const clock = () => Date.now() + ahead;
const strategy = (text: string) => applyStrategy(store, readStrategy(text));

beforeEach(async () => {
  ahead = 0;
  log = [];
  company = await startCompanyProvider(`${PUBLIC}/sign-in/callback`);
  store = await openTestStore(Date.now());
  await strategy(ACCOUNTS + SIGN_IN);
  app = openApp();
});
afterEach(async () => {
  await company.stop();
  await store.close();
});

function openApp(more: Record<string, string> = {}) {
  const config = readConfig({
    CLIPDESK_PUBLIC_URL: PUBLIC,
    CLIPDESK_SIGN_IN_ISSUER: company.issuer,
    CLIPDESK_SIGN_IN_CLIENT_ID: CLIENT.id,
    CLIPDESK_SIGN_IN_SECRET: CLIENT.secret,
    ...more,
  });
  return createApp({ store, config, clock, log: createLog('debug', { write: (line: string) => void log.push(line) }) });
}

/** What the extension holds of its question. */
const question = () => {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return { verifier, challenge, state: randomBytes(16).toString('base64url') };
};
type Question = ReturnType<typeof question>;

/** Opens the queue's page as the extension does. */
const open = ({ challenge, state }: Question, redirect = REDIRECT) =>
  app.request(`/sign-in?${new URLSearchParams({ challenge, state, redirect })}`);
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';
const comeBack = async (location: string, cookie: string) =>
  new URL((await app.request(location.slice(PUBLIC.length), { headers: { cookie } })).headers.get('location') ?? '');

type Tamper = { begin?: (url: URL) => void; back?: (url: URL) => void };

/** Through all pages until the extension is answered. */
async function walk(login: string, asked = question(), { begin, back }: Tamper = {}): Promise<URL> {
  const opened = await open(asked);
  const page = new URL(opened.headers.get('location') ?? '');
  begin?.(page);
  const location = new URL(await company.walk(page.href, login));
  back?.(location);
  return comeBack(location.href, cookieOf(opened));
}

const post = (path: string, body: unknown, access?: string) =>
  app.request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(access === undefined ? {} : { authorization: `Bearer ${access}` }),
    },
    body: JSON.stringify(body),
  });
const redeem = (answer: URL, verifier: string) =>
  post(ROUTES.signIn, { code: answer.searchParams.get('code'), verifier, device: 'Firefox · Linux' });

async function signIn(login: string): Promise<JoinResponse> {
  const asked = question();
  const answer = await walk(login, asked);
  expect(answer.searchParams.get('state')).toBe(asked.state);
  const response = await redeem(answer, asked.verifier);
  expect(response.status).toBe(201);
  return joinResponseSchema.parse(await response.json());
}

const refreshing = ({ refresh }: Tokens) => post(ROUTES.refresh, { refresh });
const refresh = async (tokens: Tokens): Promise<Tokens> => tokensSchema.parse(await (await refreshing(tokens)).json());
const pull = async ({ access }: Tokens, cursor: unknown = null) => {
  const response = await post(ROUTES.pull, { protocol: 1, cursor, limit: 500 }, access);
  return { status: response.status, page: await response.json() };
};
const errorOf = (answer: URL) => answer.searchParams.get('error');

describe('who comes', () => {
  test('[SI6] the queue says that it offers the sign-in, and an answer of the provider becomes tokens', async () => {
    expect(await (await app.request(ROUTES.queue)).json()).toMatchObject({ signIn: true });
    const { person, tokens } = await signIn('kim-sub');
    expect(person).toMatchObject({ name: 'Kim Neu', roles: ['editor'], departmentId: 'comms' });
    expect((await pull(tokens)).status).toBe(200);
  });

  test('[SI8] the subject says who it is: another name and address is the same person, the same address another', async () => {
    const { person } = await signIn('kim-sub');
    company.employees.set('kim-sub', { name: 'Kim Alt', email: 'kim.alt@nordwerk.example', groups: [] });
    company.employees.set('new-sub', { name: 'Kim Neu', email: 'kim.neu@nordwerk.example', groups: [] });
    expect((await signIn('kim-sub')).person).toEqual({
      id: person.id,
      name: 'Kim Alt',
      roles: ['submitter'],
      departmentId: null,
    });
    expect((await signIn('new-sub')).person.id).not.toBe(person.id);
  });

  test('[SI8] a person of the strategy is linked once by their account, and has the roles of the strategy', async () => {
    company.employees.set('hanna-sub', {
      name: 'H. V.',
      email: 'hanna.voss@nordwerk.example',
      groups: ['redaktion'],
    });
    const { person } = await signIn('hanna-sub');
    expect(person).toEqual({ id: 'hanna', name: 'Hanna Voss', roles: ['submitter'], departmentId: 'hr' });
    // The address went to somebody else, who is not Hanna.
    company.employees.set('other-sub', { name: 'Hanna Voss', email: 'hanna.voss@nordwerk.example', groups: [] });
    expect(errorOf(await walk('other-sub'))).toBe('refused');
    expect((await signIn('hanna-sub')).person.id).toBe('hanna');
  });

  test('[SI9] groups give roles and department; whom none maps is a submitter, or refused', async () => {
    company.employees.set('many-sub', { name: 'M', email: 'm@x.example', groups: ['sport', 'technik', 'redaktion'] });
    const { person } = await signIn('many-sub');
    expect([person.roles.toSorted(), person.departmentId]).toEqual([['contact', 'editor', 'submitter'], 'comms']);
    company.employees.set('none-sub', { name: 'N', email: 'n@x.example', groups: [] });
    expect((await signIn('none-sub')).person).toMatchObject({ roles: ['submitter'], departmentId: null });
    await strategy(`${ACCOUNTS + SIGN_IN}  unmapped: refused\n`);
    expect(errorOf(await walk('none-sub'))).toBe('refused');
  });

  test('whoever came with the company account stays when a strategy is applied', async () => {
    const { tokens } = await signIn('kim-sub');
    await strategy(ACCOUNTS + SIGN_IN);
    expect((await pull(tokens)).status).toBe(200);
  });
});

describe('what is not believed', () => {
  test.each<[string, Tamper]>([
    ['another state', { back: (url) => url.searchParams.set('state', 'x'.repeat(43)) }],
    ['no state', { back: (url) => url.searchParams.delete('state') }],
    ['another nonce', { begin: (url) => url.searchParams.set('nonce', 'somebody else’s') }],
    ['another issuer', { back: (url) => url.searchParams.set('iss', 'https://elsewhere.example') }],
    ['a code that is not the provider’s', { back: (url) => url.searchParams.set('code', 'x'.repeat(43)) }],
  ])('[SI6] %s: nobody is signed in, and the extension hears why', async (_what, tamper) => {
    const answer = await walk('kim-sub', question(), tamper);
    expect(answer.searchParams.has('code')).toBe(false);
    expect(errorOf(answer)).toBe('wrong_answer');
    expect(await store.read((sql) => sql.all('SELECT 1 FROM sign_in_code'))).toEqual([]);
  });

  test('[SI6] another browser than the one that began finishes nothing', async () => {
    const [mine, theirs] = [await open(question()), await open(question())];
    const location = await company.walk(mine.headers.get('location') ?? '', 'kim-sub');
    expect(errorOf(await comeBack(location, cookieOf(theirs)))).toBe('wrong_answer');
    const without = await app.request(location.slice(PUBLIC.length));
    expect([without.status, await without.text()]).toEqual([400, expect.stringContaining('belongs to no Clipdesk')]);
  });

  test('[SI6] only extensions that are known are answered', async () => {
    for (const redirect of [
      'https://evil.example/signed-in',
      `blob:${REDIRECT}`,
      `http:${REDIRECT.slice('https:'.length)}`,
      'https://aaaaaaaaaaaaaaaa.chromiumapp.org/signed-in',
    ])
      expect((await open(question(), redirect)).status).toBe(400);
    expect((await app.request('/sign-in')).status).toBe(400);
    const carried = { ...question(), redirect: `blob:${REDIRECT}`, secret: 'x'.repeat(43) };
    const cookie = `clipdesk-sign-in=${Buffer.from(JSON.stringify(carried)).toString('base64url')}`;
    expect((await app.request('/sign-in/callback?code=x', { headers: { cookie } })).status).toBe(400);
  });

  test('[SI13] the queue says with every answer that it is the one, whatever the address says that it answers to', async () => {
    const asked = question();
    const opened = await open(asked, `${REDIRECT}?iss=https://evil.example`);
    const location = await company.walk(opened.headers.get('location') ?? '', 'kim-sub');
    const answer = await comeBack(location, cookieOf(opened));
    expect([answer.searchParams.has('code'), answer.searchParams.getAll('iss')]).toEqual([true, [PUBLIC]]);
    const failed = await walk('kim-sub', question(), { back: (url) => url.searchParams.delete('state') });
    expect([errorOf(failed), failed.searchParams.getAll('iss')]).toEqual(['wrong_answer', [PUBLIC]]);
  });

  test('[SI15] whoever makes cookies and codes of their own soon asks the provider nothing', async () => {
    const asked = vi.spyOn(globalThis, 'fetch');
    onTestFinished(() => asked.mockRestore());
    for (let times = 0; times < WRONG_CODES.allowed + 5; times += 1) {
      const opened = await open(question());
      const { state } = Object.fromEntries(new URL(opened.headers.get('location') ?? '').searchParams);
      const back = new URLSearchParams({ code: 'of my own', state: state ?? '', iss: company.issuer });
      const answer = await comeBack(`${PUBLIC}/sign-in/callback?${back}`, cookieOf(opened));
      expect(errorOf(answer)).toBe('wrong_answer');
    }
    const posts = asked.mock.calls.filter(([, init]) => init?.method === 'POST');
    expect(posts).toHaveLength(WRONG_CODES.allowed);
    ahead += WRONG_CODES.windowMs;
    await signIn('kim-sub');
  });

  test('the page of a sign-in that failed finds its style at both addresses', async () => {
    const begun = await (await app.request('/sign-in')).text();
    const came = await (await app.request('/sign-in/callback')).text();
    expect([begun, came].map((page) => /href="([^"]*page\.css)"/.exec(page)?.[1])).toEqual(['page.css', '../page.css']);
  });

  test('[SI6] an issuer that names itself otherwise is none', async () => {
    app = openApp({ CLIPDESK_SIGN_IN_ISSUER: company.issuer.replace('127.0.0.1', 'localhost') });
    const answer = new URL((await open(question())).headers.get('location') ?? '');
    expect(errorOf(answer)).toBe('wrong_answer');
  });

  test('[SI6] the person who goes no further at the provider is told so, and so is everybody while it is away', async () => {
    const opened = await open(question());
    const { state } = Object.fromEntries(new URL(opened.headers.get('location') ?? '').searchParams);
    const back = new URLSearchParams({ error: 'access_denied', state: state ?? '', iss: company.issuer });
    expect(errorOf(await comeBack(`${PUBLIC}/sign-in/callback?${back}`, cookieOf(opened)))).toBe('cancelled');
    app = openApp();
    company.setDown(true);
    expect(errorOf(new URL((await open(question())).headers.get('location') ?? ''))).toBe('provider_down');
    company.setDown(false);
    await signIn('kim-sub');
  });

  test('[SI6] keys that the provider changed are read anew', async () => {
    await signIn('kim-sub');
    await company.rotateKeys();
    expect((await signIn('kim-sub')).person.name).toBe('Kim Neu');
  });

  test.each([
    [-45_000, true],
    [45_000, true],
    // Behind: what the provider said is not too old by it. Far ahead: everything it says is.
    [-600_000, true],
    [8 * 86_400_000, false],
  ])('[SI6] a queue whose clock is off by %i ms: let in %o', async (off, isIn) => {
    ahead = off;
    const answer = await walk('kim-sub');
    expect([answer.searchParams.has('code'), errorOf(answer)]).toEqual(isIn ? [true, null] : [false, 'wrong_answer']);
  });
});

describe('a code', () => {
  test('[SI7] is good for its verifier alone, for two minutes', async () => {
    const asked = question();
    const answer = await walk('kim-sub', asked);
    expect((await redeem(answer, question().verifier)).status).toBe(404);
    expect((await redeem(answer, asked.verifier)).status).toBe(201);
    const late = question();
    const slow = await walk('kim-sub', late);
    ahead += 120_000;
    expect((await redeem(slow, late.verifier)).status).toBe(404);
  });

  test('[SI7] says the same while its answer was lost, and nothing once that was used', async () => {
    const asked = question();
    const answer = await walk('kim-sub', asked);
    const [lost, again] = [await redeem(answer, asked.verifier), await redeem(answer, asked.verifier)];
    const { tokens } = await lost.json();
    expect((await again.json()).tokens).toEqual(tokens);
    expect(await store.read((sql) => sql.all('SELECT person_id FROM device'))).toHaveLength(1);
    await refresh(await refresh(tokens));
    expect((await redeem(answer, asked.verifier)).status).toBe(410);
  });

  test('[SI4] neither codes nor tokens are in the log or the database, of the provider nothing that can be read', async () => {
    const seen: string[] = [];
    const original = globalThis.fetch;
    vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
      const response = await original(...request);
      const text = await response.clone().text();
      for (const [, secret] of text.matchAll(/"(?:access|refresh|id)_token":"([^"]+)"/g)) seen.push(secret ?? '');
      return response;
    });
    const asked = question();
    const answer = await walk('kim-sub', asked);
    const { tokens } = await (await redeem(answer, asked.verifier)).json();
    vi.unstubAllGlobals();
    expect(seen.length).toBeGreaterThanOrEqual(2);
    const tables = await store.tables();
    const rows = await store.read((sql) => Promise.all(tables.map(({ name }) => sql.all(`SELECT * FROM ${name}`))));
    const kept = JSON.stringify(rows) + log.join('');
    const secrets = [
      ...seen,
      tokens.access,
      tokens.refresh,
      answer.searchParams.get('code'),
      asked.verifier,
      CLIENT.secret,
    ];
    for (const secret of secrets) expect(kept).not.toContain(secret);
    expect(kept).not.toContain(answer.searchParams.get('state'));
  });
});

describe('afterwards', () => {
  // Time goes on for the provider too.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());
  const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

  test('[SI9] other groups are other roles after the next question to the provider, and the next pull is a reset', async () => {
    const { tokens, person } = await signIn('kim-sub');
    const { page } = await pull(tokens);
    company.employees.set('kim-sub', { name: 'Kim Neu', email: 'kim.neu@nordwerk.example', groups: ['technik'] });
    later(ASK_EVERY_MS);
    const next = await refresh(tokens);
    const after = await pull(next, page.cursor);
    expect(after.page.reset).toBe(true);
    const rows = after.page.changes.filter(({ kind }: { kind: string }) => kind === 'person');
    expect(rows).toMatchObject([{ id: person.id, row: { roles: ['submitter'], departmentId: 'it' } }]);
  });

  /** From now on the provider answers what `change` makes of it. */
  function changeAnswers(change: (url: string, response: Response) => Response | Promise<Response>): void {
    const original = globalThis.fetch;
    vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) =>
      change(String(request[0]), await original(...request)),
    );
    onTestFinished(() => void vi.unstubAllGlobals());
  }
  const withoutMembers = async (response: Response, ...names: string[]) => {
    const body = Object.entries<unknown>(await response.json()).filter(([name]) => !names.includes(name));
    return Response.json(Object.fromEntries(body), { status: response.status });
  };

  test('[SI9] an answer without an ID token that says nothing of groups and name changes nothing', async () => {
    const { tokens, person } = await signIn('kim-sub');
    changeAnswers((url, response) =>
      withoutMembers(response, 'id_token', ...(url.endsWith('/me') ? ['groups', 'name'] : [])),
    );
    later(ASK_EVERY_MS);
    const next = await refresh(tokens);
    const rows = (await pull(next)).page.changes.filter(({ kind }: { kind: string }) => kind === 'person');
    expect(rows).toMatchObject([{ id: person.id, row: { name: 'Kim Neu', roles: ['editor'], departmentId: 'comms' } }]);
    expect(await store.read((sql) => sql.all('SELECT verified_at FROM device'))).toEqual([{ verified_at: Date.now() }]);
  });

  test('[SI9] with an ID token, no groups are none', async () => {
    const { tokens } = await signIn('kim-sub');
    changeAnswers((url, response) => (url.endsWith('/me') ? withoutMembers(response, 'groups') : response));
    later(ASK_EVERY_MS);
    const { page } = await pull(await refresh(tokens));
    const rows = page.changes.filter(({ kind }: { kind: string }) => kind === 'person');
    expect(rows).toMatchObject([{ row: { roles: ['submitter'], departmentId: null } }]);
  });

  test('[SI10] somebody who was removed at the provider is out at the next question', async () => {
    const { tokens } = await signIn('kim-sub');
    company.employees.delete('kim-sub');
    const still = await refresh(tokens);
    expect((await pull(still)).status).toBe(200);
    later(ASK_EVERY_MS);
    expect((await refreshing(still)).status).toBe(401);
    expect((await pull(still)).status).toBe(401);
  });

  test.each([401, 403])(
    '[SI10] a provider that says %i to what it has just given wants the person no more',
    async (status) => {
      const { tokens } = await signIn('kim-sub');
      const headers = status === 401 ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {};
      changeAnswers((url, response) => (url.endsWith('/me') ? new Response('no', { status, headers }) : response));
      later(ASK_EVERY_MS);
      expect((await refreshing(tokens)).status).toBe(401);
      expect((await pull(tokens)).status).toBe(401);
    },
  );

  test('[SI10] a queue whose provider was taken out of its settings signs devices out after a day, and locks none', async () => {
    const { tokens } = await signIn('kim-sub');
    app = createApp({ store, config: readConfig({}), clock, log: createLog('silent') });
    later(ASK_EVERY_MS);
    const still = await refresh(tokens);
    later(HOLDS_AT_MOST_MS - ASK_EVERY_MS);
    expect((await refreshing(still)).status).toBe(401);
    expect(await store.read((sql) => sql.all('SELECT revoked_because FROM device'))).toEqual([
      { revoked_because: 'provider' },
    ]);
  });

  /** What everybody sees of a person; null: that they are nobody's colleague. */
  const colleague = async (id: string) => {
    const { tokens } = await signIn('ole-sub');
    const { page } = await pull(tokens);
    const found = page.changes.filter(
      (change: { kind: string; id: string }) => change.kind === 'colleague' && change.id === id,
    );
    return found.at(-1)?.row ?? null;
  };

  /** Why each device of a person has no access any more; null: it has. */
  const devicesOf = async (id: string) => {
    const rows = await store.read((sql) =>
      sql.all<{ because: string | null }>(
        'SELECT revoked_because AS because FROM device WHERE person_id = $1 ORDER BY revoked_at IS NULL, joined_at',
        id,
      ),
    );
    return rows.map(({ because }) => because);
  };

  test.each<[string, ('provider' | null)[], () => Promise<unknown>, () => Promise<unknown>]>([
    [
      'removed at the provider',
      // A grant also ends by not being used: the other device is asked about when it comes itself.
      ['provider', null],
      async () => company.employees.delete('kim-sub'),
      async () =>
        company.employees.set('kim-sub', { name: 'Kim Neu', email: 'kim.neu@nordwerk.example', groups: ['redaktion'] }),
    ],
    [
      'in no group that lets them in',
      ['provider', 'provider'],
      () => strategy(`${ACCOUNTS}signIn: { unmapped: refused, groups: { sport: { roles: [contact] } } }\n`),
      () => strategy(ACCOUNTS + SIGN_IN),
    ],
  ])(
    '[SI14] whoever is %s is nobody’s colleague, on no device, until they are let in again',
    async (_who, devicesAtFirst, leave, comeAgain) => {
      const [one, other] = [await signIn('kim-sub'), await signIn('kim-sub')];
      const { id } = one.person;
      expect(await colleague(id)).toMatchObject({ roles: ['editor'] });
      await leave();
      later(ASK_EVERY_MS);
      expect((await refreshing(one.tokens)).status).toBe(401);
      expect(await devicesOf(id)).toEqual(devicesAtFirst);
      expect((await refreshing(other.tokens)).status).toBe(401);
      expect(await devicesOf(id)).toEqual(['provider', 'provider']);
      expect(await colleague(id)).toBeNull();
      await comeAgain();
      const again = await signIn('kim-sub');
      expect(again.person).toEqual(one.person);
      expect(await colleague(id)).toMatchObject({ roles: ['editor'] });
      expect([(await pull(again.tokens)).status, (await refreshing(other.tokens)).status]).toEqual([200, 401]);
    },
  );

  test('[SI14] whoever is refused at a sign-in is let go too; of a person of the strategy one device ends alone', async () => {
    const [kim, hanna] = [await signIn('kim-sub'), await signIn('hanna-sub')];
    await signIn('hanna-sub');
    await strategy(`${ACCOUNTS}signIn: { unmapped: refused }\n`);
    expect(errorOf(await walk('kim-sub'))).toBe('refused');
    expect((await pull(kim.tokens)).status).toBe(401);
    company.employees.delete('hanna-sub');
    later(ASK_EVERY_MS);
    expect((await refreshing(hanna.tokens)).status).toBe(401);
    expect(await store.read((sql) => findPerson(sql, 'hanna'))).toMatchObject({ active: true });
    expect(await devicesOf('hanna')).toEqual(['provider', null]);
  });

  test('[SI10] nobody is out because the provider is away, for a day', async () => {
    const { tokens } = await signIn('kim-sub');
    company.setDown(true);
    later(ASK_EVERY_MS);
    const still = await refresh(tokens);
    later(HOLDS_AT_MOST_MS - ASK_EVERY_MS);
    const refused = await refreshing(still);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
    company.setDown(false);
    expect((await pull(await refresh(still))).status).toBe(200);
  });

  test('[SI10] the provider is asked again hour after hour, with what it gave last', async () => {
    let { tokens } = await signIn('kim-sub');
    for (let hour = 0; hour < 4; hour += 1) {
      later(ASK_EVERY_MS);
      const [one, two] = await Promise.all([refresh(tokens), refresh(tokens)]);
      expect(one).toEqual(two);
      tokens = one;
      const asked = await store.read((sql) => sql.all('SELECT verified_at FROM device'));
      expect(asked).toEqual([{ verified_at: Date.now() }]);
    }
    expect((await pull(tokens)).status).toBe(200);
  });

  test('a queue without a provider offers none', async () => {
    app = createApp({ store, config: readConfig({}), clock, log: createLog('silent') });
    expect(await (await app.request(ROUTES.queue)).json()).toMatchObject({ signIn: false });
    expect((await open(question())).status).toBe(404);
  });
});
