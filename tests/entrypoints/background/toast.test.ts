import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Clip } from '../../../protocol/clip.ts';
import { saveClip } from '../../../storage/save-clip.ts';
import { suggestion } from '../../../storage/suggestions.ts';
import { draft, newClip } from '../../storage/device.ts';
import { badge, browser, buttonTitle } from './browser.ts';
import { join } from './joined.ts';

vi.mock('wxt/browser', () => import('./browser.ts'));
vi.mock('../../../entrypoints/background/sync.ts', () => ({ syncNow: vi.fn() }));
const { answerToasts, showToast } = await import('../../../entrypoints/background/toast.ts');
answerToasts();

const PAGE = draft().address;
let session: Awaited<ReturnType<typeof join>>;
let clip: Clip;

beforeEach(async () => {
  vi.clearAllMocks();
  session = await join();
  browser.scripting.executeScript.mockResolvedValue([{ result: true }]);
  clip = (await saveClip(session.db, newClip(), Date.now())).clip;
});

describe('where the page shows no toast, the button says that the clip is kept', () => {
  test.each([
    ['no script may run', () => browser.scripting.executeScript.mockRejectedValueOnce(new Error('no access'))],
    ['nobody answers', () => browser.scripting.executeScript.mockResolvedValue([])],
    ['the script fails', () => browser.scripting.executeScript.mockResolvedValue([{ result: null }])],
  ])('%s', async (_name, prepare) => {
    prepare();
    await showToast(session, 7, clip, true);
    expect(badge()).toBe('✓');
    expect(buttonTitle()).toContain(clip.title);
  });

  test('a toast that is shown is enough', async () => {
    await showToast(session, 7, clip, true);
    expect(badge()).toBeNull();
  });
});

describe('a tab reaches the clip of its page', () => {
  const from = (url: string | undefined, call: string, more = {}) => {
    browser.tabs.get.mockResolvedValue({ id: 7, url });
    const message = { clipdesk: call, request: { clipId: clip.id, ...more } };
    return browser.runtime.onMessage.fire(message, { id: 'clipdesk', tab: { id: 7 }, url });
  };
  const tag = { departmentId: 'it', goalId: null };

  test('also behind an anchor', async () => {
    expect(await from(`${PAGE}#ablauf`, 'tagClip', tag)).toMatchObject({ ok: true });
    expect((await suggestion(session.db, clip.id))?.clip.departmentId).toBe('it');
    expect(await from(`${PAGE}#ende`, 'undoClip')).toMatchObject({ ok: true });
    expect(await suggestion(session.db, clip.id)).toBeNull();
  });

  test.each([`${PAGE}#/other/route`, 'https://evil.example/hr/werkstatt', undefined])('not from %s', async (url) => {
    expect(await from(url, 'tagClip', tag)).toEqual({ ok: false, problem: 'not_found' });
    expect(await from(url, 'undoClip')).toEqual({ ok: false, problem: 'not_found' });
    expect((await suggestion(session.db, clip.id))?.clip.departmentId).toBe('hr');
  });
});
