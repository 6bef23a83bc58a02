import { afterEach, expect, test, vi } from 'vitest';

const { accountChanged } = vi.hoisted(() => ({ accountChanged: vi.fn() }));
vi.mock('../../../entrypoints/browser/background-calls.ts', () => ({ accountChanged }));
afterEach(() => vi.unstubAllGlobals());

/** A page is a module of its own. */
async function openPage() {
  vi.resetModules();
  return import('../../../entrypoints/browser/account-change.ts');
}

test('[VI3] who joins or leaves tells the background, and every other page starts again', async () => {
  const reload = vi.fn();
  vi.stubGlobal('location', { reload });
  const [leaving, one, another] = [await openPage(), await openPage(), await openPage()];
  for (const page of [leaving, one, another]) page.restartOnAccountChange();
  await leaving.announceAccountChange();
  expect(accountChanged).toHaveBeenCalledOnce();
  await expect.poll(() => reload.mock.calls.length).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(reload).toHaveBeenCalledTimes(2);
});
