/** The company account, as a person uses it: a real browser, a real OpenID provider, a real queue. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Intranet, startIntranet } from '../../demo/intranet/serve.ts';
import { EMPLOYEE } from '../../demo/queue.ts';
import { JOIN, PAGES, STATUS } from '../../demo/screens.ts';
import { ROUTES } from '../../protocol/routes.ts';
import { type Tokens, tokensSchema } from '../../protocol/session.ts';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { hashSecret, revokeDevicesOf } from '../../server/rows/devices.ts';
import { addInvitation } from '../../server/rows/invitations.ts';
import { ASK_EVERY_MS } from '../../server/sign-in/ask-provider.ts';
import { ACCESS_MS } from '../../server/sign-in/tokens.ts';
import { type RunningQueue, startQueue } from '../../server/start.ts';
import { applyStrategy } from '../../server/strategy/apply.ts';
import { readStrategy } from '../../server/strategy/read.ts';
import { CLIENT, type CompanyProvider, startCompanyProvider } from '../server/sign-in/company-provider.ts';
import { type AccountBrowser, openAccountChromium, openAccountFirefox } from './account-browsers.ts';
import { suggestMany } from './colleague.ts';
import { titlesIn } from './employee.ts';
import { openWire, type Wire } from './wire.ts';

const PATIENCE = { timeout: 30_000, interval: 200 };

const STRATEGY = `
queue: { name: Nordwerk }
people: { ${EMPLOYEE}: { name: Mira, roles: [submitter] } }
departments: { personal: { name: Personal }, comms: { name: Kommunikation } }
signIn:
  groups:
    redaktion: { roles: [editor], departmentId: comms }
`;

/** What the extension keeps of its account; tokens lie nowhere else. */
const ACCOUNT = `return new Promise((resolve, reject) => {
  const open = indexedDB.open('clipdesk');
  open.onerror = reject;
  open.onsuccess = () => {
    const all = open.result.transaction('accounts').objectStore('accounts').getAll();
    all.onsuccess = () => { open.result.close(); resolve(all.result[0] ?? null); };
  };
});`;

/** How many topics the account's database holds. */
const TOPICS = `return new Promise((resolve, reject) => {
  const open = indexedDB.open('clipdesk:' + arguments[0]);
  open.onerror = reject;
  open.onsuccess = () => {
    const count = open.result.transaction('topics').objectStore('topics').count();
    count.onsuccess = () => { open.result.close(); resolve(count.result); };
  };
});`;

const FILL = `const field = document.querySelector(arguments[0]);
  field.value = arguments[1];
  field.dispatchEvent(new Event('input', { bubbles: true }));`;

/** One step of the provider's pages: the name, then the consent. */
const STEP = `const form = document.querySelector('form');
  const login = document.querySelector('[name=login]');
  if (login !== null) { login.value = arguments[0]; document.querySelector('[name=password]').value = 'x'; }
  form?.submit();
  return true;`;

