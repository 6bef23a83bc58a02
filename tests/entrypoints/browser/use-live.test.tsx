// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, renderHook } from '@testing-library/preact';
import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { useLive } from '../../../entrypoints/browser/use-live.ts';

afterEach(cleanup);
const eventually = <T,>(check: () => T): Promise<T> => vi.waitFor(check, 10_000);

test('a query whose transaction was ended by others is asked again until it answers', async () => {
  let asked = 0;
  const query = async () => {
    asked += 1;
    if (asked < 5) throw new Dexie.AbortError('ended');
    return 'rows';
  };
  const { result } = renderHook(() => useLive(query, []));
  await eventually(() => expect(result.current).toBe('rows'));
  expect(asked).toBe(5);
});

test('nobody is asked again for inputs that changed since, and a late answer to them is nobody’s', async () => {
  const answers = new Map<string, (answer: string) => void>();
  const asked: string[] = [];
  const query = (of: string) => () => {
    asked.push(of);
    if (of === 'interrupted') return Promise.reject(new Dexie.PrematureCommitError());
    return new Promise<string>((resolve) => answers.set(of, resolve));
  };
  const { result, rerender } = renderHook(({ of }) => useLive(query(of), [of]), {
    initialProps: { of: 'interrupted' },
  });
  await eventually(() => expect(asked).toEqual(['interrupted']));
  rerender({ of: 'late' });
  await eventually(() => expect(answers.has('late')).toBe(true));
  rerender({ of: 'now' });
  await eventually(() => expect(answers.has('now')).toBe(true));
  answers.get('now')?.('of now');
  await eventually(() => expect(result.current).toBe('of now'));
  answers.get('late')?.('of late');
  await new Promise((done) => setTimeout(done, 100));
  expect(result.current).toBe('of now');
  expect(asked).toEqual(['interrupted', 'late', 'now']);
});
