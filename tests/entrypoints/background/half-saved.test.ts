import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addressKey } from '../../../desk/address.ts';
import type { Session } from '../../../entrypoints/browser/session.ts';
import { saveClip } from '../../../storage/save-clip.ts';
import { newClip } from '../../storage/device.ts';
import { badge, browser, buttonTitle } from './browser.ts';
import { join } from './joined.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./browser.ts')).browser }));
vi.mock('../../../entrypoints/background/sync.ts', () => ({ syncNow: vi.fn() }));

const { tellWhetherSaved } = await import('../../../entrypoints/background/half-saved.ts');
const { announceSaving, listenToSaving } = await import('../../../entrypoints/browser/saving.ts');

let session: Session;
beforeEach(async () => {
  session = await join();
  browser.action.setBadgeText.mockClear();
});
afterEach(() => session.db.delete());

test('[ST1] of a popup that was gone before it told, the button says that nothing was saved', async () => {
  await tellWhetherSaved('page-of-nobody');
  expect(badge()).toBe('!');
  expect(buttonTitle()).toMatch(/not saved yet|noch nicht gespeichert/);
});

test('a clip that was committed all the same needs no alarm', async () => {
  const input = newClip();
  await saveClip(session.db, input, Date.now());
  await tellWhetherSaved((await addressKey(input.draft.address, null)) ?? '');
  expect(badge()).toBeNull();
});

test('only a line that breaks before the person was told is heard of', () => {
  const gone = vi.fn();
  listenToSaving(gone);
  announceSaving('told')();
  expect(gone).not.toHaveBeenCalled();
  announceSaving('broken');
  browser.runtime.connect.mock.results.at(-1)?.value.disconnect();
  expect(gone).toHaveBeenCalledExactlyOnceWith('broken');
});
