import { expect, test } from 'vitest';
import { PROTOCOL_HEADER } from '../../protocol/version.ts';
import { addInvitation } from '../../server/rows/invitations.ts';
import { addAccount, joinNonce, openRegistry } from '../../storage/accounts.ts';
import { endsInJoin, hasCutCode, lacksCode, normalizeQueueUrl, parseInvitation } from '../../sync/invitation.ts';
import { findQueue, joinQueue } from '../../sync/join.ts';
import { openTestQueue } from '../server/queue.ts';
import { newIndexedDb } from '../storage/device.ts';
import { problem } from './network.ts';

const CODE = 'ABCD-2345-EFGH-6789';

test.each([
  [`https://queue.example/join#${CODE}`, 'https://queue.example', CODE],
  [`https://queue.example:8443/themen/join#${CODE}`, 'https://queue.example:8443/themen', CODE],
  [`http://127.0.0.1:8787/join#${CODE}`, 'http://127.0.0.1:8787', CODE],
  [`Bitte hier: https://queue.example/join#${CODE.toLowerCase()} — danke!`, 'https://queue.example', CODE],
  [CODE, null, CODE],
  ['  abcd 2345 efgh 6789 ', null, CODE],
  ['ABCD2345EFGH6789', null, CODE],
  ['ABCD–2345–EFGH–6789', null, CODE],
  [`https://queue.example ${CODE}`, 'https://queue.example', CODE],
  [`https://queue.example/join#\n${CODE}`, 'https://queue.example', CODE],
  ['ABCD-2345-EFGH', null, null],
  ['ABCD-2345-EFGH-67890', null, null],
  ['ABCD-2345-EFGH-67O1', null, null],
  ['https://queue.example/join', 'https://queue.example', null],
  ['', null, null],
  ['javascript:alert(1)#ABCD', null, null],
])('from %j: queue %j, code %j', (text, queueUrl, code) => {
  expect(parseInvitation(text)).toEqual({ queueUrl, code });
});

test.each([
  [`https://queue.example/join#${CODE.slice(0, -1)}`, true],
  ['https://queue.example/join#ABCD', true],
  ['Bitte hier: https://queue.example/join#ABCD-2345- danke!', true],
  ['https://queue.example ABCD-2345-EFGH', true],
  [`https://queue.example/join#${CODE}`, false],
  ['https://queue.example/join', false],
  ['NEWS-DESK.example', false],
  ['queue.example/join#ABCD-2345', true],
  ['https://queue.example/themen#oben', false],
  ['https://queue.example: das ist die neue Adresse', false],
  ['', false],
])('in %j part of a code is missing: %j', (text, expected) => {
  expect(hasCutCode(text)).toBe(expected);
});

test.each([
  ['https://queue.example/join', true],
  ['https://queue.example/themen/join/#', true],
  ['Hier: https://queue.example/join?from=mail# bitte', true],
  ['queue.example/join', true],
  [`https://queue.example/join ${CODE}`, false],
  ['https://queue.example/join#ABCD', false],
  ['https://queue.example/join ABCD-2345', false],
  ['https://queue.example', false],
  ['https://queue.example/joint', false],
  ['join', false],
])('%j is a link without a code: %j', (text, expected) => {
  expect(lacksCode(text)).toBe(expected);
});

test.each([
  ['https://queue.example/j', true],
  ['Hier: http://127.0.0.1:8787/themen/joi bitte', true],
  ['queue.example/jo', true],
  ['https://queue.example/join', false],
  [`https://queue.example/jo ${CODE}`, false],
  ['https://queue.example/themen', false],
  ['https://jo', false],
  ['jo', false],
])('%j ends within the name of the page of invitations: %j', (text, expected) => {
  expect(endsInJoin(text)).toBe(expected);
});

test.each([
  ['queue.example', 'https://queue.example'],
  ['https://someone:secret@queue.example/join?x=1#y', 'https://queue.example'],
  ['https://queue.example/themen///', 'https://queue.example/themen'],
  ['HTTP://Queue.Example', 'http://queue.example'],
  ['ftp://queue.example', null],
  ['http://', null],
  ['', null],
])('the address %j is %j', (text, expected) => {
  expect(normalizeQueueUrl(text)).toBe(expected);
});

const ask = {
  queueUrl: 'https://queue.example',
  name: null,
  device: 'Firefox on Linux',
  nonce: async () => crypto.randomUUID() as string,
};

