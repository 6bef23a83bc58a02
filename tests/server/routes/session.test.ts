import { beforeEach, expect, test } from 'vitest';
import { ROUTES } from '../../../protocol/routes.ts';
import { invitationCodeSchema, joinResponseSchema } from '../../../protocol/session.ts';
import { addInvitation, revokeInvitation } from '../../../server/rows/invitations.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { NOW, openTestQueue, STRATEGY, type TestQueue } from '../queue.ts';

let queue: TestQueue;
beforeEach(async () => {
  queue = await openTestQueue();
});

const invite = async (personId: string | null, uses = 1) => {
  const validity = { uses, createdAt: NOW, expiresAt: NOW + 60_000 };
  return (await queue.store.write((tx) => addInvitation(tx, personId, validity))).result;
};
const join = (code: string, more: object = {}) =>
  queue.app.request(ROUTES.session, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, nonce: crypto.randomUUID(), device: 'Firefox auf Linux', ...more }),
  });
const kindOf = async (response: Response) => (await response.json()).kind;

test('a code turns into a token of the person it names', async () => {
  const code = await invite('mara');
  expect(invitationCodeSchema.safeParse(code).success).toBe(true);
  const response = await join(code);
  expect(response.status).toBe(201);
  const joined = joinResponseSchema.parse(await response.json());
  expect(joined.person).toEqual({ id: 'mara', name: 'Mara Lind', roles: ['editor'], departmentId: 'comms' });
  expect(joined.queue.name).toBe('Nordwerk');
});

test('neither code nor token is kept in readable form', async () => {
  const code = await invite('mara');
  const { tokens } = await (await join(code)).json();
  const kept = await queue.store.read(async (sql) => [
    await sql.all('SELECT * FROM invitation'),
    await sql.all('SELECT * FROM device'),
    await sql.all('SELECT * FROM access_token'),
  ]);
  expect(JSON.stringify(kept)).not.toContain(code);
  for (const token of [tokens.access, tokens.refresh]) expect(JSON.stringify(kept)).not.toContain(token);
});

test('an open invitation asks for a name and makes a submitter', async () => {
  const code = await invite(null, 2);
  const nameless = await join(code);
  expect(nameless.status).toBe(400);
  expect(await nameless.json()).toMatchObject({ kind: 'bad_request', errors: [{ path: 'name' }] });
  const joined = await (await join(code, { name: 'Ole Jansen' })).json();
  expect(joined.person).toMatchObject({ name: 'Ole Jansen', roles: ['submitter'], departmentId: null });
  const other = await (await join(code, { name: 'Ole Jansen' })).json();
  expect(other.person.id).not.toBe(joined.person.id);
});

test('whoever came by an open invitation stays when a strategy is applied', async () => {
  const { tokens } = await (await join(await invite(null), { name: 'Ole Jansen' })).json();
  await applyStrategy(queue.store, readStrategy(STRATEGY));
  const response = await queue.app.request(ROUTES.pull, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.access}` },
    body: JSON.stringify({ protocol: 1, cursor: null, limit: 10 }),
  });
  expect(response.status).toBe(200);
});

test('an invitation ends when it is used up, expires or is revoked', async () => {
  const [used, expired, revoked] = [await invite('mara'), await invite('mara'), await invite('mara')];
  await join(used);
  expect(await kindOf(await join(used))).toBe('invitation_used');
  await queue.store.write(async (tx) => {
    const rows = await tx.all<{ id: string }>('SELECT id FROM invitation WHERE uses_left > 0');
    for (const { id } of rows) await revokeInvitation(tx, id, NOW);
  });
  expect(await kindOf(await join(revoked))).toBe('invitation_used');
  queue.time.now += 60_000;
  expect(await kindOf(await join(expired))).toBe('invitation_used');
  expect((await join(await invite('mara'))).status).toBe(410); // Its validity began at NOW.
});

test('[PU3] whoever lost the answer asks again and gets the same token; it counts once', async () => {
  const code = await invite(null, 2);
  const nonce = crypto.randomUUID();
  const ask = () => join(code, { nonce, name: 'Ole Jansen' });
  const [lost, again] = await Promise.all([ask(), ask()]);
  const joined = joinResponseSchema.parse(await lost.json());
  expect([lost.status, again.status]).toEqual([201, 201]);
  expect(await again.json()).toEqual(joined);
  queue.time.now += 60_000;
  expect(await (await ask()).json()).toEqual(joined);
  const kept = await queue.store.read(async (sql) => [
    await sql.all('SELECT uses_left FROM invitation'),
    await sql.all('SELECT person_id FROM device'),
  ]);
  expect(kept).toEqual([[{ uses_left: 1 }], [{ person_id: joined.person.id }]]);
});

test('a code and nonce of a device that left open nothing, and neither does one of the two alone', async () => {
  const code = await invite('mara', 3);
  const nonce = crypto.randomUUID();
  const { tokens } = await (await join(code, { nonce })).json();
  const other = await (await join(code)).json();
  expect(other.tokens).not.toEqual(tokens);
  expect((await (await join(await invite('mara'), { nonce })).json()).tokens).not.toEqual(tokens);
  const headers = { authorization: `Bearer ${tokens.access}` };
  expect((await queue.app.request(ROUTES.session, { method: 'DELETE', headers })).status).toBe(204);
  expect(await kindOf(await join(code, { nonce }))).toBe('invitation_used');
});

test('two devices that use one invitation at once: one joins', async () => {
  const code = await invite('mara');
  const statuses = (await Promise.all([join(code), join(code)])).map(({ status }) => status);
  expect(statuses.sort()).toEqual([201, 410]);
});

test('a device that signed out, was revoked or belongs to somebody who left is asked to sign in', async () => {
  const [one, two] = [await queue.join('hanna'), await queue.join('hanna')];
  expect((await one.send('DELETE', ROUTES.session)).status).toBe(204);
  expect((await one.send('DELETE', ROUTES.session)).status).toBe(401);
  const pulling = () => two.send('POST', ROUTES.pull, { protocol: 1, cursor: null, limit: 1 });
  expect((await pulling()).status).toBe(200);
  const without = STRATEGY.replace(/^ {2}hanna:.*\n/m, '').replace(', contactId: hanna', '');
  await applyStrategy(queue.store, readStrategy(without));
  const refused = await pulling();
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
});

test.each([undefined, 'Bearer', 'Bearer x', `Basic ${'A'.repeat(43)}`, `Bearer ${'A'.repeat(43)}`])(
  'authorization %j is not enough',
  async (authorization) => {
    const response = await queue.app.request(ROUTES.events, {
      headers: authorization === undefined ? {} : { authorization },
    });
    expect(await kindOf(response)).toBe('unauthorized');
  },
);

test('whoever tries codes is asked to wait, and later may try again', async () => {
  for (let tries = 0; tries < 20; tries += 1) expect(await kindOf(await join('2222-2222-2222-2222'))).toBe('unknown');
  const good = await invite('mara');
  const refused = await join(good);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '600']);
  queue.time.now += 600_000;
  expect(await kindOf(await join('2222-2222-2222-2222'))).toBe('unknown');
});

test('a whole company may join through one address', async () => {
  const code = await invite(null, 50);
  for (let index = 0; index < 50; index += 1) expect((await join(code, { name: `P${index}` })).status).toBe(201);
});
