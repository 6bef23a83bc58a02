/** No input makes a 5xx. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../protocol/limits.ts';
import { ROUTES } from '../../../protocol/routes.ts';
import { openTestQueue, type TestDevice, type TestQueue } from '../queue.ts';
import { decide, sampleClip, sampleDecision, saveClip } from '../samples.ts';

let queue: TestQueue;
let mara: TestDevice;
beforeAll(async () => {
  queue = await openTestQueue();
  mara = await queue.join('mara');
});

const POSTS = [ROUTES.session, ROUTES.push, ROUTES.pull] as const;

/** Sends bytes or text as they are. */
const sendRaw = (path: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  queue.app.request(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${mara.token}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : Uint8Array.from(body),
  });

const nasty = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 1.5, 1e308, 2 ** 53, '', '\0', '\ud800', '__proto__', 'constructor', [], {}),
  fc.constantFrom<unknown>('new', 'hr', 'saveClip', 'x'.repeat(5000), '\u202e', '👩‍👩‍👧‍👦'),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

const request = () =>
  mara.pushRequest([
    mara.mutation(saveClip(sampleClip())),
    mara.mutation(decide(sampleDecision(crypto.randomUUID()))),
    mara.mutation({ name: 'editClip', clipId: crypto.randomUUID(), changes: { title: 'x' } }),
  ]);

/** Every place of a JSON value. */
function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

/** The value with something else at one place. */
function withAt(value: unknown, [head, ...rest]: (string | number)[], replacement: unknown): unknown {
  if (head === undefined) return replacement;
  const entries = Object.entries(value as object).map(([key, inner]): [string, unknown] =>
    key === String(head) ? [key, withAt(inner, rest, replacement)] : [key, inner],
  );
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

describe.each(POSTS)('%s', (path) => {
  test.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['half of JSON', '{"clientId":'],
    ['a bare word', 'undefined'],
    ['a scalar', '7'],
    ['a list', '[]'],
    ['a prototype', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'],
    ['invalid UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['a lone surrogate', '{"code":"\\ud800","clientId":"\\udfff","cursor":{"view":"\\ud800"}}'],
    ['numbers beyond every range', '{"protocol":1e999,"limit":-1e999,"cursor":{"seq":99999999999999999999999}}'],
    ['a million levels', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
    ['a zip bomb that is none', '\u001f\u008b\u0008\u0000'],
  ])('%s is answered with a problem', async (_what, body) => {
    const response = await sendRaw(path, body);
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).not.toMatch(/at .*\.ts|stack|Unexpected token/);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('a body over the limit is refused, announced or not', async () => {
    const large = 'x'.repeat(LIMITS.bodyBytes + 1);
    expect((await sendRaw(path, large)).status).toBe(413);
    expect((await sendRaw(path, '{}', { 'content-length': '99999999999' })).status).toBe(413);
  });
});

test.each([{}, { 'content-length': '4000' }])(
  'a body that breaks off is no mistake of the queue, %o',
  async (length) => {
    const body = new ReadableStream<Uint8Array>({
      pull: (stream) => stream.error(new Error('aborted')),
    });
    const headers = { authorization: `Bearer ${mara.token}`, 'content-type': 'application/json', ...length };
    const torn = { method: 'POST', headers, body, duplex: 'half' };
    const response = await queue.app.request(ROUTES.push, torn);
    expect(await response.json()).toMatchObject({ status: 400, kind: 'bad_request' });
  },
);

test('bytes that are no UTF-8 are refused, not repaired into something else', async () => {
  const json = JSON.stringify(mara.pushRequest([mara.mutation(saveClip(sampleClip({ title: 'HERE' })))]));
  const [before = '', after = ''] = json.split('HERE');
  const body = Buffer.concat([Buffer.from(before), Buffer.from([0xc3, 0x28]), Buffer.from(after)]);
  const response = await sendRaw(ROUTES.push, body);
  expect(await response.json()).toMatchObject({ status: 400, kind: 'bad_request' });
});

test('an action nested a hundred thousand levels deep is refused alone', async () => {
  const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
  const device = await queue.join('hanna');
  const template = JSON.stringify(device.pushRequest([device.mutation('HERE')]));
  const response = await queue.app.request(ROUTES.push, {
    method: 'POST',
    headers: { authorization: `Bearer ${device.token}`, 'content-type': 'application/json' },
    body: template.replace('"HERE"', deep),
  });
  expect(await response.json()).toMatchObject({ lastNumber: 1, refused: [{ refusal: { kind: 'invalid' } }] });
});

test('[OB2] a push with anything at any place is taken, refused alone or answered with a problem, never with a 5xx', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), nasty, async (at, replacement) => {
      const good = { ...request(), clientId: crypto.randomUUID() };
      for (const [index, mutation] of good.mutations.entries()) Object.assign(mutation, { number: index + 1 });
      const spots = places(good);
      const response = await mara.post(withAt(good, spots[at % spots.length] ?? [], replacement));
      expect(response.status).toBeLessThan(500);
      // Whatever was taken can be handed out: the rows still have the form of the wire.
      if (response.status === 200) expect((await mara.pull()).changes.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('pull and join with anything at any place are answered below 500', async () => {
  const pull = { protocol: 1, cursor: (await mara.pull()).cursor, limit: 10 };
  const join = { code: '2222-2222-2222-2222', nonce: crypto.randomUUID(), name: 'x', device: 'y' };
  await fc.assert(
    fc.asyncProperty(fc.nat(), nasty, fc.boolean(), async (at, replacement, pulls) => {
      const good = pulls ? pull : join;
      const spots = places(good);
      const body = withAt(good, spots[at % spots.length] ?? [], replacement);
      const response = await mara.send('POST', pulls ? ROUTES.pull : ROUTES.session, body);
      expect(response.status).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
});

test('any path and method is answered below 500', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.webPath({ size: 'medium' }),
      fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
      fc.constantFrom('', '/v1/clips', '/v1/clips/%00/picture', '/v1/clips/%ff/picture', '/v1'),
      async (path, method, prefix) => {
        const response = await queue.app.request(`http://queue.example${prefix}${path}`, {
          method,
          headers: { authorization: `Bearer ${mara.token}` },
        });
        expect(response.status).toBeLessThan(500);
        await response.body?.cancel();
      },
    ),
    { numRuns: 300 },
  );
});
