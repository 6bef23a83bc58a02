import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Session } from '../../../entrypoints/browser/session.ts';
import { keepDraft } from '../../../storage/drafts.ts';
import { saveClip } from '../../../storage/save-clip.ts';
import { newClip } from '../../storage/device.ts';
import { badge, browser, buttonTitle } from './browser.ts';
import { join } from './joined.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./browser.ts')).browser }));
vi.mock('../../../entrypoints/background/sync.ts', () => ({ syncNow: vi.fn() }));

const { tellWhetherSaved } = await import('../../../entrypoints/background/half-saved.ts');
const { announceSaving, announceTyping, listenToSaving } = await import('../../../entrypoints/browser/saving.ts');

let session: Session;
beforeEach(async () => {
  session = await join();
  browser.action.setBadgeText.mockClear();
});
afterEach(() => session.db.delete());

test('[ST1] of a popup that was gone before it told, the button says that nothing was saved', async () => {
  await tellWhetherSaved(Date.now(), 'saving');
  expect(badge()).toBe('!');
  expect(buttonTitle()).toMatch(/not saved yet|noch nicht gespeichert/);
});

test('a clip that was committed all the same needs no alarm', async () => {
  const since = Date.now();
  await saveClip(session.db, newClip({ pageKey: Promise.resolve(null) }), Date.now());
  await tellWhetherSaved(since, 'saving');
  expect(badge()).toBeNull();
});

test('[ST1] an earlier clip of the same page is not the one that was to be saved', async () => {
  const since = Date.now();
  await saveClip(session.db, newClip(), since - 1);
  await tellWhetherSaved(since, 'saving');
  expect(badge()).toBe('!');
});

test('[ST1] a popup that goes while somebody types is nothing unusual, if its words are kept', async () => {
  const since = Date.now();
  const words = { draft: null, address: '', title: 'Halb', departmentId: null, goalId: null, note: '' };
  await keepDraft(session.db, { key: 'page', ...words, keptAt: since });
  await tellWhetherSaved(since, 'typing');
  expect(badge()).toBeNull();

  await tellWhetherSaved(since + 1, 'typing');
  expect([badge(), buttonTitle()]).toEqual(['!', expect.stringMatching(/not saved yet|noch nicht gespeichert/)]);
});

test('[ST1] words whose database does not answer any more are not known to be kept', async () => {
  session.db.close();
  await tellWhetherSaved(Date.now(), 'typing');
  expect(badge()).toBe('!');
});

test('only a line that breaks before the person was told is heard of', () => {
  const gone = vi.fn();
  listenToSaving(gone);
  announceSaving(1)();
  expect(gone).not.toHaveBeenCalled();
  announceSaving(2);
  browser.runtime.connect.mock.results.at(-1)?.value.disconnect();
  expect(gone).toHaveBeenCalledExactlyOnceWith(2, 'saving');
  announceTyping(3);
  browser.runtime.connect.mock.results.at(-1)?.value.disconnect();
  expect(gone).toHaveBeenLastCalledWith(3, 'typing');
});
