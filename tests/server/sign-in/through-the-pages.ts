/**
 * A queue that is the client of a real OpenID provider, made anew for each test of the file that imports this, and the
 * way through its pages.
 */
import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect } from 'vitest';
import { ROUTES } from '../../../protocol/routes.ts';
import { type JoinResponse, joinResponseSchema, type Tokens, tokensSchema } from '../../../protocol/session.ts';
import { createApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import type { Store } from '../../../server/store/store.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { STRATEGY } from '../queue.ts';
import { openTestStore } from '../test-store.ts';
import { CLIENT, type CompanyProvider, startCompanyProvider } from './company-provider.ts';

export const PUBLIC = 'https://themen.nordwerk.example';
export const REDIRECT = 'https://iemilmdnpanmacikjpnbhblkcfpclfkl.chromiumapp.org/signed-in';

export const SIGN_IN = `
signIn:
  accountClaim: email
  groups:
    redaktion: { roles: [editor], departmentId: comms }
    sport: { roles: [contact], departmentId: hr }
    technik: { departmentId: it }
`;
export const ACCOUNTS = STRATEGY.replace('hanna: { name', 'hanna: { account: Hanna.Voss@nordwerk.example, name');

/** These stand anew before each test. */
export let company: CompanyProvider;
export let store: Store;
export let app: ReturnType<typeof createApp>;
export let log: string[];
/** How far the queue's clock is from the provider's. */
let ahead: number;

const clock = () => Date.now() + ahead;
export const strategy = (text: string) => applyStrategy(store, readStrategy(text));

beforeEach(async () => {
  ahead = 0;
  log = [];
  company = await startCompanyProvider(`${PUBLIC}/sign-in/callback`);
  store = await openTestStore(Date.now());
  await strategy(ACCOUNTS + SIGN_IN);
  openApp();
});
afterEach(async () => {
  await company.stop();
  await store.close();
});

/** Starts the queue anew, with other settings. */
export function openApp(more: Record<string, string> = {}): void {
  const config = readConfig({
    CLIPDESK_PUBLIC_URL: PUBLIC,
    CLIPDESK_SIGN_IN_ISSUER: company.issuer,
    CLIPDESK_SIGN_IN_CLIENT_ID: CLIENT.id,
    CLIPDESK_SIGN_IN_SECRET: CLIENT.secret,
    ...more,
  });
  app = createApp({ store, config, clock, log: createLog('debug', { write: (line: string) => void log.push(line) }) });
}

/** Starts it anew without a provider. */
export function openAppWithoutProvider(): void {
  app = createApp({ store, config: readConfig({}), clock, log: createLog('silent') });
}

/** Sets the queue's clock off from the provider's. Milliseconds. */
export function setAhead(by: number): void {
  ahead = by;
}

/** What the extension holds of its question. */
export const question = () => {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return { verifier, challenge, state: randomBytes(16).toString('base64url') };
};
export type Question = ReturnType<typeof question>;

/** Opens the queue's page as the extension does. */
export const open = ({ challenge, state }: Question, redirect = REDIRECT) =>
  app.request(`/sign-in?${new URLSearchParams({ challenge, state, redirect })}`);
export const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';
export const comeBack = async (location: string, cookie: string) =>
  new URL((await app.request(location.slice(PUBLIC.length), { headers: { cookie } })).headers.get('location') ?? '');

export type Tamper = { begin?: (url: URL) => void; back?: (url: URL) => void };

/** Through all pages until the extension is answered. */
export async function walk(login: string, asked = question(), { begin, back }: Tamper = {}): Promise<URL> {
  const opened = await open(asked);
  const page = new URL(opened.headers.get('location') ?? '');
  begin?.(page);
  const location = new URL(await company.walk(page.href, login));
  back?.(location);
  return comeBack(location.href, cookieOf(opened));
}

export const post = (path: string, body: unknown, access?: string) =>
  app.request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(access === undefined ? {} : { authorization: `Bearer ${access}` }),
    },
    body: JSON.stringify(body),
  });
export const redeem = (answer: URL, verifier: string) =>
  post(ROUTES.signIn, { code: answer.searchParams.get('code'), verifier, device: 'Firefox · Linux' });

export async function signIn(login: string): Promise<JoinResponse> {
  const asked = question();
  const answer = await walk(login, asked);
  expect(answer.searchParams.get('state')).toBe(asked.state);
  const response = await redeem(answer, asked.verifier);
  expect(response.status).toBe(201);
  return joinResponseSchema.parse(await response.json());
}

export const refreshing = ({ refresh }: Tokens) => post(ROUTES.refresh, { refresh });
export const refresh = async (tokens: Tokens): Promise<Tokens> =>
  tokensSchema.parse(await (await refreshing(tokens)).json());
export const pull = async ({ access }: Tokens, cursor: unknown = null) => {
  const response = await post(ROUTES.pull, { protocol: 1, cursor, limit: 500 }, access);
  return { status: response.status, page: await response.json() };
};
export const errorOf = (answer: URL) => answer.searchParams.get('error');
