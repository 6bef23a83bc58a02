import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { handOverInvitation, looksLikeInvitation, takeInvitation } from '../../../entrypoints/browser/invitation.ts';

const LINK = 'https://queue.example/join#ABCD-2345-EFGH-6789';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('an invitation is handed over once', () => {
  expect(takeInvitation()).toBe('');
  handOverInvitation(LINK);
  expect([takeInvitation(), takeInvitation()]).toEqual([LINK, '']);
});

test('one that nobody took within a minute is dropped', () => {
  handOverInvitation(LINK);
  vi.setSystemTime(Date.now() + 60_001);
  expect(takeInvitation()).toBe('');
  expect(localStorage.getItem('invitation')).toBeNull();
});

test('what says no time is dropped too', () => {
  localStorage.setItem('invitation', LINK);
  expect(takeInvitation()).toBe('');
});

test.each([
  [LINK, true],
  ['https://queue.example/themen/join#abcd-2345-efgh-6789', true],
  ['https://queue.example/join', false],
  [undefined, false],
])('%j is an invitation: %j', (address, expected) => {
  expect(looksLikeInvitation(address)).toBe(expected);
});
