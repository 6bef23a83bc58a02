/** Signing in with the company account: who comes, what is not believed, what a code is worth. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ROUTES } from '../../../protocol/routes.ts';
import { WRONG_CODES } from '../../../server/routes/session.ts';
import { CLIENT } from './company-provider.ts';
import {
  ACCOUNTS,
  app,
  comeBack,
  company,
  cookieOf,
  errorOf,
  log,
  open,
  openApp,
  PUBLIC,
  pull,
  question,
  REDIRECT,
  redeem,
  refresh,
  SIGN_IN,
  setAhead,
  signIn,
  store,
  strategy,
  type Tamper,
  walk,
} from './through-the-pages.ts';

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
    setAhead(WRONG_CODES.windowMs);
    await signIn('kim-sub');
  });

  test('the page of a sign-in that failed finds its style at both addresses', async () => {
    const begun = await (await app.request('/sign-in')).text();
    const came = await (await app.request('/sign-in/callback')).text();
    expect([begun, came].map((page) => /href="([^"]*page\.css)"/.exec(page)?.[1])).toEqual(['page.css', '../page.css']);
  });

  test('[SI6] an issuer that names itself otherwise is none', async () => {
    openApp({ CLIPDESK_SIGN_IN_ISSUER: company.issuer.replace('127.0.0.1', 'localhost') });
    const answer = new URL((await open(question())).headers.get('location') ?? '');
    expect(errorOf(answer)).toBe('wrong_answer');
  });

  test('[SI6] the person who goes no further at the provider is told so, and so is everybody while it is away', async () => {
    const opened = await open(question());
    const { state } = Object.fromEntries(new URL(opened.headers.get('location') ?? '').searchParams);
    const back = new URLSearchParams({ error: 'access_denied', state: state ?? '', iss: company.issuer });
    expect(errorOf(await comeBack(`${PUBLIC}/sign-in/callback?${back}`, cookieOf(opened)))).toBe('cancelled');
    openApp();
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
    setAhead(off);
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
    setAhead(120_000);
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
