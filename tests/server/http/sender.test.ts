import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createAttempts } from '../../../server/http/attempts.ts';
import type { QueueEnv } from '../../../server/http/context.ts';
import { senderAddress } from '../../../server/http/sender.ts';

const senderOf = async (proxies: number, forwarded?: string) => {
  const app = new Hono<QueueEnv>().get('/', (c) => c.text(senderAddress(c, proxies)));
  const incoming = { socket: { remoteAddress: '10.0.0.9' } };
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return (await app.request('/', { headers }, { incoming })).text();
};

test('without a proxy of our own nobody is believed about where they come from', async () => {
  expect(await senderOf(0, '1.1.1.1')).toBe('10.0.0.9');
});

test('behind proxies only what they wrote themselves is believed', async () => {
  expect(await senderOf(1, '6.6.6.6, 192.168.1.5')).toBe('192.168.1.5');
  expect(await senderOf(2, '6.6.6.6, 192.168.1.5, 10.0.0.8')).toBe('192.168.1.5');
  expect(await senderOf(1)).toBe('10.0.0.9');
});

test('failures count by address, and a window ends', () => {
  const attempts = createAttempts({ allowed: 2, windowMs: 1000, addresses: 9 });
  for (const at of [0, 500]) attempts.failed('a', at);
  expect([attempts.waitSeconds('a', 500), attempts.waitSeconds('b', 500)]).toEqual([1, 0]);
  expect(attempts.waitSeconds('a', 1000)).toBe(0);
});

test('no more addresses are remembered than there is room for; the oldest window makes room', () => {
  const attempts = createAttempts({ allowed: 1, windowMs: 1000, addresses: 3 });
  attempts.failed('a', 0);
  attempts.failed('b', 500);
  attempts.failed('a', 1200); // A new window: now the one of b is the oldest.
  attempts.failed('c', 1300);
  attempts.failed('d', 1400);
  const waiting = ['a', 'b', 'c', 'd'].filter((address) => attempts.waitSeconds(address, 1400) > 0);
  expect(waiting).toEqual(['a', 'c', 'd']);
});
