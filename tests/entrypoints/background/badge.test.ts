import { beforeEach, expect, test, vi } from 'vitest';
import { saveOne } from '../../storage/acts.ts';
import { badge, buttonTitle } from './browser.ts';
import { join } from './joined.ts';

vi.mock('wxt/browser', () => import('./browser.ts'));
const { showAlert, showKept, updateBadge } = await import('../../../entrypoints/background/badge.ts');

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { db } = await join();
  await saveOne(db);
  await updateBadge();
  expect(badge()).toBe('1');
  return () => vi.useRealTimers();
});

test('what was kept is said some seconds long, whatever is counted meanwhile', async () => {
  await showKept('Saved as a clip');
  await updateBadge();
  expect([badge(), buttonTitle()]).toEqual(['✓', 'Saved as a clip']);
  vi.advanceTimersByTime(5_000);
  await expect.poll(badge).toBe('1');
});

test('a count that was begun before says nothing after it', async () => {
  const counting = updateBadge();
  await showKept('Saved as a clip');
  await counting;
  expect(badge()).toBe('✓');
  vi.runAllTimers();
});

test('the newest is said for its whole time', async () => {
  await showKept('Saved as a clip');
  vi.advanceTimersByTime(4_000);
  await showAlert('Saving did not work.');
  vi.advanceTimersByTime(4_000);
  await updateBadge();
  expect([badge(), buttonTitle()]).toEqual(['!', 'Saving did not work.']);
  vi.runAllTimers();
  await expect.poll(badge).toBe('1');
});
