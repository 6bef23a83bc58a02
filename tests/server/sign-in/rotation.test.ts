import { expect, test } from 'vitest';
import type { Holding } from '../../../server/rows/devices.ts';
import { stepOf } from '../../../server/sign-in/rotation.ts';
import { IDLE_MS, makeTokens } from '../../../server/sign-in/tokens.ts';

const holding = (over: Partial<Holding> = {}): Holding => ({
  id: 'device',
  personId: 'hanna',
  allowed: true,
  refreshedAt: 0,
  refreshHash: 'held',
  nextRefreshHash: null,
  nextSalt: null,
  rewound: false,
  providerGrant: null,
  verifiedAt: null,
  ...over,
});
const given = { nextRefreshHash: 'next', nextSalt: 'salt' };

test.each([
  ['what the device holds', 'held', {}, 'rotate'],
  ['[SI2] what it holds, after an answer that nobody used', 'held', given, 'repeat'],
  ['what it was given last', 'next', given, 'rotate'],
  ['[SI3] anything else of the family', 'earlier', {}, 'reused'],
  ['[SI3] anything else of the family, while an answer is on its way', 'earlier', given, 'reused'],
  ['[SI12] anything else of the family, after a restored backup', 'later', { rewound: true }, 'rotate'],
  ['[SI1] of a device that may no longer', 'held', { allowed: false }, 'refused'],
] as const)('%s', (_what, hash, over, step) => {
  expect(stepOf(holding(over), hash, IDLE_MS)).toBe(step);
});

test('what is of no device, or was not used for too long, is refused', () => {
  expect(stepOf(null, 'held', 0)).toBe('refused');
  expect(stepOf(holding(), 'held', IDLE_MS + 1)).toBe('refused');
});

test('[SI2] tokens follow from a secret and a salt, and from neither alone', () => {
  const made = makeTokens('secret', 'salt');
  expect(makeTokens('secret', 'salt')).toEqual(made);
  for (const other of [makeTokens('other', 'salt'), makeTokens('secret', 'other')]) {
    expect(other.access).not.toBe(made.access);
    expect(other.refresh).not.toBe(made.refresh);
  }
  expect(makeTokens('secret', 'salt', 'f'.repeat(22)).refresh).toBe('f'.repeat(22) + made.refresh.slice(22));
});
