import { createHash } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { ROUTES } from '../../protocol/routes.ts';
import { signInQuerySchema, signInRequestSchema } from '../../protocol/session.ts';
import { PROTOCOL_HEADER } from '../../protocol/version.ts';
import { parseQueueAddress } from '../../sync/invitation.ts';
import { askToSignIn, readSignInAnswer, redeemSignIn } from '../../sync/sign-in.ts';
import { submitter } from '../desk/samples.ts';
import { QUEUE, tokens } from '../storage/device.ts';
import { problem } from './network.ts';

const REDIRECT = 'https://abc.chromiumapp.org/signed-in';
const queueUrl = 'https://queue.example/themen';
const answered = {
  tokens: tokens(),
  person: submitter,
  queue: { ...QUEUE, protocol: { newest: 1, oldest: 1 }, signIn: true },
};

test('[SI7] the queue is told a challenge, and the verifier stays here', async () => {
  const { address, verifier, state } = await askToSignIn(queueUrl, REDIRECT);
  const { origin, pathname, searchParams } = new URL(address);
  expect(origin + pathname).toBe('https://queue.example/themen/sign-in');
  const query = signInQuerySchema.parse(Object.fromEntries(searchParams));
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  expect(query).toEqual({ challenge, state, redirect: REDIRECT });
  expect(address).not.toContain(verifier);
  expect((await askToSignIn(queueUrl, REDIRECT)).verifier).not.toBe(verifier);
});

const mine = { queueUrl, state: 'mine', verifier: 'v', address: '' };

test.each([
  ['state=mine&code=abc', { code: 'abc' }],
  ['state=mine&error=refused', { failure: 'refused' }],
  ['state=mine&error=provider_down', { failure: 'provider_down' }],
  ['state=mine&error=something-new', { failure: 'wrong_answer' }],
  ['state=mine', { failure: 'wrong_answer' }],
  ['state=other&code=abc', { failure: 'wrong_answer' }],
  ['state=other&error=refused', { failure: 'wrong_answer' }],
  ['code=abc', { failure: 'wrong_answer' }],
])('[SI6] the answer %s is %j', (query, expected) => {
  expect(readSignInAnswer(`${REDIRECT}?${query}&iss=${queueUrl}`, mine)).toEqual(expected);
});

test.each([
  ['https://queue.example/themen', 'https://queue.example/themen', true],
  ['https://queue.example/themen', 'https://queue.example/themen/', true],
  ['https://queue.example', 'https://queue.example/', true],
  ['https://queue.example', 'https://Queue.example:443', true],
  ['https://queue.example/themen', 'https://queue.example', false],
  ['https://queue.example/themen', 'https://queue.example/other', false],
  ['https://queue.example', 'http://queue.example', false],
  ['https://evil.example', 'https://queue.example', false],
  ['https://evil.example', '', false],
  ['https://evil.example', null, false],
])('[SI13] asked at %s and answered by %s: believed %o', (asked, iss, isBelieved) => {
  const query = new URLSearchParams({ state: 'mine', code: 'abc', ...(iss === null ? {} : { iss }) });
  const read = readSignInAnswer(`${REDIRECT}?${query}`, { ...mine, queueUrl: asked });
  expect(read).toEqual(isBelieved ? { code: 'abc' } : { failure: 'wrong_answer' });
});

test('[SI6] what is no address is no answer', () => {
  expect(readSignInAnswer('nonsense', mine)).toEqual({
    failure: 'wrong_answer',
  });
});

let answers: (() => Promise<Response>)[];
let sent: string[];
beforeEach(() => {
  answers = [];
  sent = [];
});
const ok = async () => Response.json(answered, { headers: { [PROTOCOL_HEADER]: '1' }, status: 201 });
const fetch = async (url: string, init: RequestInit) => {
  sent.push(`${init.method} ${url} ${init.body}`);
  return (answers.shift() ?? ok)();
};
const sleep = vi.fn(async () => {});
const redeem = () =>
  redeemSignIn({ queueUrl, code: 'c'.repeat(43), verifier: 'v'.repeat(43), device: 'Test', fetch, sleep });

test('[SI7] a code and its verifier become tokens', async () => {
  expect(await redeem()).toEqual(answered);
  const [, url, body = ''] = sent[0]?.split(' ') ?? [];
  expect(url).toBe(queueUrl + ROUTES.signIn);
  expect(signInRequestSchema.safeParse(JSON.parse(body)).success).toBe(true);
});

test('[SI7] a lost answer is asked for again, with the same words', async () => {
  answers = [() => Promise.reject(new TypeError('Failed to fetch')), async () => new Response('<html>')];
  expect(await redeem()).toEqual(answered);
  expect([sent.length, new Set(sent).size]).toEqual([3, 1]);
});

test('[SI7] a code that the queue does not know is not asked for again', async () => {
  answers = [async () => problem('unknown', 404)];
  await expect(redeem()).rejects.toMatchObject({ kind: 'not_found' });
  expect(sent).toHaveLength(1);
});

test.each([
  ['https://queue.example', 'https://queue.example'],
  ['https://queue.example/themen/join', 'https://queue.example/themen'],
  ['themen.nordwerk.example', 'https://themen.nordwerk.example'],
  ['localhost:8787', 'https://localhost:8787'],
  ['nordwerk', null],
  ['Guten Tag', null],
  ['ABCD-2345-EFGH-6789', null],
  ['https://queue.example/join#ABCD-2345-EFGH-6789', null],
  ['https://queue.example/join#ABCD-2345', null],
  ['', null],
])('the queue that %j names without a code is %j', (text, address) => {
  expect(parseQueueAddress(text)).toBe(address);
});