test('an invitation of the real queue becomes a token, once; a wrong one and an open one say what is missing', async () => {
  const queue = await openTestQueue();
  const fetch = async (url: string, init: RequestInit) =>
    queue.app.request(url.slice('https://queue.example'.length), init);
  const invite = async (personId: string | null) =>
    (
      await queue.store.write((tx) =>
        addInvitation(tx, personId, { uses: 1, createdAt: queue.time.now, expiresAt: queue.time.now + 60_000 }),
      )
    ).result;
  const code = await invite('hanna');
  expect(await findQueue('https://queue.example', fetch)).toMatchObject({ ok: true, value: { name: 'Nordwerk' } });
  expect(await joinQueue({ ...ask, invitation: code }, fetch)).toMatchObject({
    ok: true,
    value: { queueUrl: 'https://queue.example', joined: { person: { id: 'hanna' }, queue: { name: 'Nordwerk' } } },
  });
  expect(await joinQueue({ ...ask, invitation: code }, fetch)).toEqual({ ok: false, problem: 'code_used' });
  expect(await joinQueue({ ...ask, invitation: CODE }, fetch)).toEqual({ ok: false, problem: 'code_unknown' });

  const open = await invite(null);
  expect(await joinQueue({ ...ask, invitation: open }, fetch)).toEqual({ ok: false, problem: 'name_missing' });
  expect(await joinQueue({ ...ask, invitation: open, name: ' Ada Kern ' }, fetch)).toMatchObject({
    ok: true,
    value: { joined: { person: { name: 'Ada Kern', roles: ['submitter'] } } },
  });
});

test('of an address beside a queue no code is said to be unknown: none was sent there', async () => {
  const queue = await openTestQueue();
  const sent: string[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    sent.push(init.method ?? 'GET');
    return queue.app.request(url.slice('https://queue.example'.length), init);
  };
  const beside = 'https://queue.example/themen';
  expect(await findQueue(beside, fetch)).toEqual({ ok: false, problem: 'not_a_queue' });
  const asked = { ...ask, queueUrl: beside, invitation: CODE };
  expect(await joinQueue(asked, fetch)).toEqual({ ok: false, problem: 'not_a_queue' });
  expect(sent).toEqual(['GET', 'GET']);
});

test('[PU3] a device whose answer was lost joins with the same code all the same', async () => {
  const queue = await openTestQueue();
  const registry = openRegistry(newIndexedDb());
  const nonce = (queueUrl: string, code: string) => joinNonce(registry, queueUrl, code);
  const { result: code } = await queue.store.write((tx) =>
    addInvitation(tx, 'hanna', { uses: 1, createdAt: queue.time.now, expiresAt: queue.time.now + 60_000 }),
  );
  let loses = true;
  const fetch = async (url: string, init: RequestInit) => {
    const answer = await queue.app.request(url.slice('https://queue.example'.length), init);
    if (init.method === 'POST' && loses) throw new TypeError('Failed to fetch');
    return answer;
  };
  const join = () => joinQueue({ ...ask, nonce, invitation: code }, fetch);
  expect(await join()).toEqual({ ok: false, problem: 'unreachable' });
  loses = false;
  const joined = await join();
  expect(joined).toMatchObject({ ok: true, value: { joined: { person: { id: 'hanna' } } } });
  if (joined.ok) await addAccount(registry, joined.value.queueUrl, joined.value.joined, queue.time.now);
  expect(await join()).toEqual({ ok: false, problem: 'code_used' });
});

const info = (newest: number, oldest: number) => async () =>
  new Response(
    JSON.stringify({
      id: '11111111-1111-4111-8111-111111111111',
      name: 'Nordwerk',
      epoch: '22222222-2222-4222-8222-222222222222',
      protocol: { newest, oldest },
    }),
    { headers: { [PROTOCOL_HEADER]: '1' } },
  );

test('what goes wrong before the code is even sent has its kind', async () => {
  const problemOf = async (fetch: () => Promise<Response>, over = {}) => {
    const result = await joinQueue({ ...ask, invitation: CODE, ...over }, fetch);
    return result.ok ? 'joined' : result.problem;
  };
  const nobody = () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await problemOf(nobody, { invitation: 'ABCD' })).toBe('code_malformed');
  expect(await problemOf(nobody, { queueUrl: null })).toBe('address_missing');
  expect(await problemOf(nobody)).toBe('unreachable');
  expect(await problemOf(async () => new Response('<html>'))).toBe('not_a_queue');
  expect(await problemOf(async () => problem('too_many', 429))).toBe('busy');
  expect(await problemOf(async () => problem('internal', 500))).toBe('busy');
  expect(await problemOf(info(9, 2))).toBe('update_extension');
  expect(await problemOf(info(0, 0))).toBe('update_queue');
});
