import { expect, test, vi } from 'vitest';
import { within } from '../../../entrypoints/background/within.ts';

test('what answers in time is answered; what fails, or never ends, is not waited for', async () => {
  vi.useFakeTimers();
  const answers = Promise.all([
    within(100, Promise.resolve('kept'), 'unknown'),
    within(100, Promise.reject<string>(new Error('full')), 'unknown'),
    within(100, new Promise<string>(() => {}), 'unknown'),
  ]);
  await vi.advanceTimersByTimeAsync(100);
  expect(await answers).toEqual(['kept', 'unknown', 'unknown']);
  vi.useRealTimers();
});
