import { expect, test, vi } from 'vitest';
import { PROTOCOL_HEADER } from '../../protocol/version.ts';
import { createTransport } from '../../sync/transport.ts';
import { uuid } from '../desk/samples.ts';
import { page } from '../storage/device.ts';
import { problem } from './network.ts';

const token = 't'.repeat(43);
const access = async () => token;
const from = (answer: () => Response | Promise<Response>) =>
  createTransport({ queueUrl: 'https://queue.example/themen', access, fetch: async () => answer() });
const json = (body: unknown, headers: Record<string, string> = { [PROTOCOL_HEADER]: '1' }) =>
  new Response(JSON.stringify(body), { headers });
const pull = { cursor: null, limit: 500 };

test('a request goes to the queue with the token, without cookies, and follows no redirect', async () => {
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => json(page([])));
  await createTransport({ queueUrl: 'https://queue.example/themen', access, fetch }).pull(pull);
  const [url, init] = fetch.mock.calls[0] ?? [];
  expect(url).toBe('https://queue.example/themen/v1/pull');
  expect(init).toMatchObject({
    method: 'POST',
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  expect(new Headers(init?.headers).get('authorization')).toBe(`Bearer ${token}`);
  expect(init?.signal).toBeInstanceOf(AbortSignal);
});

test('only what is fetched says that it wants no cache: with that word each request would be preceded by another', async () => {
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => json({}));
  const transport = createTransport({ queueUrl: 'https://queue.example', access, fetch });
  await transport.leave();
  await transport.pull(pull).catch(() => {});
  await transport.getPicture(uuid()).catch(() => {});
  expect(fetch.mock.calls.map(([, { method, cache }]) => [method, cache])).toEqual([
    ['DELETE', undefined],
    ['POST', undefined],
    ['GET', 'no-store'],
  ]);
});

const login = '<!doctype html><title>Sign in</title>';
test.each<[string, () => Response]>([
  ["a proxy's login page with 200", () => new Response(login, { headers: { 'content-type': 'text/html' } })],
  ['a login page with 401', () => new Response(login, { status: 401 })],
  ['JSON of somebody else', () => json(page([]), {})],
  ['a redirect', () => Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' })],
  ['an answer that is not JSON', () => new Response('{"reset":', { headers: { [PROTOCOL_HEADER]: '1' } })],
  ['an answer of another shape', () => json({ ...page([]), changes: 'none' })],
  ['a problem of another shape', () => new Response('{}', { status: 409, headers: { [PROTOCOL_HEADER]: '1' } })],
])('[PU4] %s is transient, never success', async (_name, answer) => {
  await expect(from(answer).pull(pull)).rejects.toMatchObject({ kind: 'not_a_queue' });
});

test.each([
  ['unauthorized', 401, 'sign_in'],
  ['protocol_too_old', 426, 'update_extension'],
  ['protocol_too_new', 400, 'update_queue'],
  ['epoch_changed', 409, 'epoch_changed'],
  ['forked', 409, 'forked'],
  ['gap', 409, 'gap'],
  ['too_large', 413, 'too_large'],
  ['internal', 500, 'busy'],
  ['unavailable', 503, 'busy'],
  ['bad_request', 400, 'failed'],
])('the problem %s (%i) is %s, by its kind', async (kind, status, expected) => {
  await expect(from(() => problem(kind, status)).pull(pull)).rejects.toMatchObject({ kind: expected });
});

test('[PU5] Retry-After is read as seconds or as a date, from a queue or from a proxy before it', async () => {
  const waits = async (answer: () => Response) =>
    from(answer)
      .pull(pull)
      .catch((error: { kind: string; retryAfterMs: number }) => [error.kind, error.retryAfterMs]);
  expect(await waits(() => problem('too_many', 429, { 'retry-after': '30' }))).toEqual(['busy', 30_000]);
  expect(await waits(() => new Response('', { status: 503, headers: { 'retry-after': '7' } }))).toEqual([
    'unreachable',
    7_000,
  ]);
  const past = new Date(Date.now() - 60_000).toUTCString();
  expect(await waits(() => problem('too_many', 429, { 'retry-after': past }))).toEqual(['busy', 0]);
  expect(await waits(() => problem('too_many', 429, { 'retry-after': 'soon' }))).toEqual(['busy', null]);
  expect(await waits(() => problem('too_many', 429, { 'retry-after': '99999999' }))).toEqual(['busy', 86_400_000]);
});

test('no network and an answer that breaks off are the same: not reachable', async () => {
  await expect(from(() => Promise.reject(new TypeError('Failed to fetch'))).pull(pull)).rejects.toMatchObject({
    kind: 'unreachable',
  });
  const broken = () =>
    new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('reset')) }), {
      headers: { [PROTOCOL_HEADER]: '1' },
    });
  await expect(from(broken).pull(pull)).rejects.toMatchObject({ kind: 'unreachable' });
});

test('a picture is believed only with a type and size that a clip may have', async () => {
  const answer =
    (type: string, size = 3) =>
    () =>
      new Response(new Uint8Array(size), { headers: { [PROTOCOL_HEADER]: '1', 'content-type': type } });
  expect(await from(answer('image/webp')).getPicture(uuid())).toMatchObject({ type: 'image/webp' });
  await expect(from(answer('text/html')).getPicture(uuid())).rejects.toMatchObject({ kind: 'not_a_queue' });
  await expect(from(answer('image/png', 200_001)).getPicture(uuid())).rejects.toMatchObject({ kind: 'not_a_queue' });
  await expect(from(() => problem('unknown', 404)).getPicture(uuid())).rejects.toMatchObject({ kind: 'not_found' });
});

test('[PV2] to a queue that is one version older the extension speaks that version, also of what was written in its own', async () => {
  const bodies: { protocol: number; mutations?: { protocol: number }[] }[] = [];
  const olderQueue = async (_url: string, init: RequestInit) => {
    const body = JSON.parse(String(init.body));
    bodies.push(body);
    if (body.protocol > 1) return problem('protocol_too_new', 400);
    return json(body.mutations === undefined ? page([]) : { lastNumber: 1, seq: 1, refused: [] });
  };
  const line = { queueUrl: 'https://queue.example', access, fetch: olderQueue };
  const transport = createTransport(line, { newest: 2, oldest: 1 });
  const noop = { id: uuid(), number: 1, protocol: 2, madeAt: 0, action: { name: 'noop' } } as const;
  await transport.push({ clientId: uuid(), epoch: uuid(), acknowledged: 0, mutations: [noop] });
  await transport.pull(pull);
  expect(bodies.map(({ protocol }) => protocol)).toEqual([2, 1, 1]);
  expect(bodies[1]?.mutations).toMatchObject([{ protocol: 1 }]);

  const tooNew = createTransport(line, { newest: 3, oldest: 2 });
  await expect(tooNew.pull(pull)).rejects.toMatchObject({ kind: 'update_queue' });
});
