import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ClipDraft } from '../../../protocol/clip.ts';
import { draft, picture } from '../../storage/device.ts';
import { badge, browser, buttonTitle } from './browser.ts';
import { failOpening, join } from './joined.ts';

const { takePicture } = vi.hoisted(() => ({ takePicture: vi.fn() }));
vi.mock('wxt/browser', () => import('./browser.ts'));
vi.mock('../../../entrypoints/browser/picture.ts', () => ({ takePicture }));
vi.mock('../../../entrypoints/background/sync.ts', () => ({ syncNow: vi.fn() }));

const { quickClip } = await import('../../../entrypoints/background/quick-clip.ts');
const { forgetSession, openSession } = await import('../../../entrypoints/browser/session.ts');

const PAGE = draft().address;
const tab = { id: 7, url: PAGE, title: 'Werkstatt', windowId: 1 };
const ELSEWHERE = 'https://intranet.example/kantine';

const places = { window: { width: 1280, height: 720 }, lead: null, heading: null };

/** The script in the page reads this draft; the tab then shows `now`. */
function pageIs(read: ClipDraft, now: object = tab): void {
  browser.scripting.executeScript.mockImplementation(async ({ files }) =>
    files.some((file) => file.includes('capture')) ? [{ result: { draft: read, places, took: 3 } }] : [],
  );
  browser.tabs.get.mockResolvedValue(now);
}
const clips = async () => (await openSession())?.db.clips.toArray();
const toastWasAsked = () => browser.tabs.sendMessage.mock.calls.length > 0;

beforeEach(async () => {
  vi.clearAllMocks();
  takePicture.mockResolvedValue(null);
  pageIs(draft());
  await join();
});

test('the page in front is kept, and its toast is asked for', async () => {
  await quickClip(tab, null);
  expect(await clips()).toMatchObject([{ clip: { address: PAGE } }]);
  expect(toastWasAsked()).toBe(true);
  expect(badge()).toBeNull();
});

describe('[CA2] a page that the tab went to is not kept in place of the one that was meant', () => {
  test.each([
    ['while it was read', draft(), { ...tab, url: ELSEWHERE, title: 'Kantine' }],
    ['to another site while it was read', draft(), { id: 7 }],
    ['before it was read', draft({ address: ELSEWHERE }), { ...tab, url: ELSEWHERE, title: 'Kantine' }],
  ])('%s', async (_when, read, now) => {
    pageIs(read, now);
    await quickClip(tab, null);
    expect(await clips()).toEqual([]);
    expect(buttonTitle()).toContain('another page');
    expect(browser.action.openPopup).toHaveBeenCalled();
    expect(toastWasAsked()).toBe(false);
  });
});

describe('what fails is explained', () => {
  test('no database can be opened: said, and the next press keeps the page', async () => {
    forgetSession();
    const endOfFailing = failOpening();
    await quickClip(tab, null);
    expect(badge()).toBe('!');
    expect(buttonTitle()).toContain('not saved yet');
    endOfFailing();
    await quickClip(tab, null);
    expect(await clips()).toHaveLength(1);
  });

  test('the account’s database could not be opened once: the next press opens another', async () => {
    const session = await openSession();
    session?.db.close({ disableAutoOpen: false });
    const endOfFailing = failOpening();
    await quickClip(tab, null);
    expect(buttonTitle()).toContain('not saved yet');
    endOfFailing();
    await quickClip(tab, null);
    expect(await clips()).toHaveLength(1);
  });

  test('[BL1] a picture that cannot be kept leaves the clip kept, and nobody says otherwise', async () => {
    takePicture.mockResolvedValue(picture());
    const session = await openSession();
    session?.db.pictures.hook('creating', () => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await quickClip(tab, null);
    expect(await clips()).toMatchObject([{ clip: { picture: null } }]);
    expect(badge()).toBeNull();
    expect(toastWasAsked()).toBe(true);
  });
});

test('the picture is kept before the toast is asked for: a tag and the picture do not meet', async () => {
  takePicture.mockResolvedValue(picture());
  const session = await openSession();
  const atToast: unknown[] = [];
  browser.tabs.sendMessage.mockImplementationOnce(async () => {
    atToast.push(await session?.db.pictures.count());
    return { ok: true, value: {} };
  });
  await quickClip(tab, null);
  expect(atToast).toEqual([1]);
});