describe.each([
  ['Chromium', openAccountChromium],
  ['Firefox', openAccountFirefox],
] as const)('%s', (_name, openBrowser) => {
  let folder: string;
  let ahead = 0;
  let company: CompanyProvider;
  let wire: Wire;
  let queue: RunningQueue;
  let intranet: Intranet;
  let browser: AccountBrowser;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'clipdesk-'));
    wire = await openWire('http://127.0.0.1:9');
    company = await startCompanyProvider(`${wire.url}/sign-in/callback`);
    const config = readConfig({
      CLIPDESK_DATABASE: path.join(folder, 'queue.sqlite'),
      CLIPDESK_PORT: '0',
      CLIPDESK_PUBLIC_URL: wire.url,
      CLIPDESK_SIGN_IN_ISSUER: company.issuer,
      CLIPDESK_SIGN_IN_CLIENT_ID: CLIENT.id,
      CLIPDESK_SIGN_IN_SECRET: CLIENT.secret,
    });
    queue = await startQueue(config, { clock: () => Date.now() + ahead, log: createLog('silent') });
    wire.queueUrl = queue.url;
    await applyStrategy(queue.store, readStrategy(STRATEGY));
    intranet = await startIntranet({ intranet: 0, newspaper: 0 });
    browser = await openBrowser(folder);
  });
  afterAll(async () => {
    await browser.close();
    await intranet.stop();
    await queue.stop();
    await wire.stop();
    await company.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** The queue's clock goes on, and a minute more: it was ahead once. */
  const later = (ms: number) => {
    ahead += ms + 60_000;
  };
  const text = () => browser.run('return document.body.innerText;').then(String, () => '');
  const isThere = (selector: string) =>
    browser.run('return document.querySelector(arguments[0]) !== null;', selector).catch(() => false);
  const account = () => browser.run(ACCOUNT) as Promise<{ key: string; tokens: Tokens | null } | null>;
  const topics = async () => browser.run(TOPICS, (await account())?.key);

  /** Opens the join page with the address of the queue in it and its button to be pressed. */
  async function openSignIn(): Promise<void> {
    await browser.show(PAGES.join);
    await expect.poll(() => isThere(JOIN.invitation), PATIENCE).toBe(true);
    await browser.run(FILL, JOIN.invitation, wire.url);
    await expect.poll(() => isThere(`${JOIN.signIn}[aria-disabled="false"]`), PATIENCE).toBe(true);
  }

  /** Presses the button and goes through the provider's pages as this person. */
  async function signIn(login: string): Promise<void> {
    await openSignIn();
    await browser.click(JOIN.signIn);
    const goOn = async () => {
      if ((await isThere(JOIN.joined)) === true) return true;
      await browser.inWindow(company.issuer, STEP, login);
      return false;
    };
    await expect.poll(goOn, { ...PATIENCE, interval: 700 }).toBe(true);
  }

  async function sendNow(): Promise<void> {
    await browser.show(PAGES.status);
    await expect.poll(() => isThere(STATUS.retry), PATIENCE).toBe(true);
    await browser.click(STATUS.retry);
  }

  /** What the status page says at last, at the latest when it is opened anew. */
  async function says(pattern: RegExp): Promise<void> {
    const soon = { timeout: 10_000, interval: 200 };
    const isSaid = await expect
      .poll(text, soon)
      .toMatch(pattern)
      .then(
        () => true,
        () => false,
      );
    if (isSaid) return;
    await browser.show(PAGES.status);
    await expect.poll(text, PATIENCE).toMatch(pattern);
  }

  const devices = () =>
    queue.store.read((sql) =>
      sql.all<{ refresh_hash: string; revoked_because: string | null; person_id: string }>(
        'SELECT refresh_hash, revoked_because, person_id FROM device ORDER BY joined_at DESC',
      ),
    );

  it('the queue knows where this extension is answered', () => {
    expect(
      readConfig({
        CLIPDESK_PUBLIC_URL: wire.url,
        CLIPDESK_SIGN_IN_ISSUER: company.issuer,
        CLIPDESK_SIGN_IN_CLIENT_ID: 'x',
      }).signIn?.extensions,
    ).toContain(browser.redirectOrigin);
  });

  it('[SI6] closing the window signs nobody in and says so', async () => {
    await openSignIn();
    await browser.click(JOIN.signIn);
    await expect.poll(() => browser.inWindow(company.issuer, 'return 1;'), PATIENCE).toBe(1);
    await browser.closeWindow(company.issuer);
    await expect.poll(text, PATIENCE).toMatch(/abgebrochen|cancelled/);
    expect(await account()).toBeNull();
  });

  it('[SI6] an answer that nobody asked for, and a provider that is away, are said in words', async () => {
    company.setAnswersWrong(true);
    await openSignIn();
    await browser.click(JOIN.signIn);
    await expect.poll(text, PATIENCE).toMatch(/passt nicht zu dieser Anmeldung|does not belong to this sign-in/);
    company.setAnswersWrong(false);
    // What the provider says of itself is known for an hour.
    ahead += 3_600_000;
    company.setDown(true);
    await browser.click(JOIN.signIn);
    await expect.poll(text, PATIENCE).toMatch(/antwortet gerade nicht|does not answer right now/);
    company.setDown(false);
    ahead = 0;
    expect(await account()).toBeNull();
  });

  it('[SI6] signs in with the company account, the queue’s clock being off by 45 seconds, and clips', async () => {
    ahead = 45_000;
    await signIn('kim-sub');
    expect(await text()).toContain('Kim Neu');
    ahead = 0;
    await browser.clip(`${intranet.url}/personal/ausbildungswerkstatt`);
    await expect.poll(() => titlesIn(queue.store), PATIENCE).toEqual(['Die neue Ausbildungswerkstatt']);
  });

  it('[SI4] tokens are in IndexedDB and in no address, page or other storage', async () => {
    const { tokens } = (await account()) ?? {};
    const elsewhere = await browser.run(
      `return JSON.stringify([localStorage, sessionStorage, location.href, history.state]) + document.documentElement.outerHTML;`,
    );
    expect(String(elsewhere)).not.toContain(tokens?.refresh);
    expect(String(elsewhere)).not.toContain(tokens?.access);
  });

  it('[SI5] refreshes by itself when the token ends, and a lost answer to that is no theft', async () => {
    const before = (await account())?.tokens;
    later(ACCESS_MS);
    wire.luck = 'refresh_lost';
    await suggestMany(queue.url, await invite(), ['Von der Kollegin']);
    await sendNow();
    // Nothing came back: the device holds what it held.
    await expect.poll(text, PATIENCE).toMatch(/nicht erreichbar|cannot be reached/);
    expect((await account())?.tokens?.refresh).toBe(before?.refresh);
    wire.luck = 'open';
    await sendNow();
    await expect.poll(async () => (await account())?.tokens?.refresh, PATIENCE).not.toBe(before?.refresh);
    await expect.poll(topics, PATIENCE).toBe(2);
    expect((await devices()).map(({ revoked_because }) => revoked_because)).not.toContain('reused');
  });

  it('[SI9][PL2] other groups are another role at the next pull, and what is no longer theirs leaves the device', async () => {
    await browser.show(PAGES.status);
    expect(await topics()).toBe(2);
    company.employees.set('kim-sub', { name: 'Kim Neu', email: 'kim.neu@nordwerk.example', groups: [] });
    later(ASK_EVERY_MS);
    await sendNow();
    await expect.poll(topics, PATIENCE).toBe(1);
    company.employees.set('kim-sub', { name: 'Kim Neu', email: 'kim.neu@nordwerk.example', groups: ['redaktion'] });
    later(ASK_EVERY_MS);
    await sendNow();
    await expect.poll(topics, PATIENCE).toBe(2);
  });

  it('[SI3] a stolen refresh token ends the family: thief and device are out, what waits stays', async () => {
    const stolen = (await account())?.tokens?.refresh;
    const post = (route: string, body: object, access?: string) =>
      fetch(queue.url + route, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(access ? { authorization: `Bearer ${access}` } : {}) },
        body: JSON.stringify(body),
      });
    const thief = tokensSchema.parse(await (await post(ROUTES.refresh, { refresh: stolen })).json());
    const pull = () => post(ROUTES.pull, { protocol: 1, cursor: null, limit: 1 }, thief.access);
    expect((await pull()).status).toBe(200);
    // The device's own access token ended meanwhile.
    await queue.store.write((tx) => tx.run('DELETE FROM access_token WHERE hash <> $1', hashSecret(thief.access)));
    await browser.clip(`${intranet.url}/`);
    await browser.show(PAGES.status);
    await expect.poll(text, PATIENCE).toMatch(/Neu anmelden|Sign in again/);
    expect((await pull()).status).toBe(401);
    expect((await devices()).map(({ revoked_because }) => revoked_because)).toContain('reused');
    expect(await titlesIn(queue.store)).toHaveLength(2);
  });

  it('[PU5] signing in again, the provider having changed its keys, sends what waited', async () => {
    await company.rotateKeys();
    await signIn('kim-sub');
    await expect.poll(async () => (await titlesIn(queue.store)).length, PATIENCE).toBe(3);
  });

  it('[SI10][SI1] somebody who is removed at the provider, or revoked here, is asked to sign in and loses nothing', async () => {
    const employee = company.employees.get('kim-sub');
    company.employees.delete('kim-sub');
    later(ASK_EVERY_MS);
    await sendNow();
    await says(/Neu anmelden|Sign in again/);
    if (employee !== undefined) company.employees.set('kim-sub', employee);
    await signIn('kim-sub');
    const [{ person_id: personId } = { person_id: '' }] = await devices();
    await queue.store.write((tx) => revokeDevicesOf(tx, personId, Date.now()));
    await sendNow();
    await says(/Neu anmelden|Sign in again/);
    expect(await account()).toMatchObject({ tokens: { access: expect.any(String) } });
  });

  async function invite(): Promise<string> {
    const now = Date.now() + ahead;
    const validity = { uses: 1, createdAt: now, expiresAt: now + 60_000 };
    const { result } = await queue.store.write((tx) => addInvitation(tx, EMPLOYEE, validity));
    return `${queue.url}/join#${result}`;
  }
});
