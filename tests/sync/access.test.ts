import { beforeEach, expect, test, vi } from 'vitest';
import { ROUTES } from '../../protocol/routes.ts';
import { PROTOCOL_HEADER } from '../../protocol/version.ts';
import type { HeldTokens } from '../../storage/accounts.ts';
import { createAccess } from '../../sync/access.ts';
import { ask } from '../../sync/ask.ts';
import { tokens } from '../storage/device.ts';
import { problem } from './network.ts';

const queueUrl = 'https://queue.example';
const kept = (letter: string, accessUntil = 1_000_000): HeldTokens => ({
  access: letter.repeat(43),
  accessUntil,
  refresh: letter.repeat(65),
});
const answer = (body: unknown) => Response.json(body, { headers: { [PROTOCOL_HEADER]: '1' } });

/** What the device keeps, the letter that the queue lets in, and what it is told at a refresh. */
let held: HeldTokens | null;
let good: string;
let next: () => Promise<Response>;
let asked: string[];
let last: Promise<unknown>;
beforeEach(() => {
  held = kept('a');
  good = 'a';
  next = async () => {
    good = 'b';
    return answer(tokens('b'));
  };
  asked = [];
  last = Promise.resolve();
});

const fetch = vi.fn(async (url: string, init: RequestInit) => {
  const token = new Headers(init.headers).get('authorization');
  asked.push(`${url.slice(queueUrl.length)} ${token?.slice('Bearer '.length)[0] ?? '-'}`);
  if (url.endsWith(ROUTES.refresh)) return next();
  return token === `Bearer ${good.repeat(43)}` ? answer({}) : problem('unauthorized', 401);
});

/** One for each page, as in a browser: they share what is kept and the lock, and nothing else. */
const page = () => ({
  queueUrl,
  fetch,
  access: createAccess({
    queueUrl,
    fetch,
    read: async () => held,
    async keep(before, after) {
      if (held?.refresh === before.refresh) held = after;
    },
    alone<T>(run: () => Promise<T>): Promise<T> {
      const mine = last.then(run);
      last = mine.catch(() => {});
      return mine;
    },
    clock: () => 0,
  }),
});

test('[SI5] a token that is good is sent, and nothing else is asked', async () => {
  await ask(page(), '/v1/pull');
  expect(asked).toEqual(['/v1/pull a']);
});

test('[SI5] one that is about to end is replaced first', async () => {
  held = kept('a', 10_000);
  await ask(page(), '/v1/pull');
  expect(asked).toEqual([`${ROUTES.refresh} -`, '/v1/pull b']);
  expect(held).toEqual({ access: 'b'.repeat(43), accessUntil: 1_200_000, refresh: 'b'.repeat(65) });
});

test('[SI5] one that ends on the way, or by a clock that is wrong, is replaced and the request goes again', async () => {
  good = 'ended';
  await ask(page(), '/v1/push', { method: 'POST', body: 'what waits' });
  expect(asked).toEqual(['/v1/push a', `${ROUTES.refresh} -`, '/v1/push b']);
  expect(fetch.mock.lastCall?.[1]).toMatchObject({ method: 'POST', body: 'what waits' });
});

test('[SI5] many pages at once ask for the next token once', async () => {
  good = 'ended';
  await Promise.all([page(), page(), page()].map((each) => ask(each, '/v1/pull')));
  expect(asked.filter((one) => one.startsWith(ROUTES.refresh))).toHaveLength(1);
});

test('[SI5] a refresh token that is no longer taken asks to sign in, and is kept', async () => {
  good = 'ended';
  next = async () => problem('unauthorized', 401);
  await expect(ask(page(), '/v1/pull')).rejects.toMatchObject({ kind: 'sign_in' });
  expect(held).toEqual(kept('a'));
});

test('[SI5] a lost answer, or one of a proxy, is tried again later with the same token', async () => {
  held = kept('a', 0);
  next = async () => {
    throw new TypeError('Failed to fetch');
  };
  await expect(ask(page(), '/v1/pull')).rejects.toMatchObject({ kind: 'unreachable' });
  next = async () => new Response('<html>', { status: 200 });
  await expect(ask(page(), '/v1/pull')).rejects.toMatchObject({ kind: 'not_a_queue' });
  expect(held).toEqual(kept('a', 0));
});

test('[SI5] a token that is refused twice is asked for once', async () => {
  next = async () => answer(tokens('c'));
  good = 'nobody';
  await expect(ask(page(), '/v1/pull')).rejects.toMatchObject({ kind: 'sign_in' });
  expect(asked).toEqual(['/v1/pull a', `${ROUTES.refresh} -`, '/v1/pull c']);
});

test('[VI3] an account that was left sends nothing, and gets no tokens back', async () => {
  const leaving = page();
  good = 'ended';
  next = async () => {
    held = null;
    return answer(tokens('b'));
  };
  await ask(leaving, '/v1/pull').catch(() => undefined);
  expect(held).toBeNull();
  await expect(ask(leaving, '/v1/pull')).rejects.toMatchObject({ kind: 'sign_in' });
});

test.each([
  ['was read', 'a', ['/v1/pull a']],
  ['has just replaced one that ended', 'ended', ['/v1/pull a', `${ROUTES.refresh} -`, '/v1/pull b']],
])('[CM1] a token that %s is sent at once: a page that closes cannot wait', async (_what, taken, before) => {
  good = taken;
  const line = page();
  await ask(line, '/v1/pull');
  expect(asked).toEqual(before);
  const closing = ask(line, '/v1/claim', { method: 'DELETE' });
  expect(asked).toEqual([...before, `/v1/claim ${good}`]);
  await closing;
});
