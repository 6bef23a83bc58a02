import { beforeEach, expect, test, vi } from 'vitest';
import { ROUTES } from '../../../protocol/routes.ts';
import { type JoinResponse, type Tokens, tokensSchema } from '../../../protocol/session.ts';
import { revokeDevicesOf } from '../../../server/rows/devices.ts';
import { addInvitation } from '../../../server/rows/invitations.ts';
import { beginEpoch } from '../../../server/rows/queue.ts';
import { ACCESS_MS, IDLE_MS } from '../../../server/sign-in/tokens.ts';
import { openTestQueue, type TestQueue } from '../queue.ts';

let queue: TestQueue;
let first: Tokens;
beforeEach(async () => {
  queue = await openTestQueue();
  first = (await joined('hanna')).tokens;
});

const post = (path: string, body: unknown, access?: string) =>
  queue.app.request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(access === undefined ? {} : { authorization: `Bearer ${access}` }),
    },
    body: JSON.stringify(body),
  });

async function joined(personId: string): Promise<JoinResponse> {
  const validity = { uses: 1, createdAt: queue.time.now, expiresAt: queue.time.now + 60_000 };
  const { result: code } = await queue.store.write((tx) => addInvitation(tx, personId, validity));
  return (await post(ROUTES.session, { code, nonce: crypto.randomUUID(), device: 'Test' })).json();
}

const refreshing = ({ refresh }: Tokens) => post(ROUTES.refresh, { refresh });
const refresh = async (tokens: Tokens): Promise<Tokens> => tokensSchema.parse(await (await refreshing(tokens)).json());
/** What the queue says to a pull with this access token. */
const pull = async ({ access }: Tokens) =>
  (await post(ROUTES.pull, { protocol: 1, cursor: null, limit: 1 }, access)).status;

test('[SI1] an access token ends after minutes, and the refresh token gets the next', async () => {
  expect(await pull(first)).toBe(200);
  queue.time.now += ACCESS_MS;
  expect(await pull(first)).toBe(401);
  const second = await refresh(first);
  expect(await pull(second)).toBe(200);
  expect(new Set([first.access, first.refresh, second.access, second.refresh]).size).toBe(4);
});

test('[SI1] revoked is revoked at the next request, with both tokens', async () => {
  const second = await refresh(first);
  await queue.store.write((tx) => revokeDevicesOf(tx, 'hanna', queue.time.now));
  expect([await pull(second), (await refreshing(second)).status]).toEqual([401, 401]);
});

test('[SI2] a lost answer does not look like theft: the same token gets the same answer until that is used', async () => {
  const lost = await refresh(first);
  expect(await refresh(first)).toEqual(lost);
  queue.time.now += 2 * ACCESS_MS;
  expect(await refresh(first)).toEqual(lost);
  // The answer that came late works from its own moment on.
  expect(await pull(lost)).toBe(200);
  expect(await pull(await refresh(lost))).toBe(200);
});

test('[SI2] two requests at once with the same token, as by a network that doubles: one answer', async () => {
  const [one, two] = await Promise.all([refresh(first), refresh(first)]);
  expect(one).toEqual(two);
});

test.each(['access', 'refresh'] as const)(
  '[SI3] once the new %s token was used, the old one ends the family',
  async (used) => {
    const second = await refresh(first);
    const newest = used === 'access' ? second : await refresh(second);
    expect(await pull(newest)).toBe(200);
    expect((await refreshing(first)).status).toBe(401);
    // Whoever of the two is the thief: neither goes on.
    expect([await pull(newest), (await refreshing(newest)).status]).toEqual([401, 401]);
    const because = await queue.store.read((sql) => sql.all('SELECT revoked_because FROM device'));
    expect(because).toEqual([{ revoked_because: 'reused' }]);
  },
);

test('[SI3] one of many rotations ago ends it too, and another device of the person stays', async () => {
  const other = (await joined('hanna')).tokens;
  let newest = first;
  for (let turn = 0; turn < 5; turn += 1) newest = await refresh(newest);
  expect((await refreshing(first)).status).toBe(401);
  expect([(await refreshing(newest)).status, (await refreshing(other)).status]).toEqual([401, 200]);
});

test('[SI3] what was never a token ends nothing', async () => {
  expect((await post(ROUTES.refresh, { refresh: 'A'.repeat(65) })).status).toBe(401);
  expect((await post(ROUTES.refresh, { refresh: first.access })).status).toBe(401);
  expect(await pull(first)).toBe(200);
});

test('[SI3] for what was never a token, or is none any more, nothing is written', async () => {
  const second = await refresh(first);
  await queue.store.write((tx) => revokeDevicesOf(tx, 'hanna', queue.time.now));
  const write = vi.spyOn(queue.store, 'write');
  expect((await post(ROUTES.refresh, { refresh: 'A'.repeat(65) })).status).toBe(401);
  expect((await refreshing(second)).status).toBe(401);
  expect(write).not.toHaveBeenCalled();
});

test('[SI4] the queue keeps hashes alone', async () => {
  const second = await refresh(first);
  const kept = await queue.store.read(async (sql) => [
    await sql.all('SELECT * FROM device'),
    await sql.all('SELECT * FROM access_token'),
  ]);
  const text = JSON.stringify(kept);
  for (const { access, refresh } of [first, second])
    for (const secret of [access, refresh, refresh.slice(0, 22), refresh.slice(22)]) expect(text).not.toContain(secret);
});

test('a device that was away for half a year signs in again', async () => {
  queue.time.now += IDLE_MS + 1;
  expect((await refreshing(first)).status).toBe(401);
});

test('[SI12] after a restored backup each device goes on once with what the backup does not know', async () => {
  let newest = first;
  const before = await queue.store.read((sql) => sql.all<{ refresh_hash: string }>('SELECT refresh_hash FROM device'));
  for (let turn = 0; turn < 3; turn += 1) newest = await refresh(newest);
  expect(await pull(newest)).toBe(200);
  await queue.store.write(async (tx) => {
    await tx.run('UPDATE device SET refresh_hash = $1, next_refresh_hash = NULL', before[0]?.refresh_hash ?? '');
    await tx.run('DELETE FROM access_token');
    await beginEpoch(tx);
  });
  expect(await pull(newest)).toBe(401);
  const next = await refresh(newest);
  expect(await refresh(newest)).toEqual(next);
  expect(await pull(next)).toBe(200);
  expect((await refreshing(first)).status).toBe(401);
  expect(await pull(next)).toBe(401);
});
