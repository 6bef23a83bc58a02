// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { UNDO_OFFERED, useUndoOffer } from '../../../entrypoints/browser/use-undo-offer.ts';

afterEach(() => vi.useRealTimers());

function offer() {
  const { result } = renderHook(() => useUndoOffer<string>());
  const set = (done: string | null) => void act(() => result.current[1](done));
  return { said: () => result.current[0], set };
}
const pass = (ms: number) => void act(() => void vi.advanceTimersByTime(ms));

test('what was done is said for its time, counted anew for each', () => {
  vi.useFakeTimers();
  const { said, set } = offer();
  set('one');
  pass(UNDO_OFFERED - 1);
  expect(said()).toBe('one');
  set('two');
  pass(UNDO_OFFERED - 1);
  expect(said()).toBe('two');
  pass(1);
  expect(said()).toBeNull();
});

test('another part of the page ends it', () => {
  const { said, set } = offer();
  set('one');
  void act(() => void dispatchEvent(new Event('hashchange')));
  expect(said()).toBeNull();
});
