/** What becomes of devices that came by the company account as time goes on at the provider. */
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { ROUTES } from '../../../protocol/routes.ts';
import { findPerson } from '../../../server/rows/people.ts';
import { ASK_EVERY_MS, HOLDS_AT_MOST_MS } from '../../../server/sign-in/ask-provider.ts';
import {
  ACCOUNTS,
  app,
  company,
  errorOf,
  open,
  openAppWithoutProvider,
  pull,
  question,
  refresh,
  refreshing,
  SIGN_IN,
  signIn,
  store,
  strategy,
  walk,
} from './through-the-pages.ts';

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
    openAppWithoutProvider();
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
    openAppWithoutProvider();
    expect(await (await app.request(ROUTES.queue)).json()).toMatchObject({ signIn: false });
    expect((await open(question())).status).toBe(404);
  });
});
