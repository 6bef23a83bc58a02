import { expect, test, vi } from 'vitest';
import { createRecentlyUsed } from '../../../server/store/recently-used.ts';

test('what is wanted again is made once; what was not wanted longest is let go of', () => {
  const make = vi.fn((key: string) => ({ key }));
  const get = createRecentlyUsed(2, make);
  const a = get('a');
  get('b');
  expect(get('a')).toBe(a);
  get('c');
  expect(get('a')).toBe(a);
  expect(make).toHaveBeenCalledTimes(3);
  get('b');
  expect(make.mock.calls.map(([key]) => key)).toEqual(['a', 'b', 'c', 'b']);
});

test('what could not be made is asked for again', () => {
  const make = vi.fn((): string => 'made');
  make.mockImplementationOnce(() => {
    throw new Error('not now');
  });
  const get = createRecentlyUsed(2, make);
  expect(() => get('a')).toThrow('not now');
  expect(get('a')).toBe('made');
});
