import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ClipDraft } from '../../../protocol/clip.ts';
import { draft, picture } from '../../storage/device.ts';
import { badge, browser, buttonTitle } from './browser.ts';
import { failOpening, join, leave } from './joined.ts';

const { takePicture, completeClip, openReader } = vi.hoisted(() => ({
  takePicture: vi.fn(),
  completeClip: vi.fn(),
  openReader: vi.fn(),
}));
vi.mock('wxt/browser', () => import('./browser.ts'));
// The script in the page hands over the draft itself.
vi.mock('../../../entrypoints/browser/read-draft.ts', () => ({ readDraft: async (read: unknown) => read }));
vi.mock('../../../entrypoints/browser/picture.ts', () => ({ takePicture }));
vi.mock('../../../entrypoints/browser/capture-document.ts', () => ({ completeClip }));
vi.mock('../../../entrypoints/background/reader.ts', () => ({ openReader }));
vi.mock('../../../entrypoints/background/sync.ts', () => ({ syncNow: vi.fn() }));

const { showPage } = vi.hoisted(() => ({ showPage: vi.fn() }));
vi.mock('../../../entrypoints/browser/show-page.ts', () => ({ showPage }));

const { quickClip } = await import('../../../entrypoints/background/quick-clip.ts');
const { forgetSession, openSession } = await import('../../../entrypoints/browser/session.ts');

const PAGE = draft().address;
const tab = { id: 7, url: PAGE, title: 'Werkstatt', windowId: 1 };
const ELSEWHERE = 'https://intranet.example/kantine';

const places = { window: { width: 1280, height: 720 }, lead: null, heading: null };

/** The script in the page reads this draft; the tab then shows `now`. */
function pageIs(read: ClipDraft, now: object = tab): void {
  browser.scripting.executeScript.mockImplementation(async ({ files, args }) => {
    if (files?.[0]?.includes('capture')) return [{ result: { draft: read, places, unfinished: false, took: 3 } }];
    return [{ result: args === undefined ? null : inPage(...(args as [string, unknown])) }];
  });
  browser.tabs.get.mockResolvedValue(now);
}
const clips = async () => (await openSession())?.db.clips.toArray();
/** Answers what a function of our scripts in the page is called with. */
const inPage = vi.fn((_name: string, _argument: unknown): unknown => true);
const toastWasAsked = () => inPage.mock.calls.some(([name]) => name === 'showToast');

beforeEach(async () => {
  vi.clearAllMocks();
  inPage.mockReturnValue(true);
  takePicture.mockResolvedValue(null);
  pageIs(draft());
  await join();
});

test('the page in front is kept, and its toast is asked for', async () => {
  await quickClip(tab);
  expect(await clips()).toMatchObject([{ clip: { address: PAGE } }]);
  expect(toastWasAsked()).toBe(true);
  expect(badge()).toBeNull();
});

test('the toast says why the department of its clip is what it is', async () => {
  await quickClip(tab);
  const [, content] = inPage.mock.calls.find(([name]) => name === 'showToast') ?? [];
  expect(content).toMatchObject({ texts: { because: expect.stringMatching(/^Department, because: \S/) } });
});

test('who has not joined is led to the one page for that, and told why', async () => {
  leave();
  await quickClip(tab);
  expect(showPage.mock.calls).toEqual([['options.html#join-first']]);
  expect(toastWasAsked()).toBe(false);
});

describe('[CA2] a page that the tab went to is not kept in place of the one that was meant', () => {
  test.each([
    ['while it was read', draft(), { ...tab, url: ELSEWHERE, title: 'Kantine' }],
    ['to another site while it was read', draft(), { id: 7 }],
    ['before it was read', draft({ address: ELSEWHERE }), { ...tab, url: ELSEWHERE, title: 'Kantine' }],
  ])('%s', async (_when, read, now) => {
    pageIs(read, now);
    await quickClip(tab);
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
    await quickClip(tab);
    expect(badge()).toBe('!');
    expect(buttonTitle()).toContain('not saved yet');
    endOfFailing();
    await quickClip(tab);
    expect(await clips()).toHaveLength(1);
  });

  test('the account’s database could not be opened once: the next press opens another', async () => {
    const session = await openSession();
    session?.db.close({ disableAutoOpen: false });
    const endOfFailing = failOpening();
    await quickClip(tab);
    expect(buttonTitle()).toContain('not saved yet');
    endOfFailing();
    await quickClip(tab);
    expect(await clips()).toHaveLength(1);
  });

  test('[BL1] a picture that cannot be kept leaves the clip kept, and nobody says otherwise', async () => {
    takePicture.mockResolvedValue(picture());
    const session = await openSession();
    session?.db.pictures.hook('creating', () => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await quickClip(tab);
    expect(await clips()).toMatchObject([{ clip: { picture: null } }]);
    expect(badge()).toBeNull();
    expect(toastWasAsked()).toBe(true);
  });
});

test('the picture is kept before the toast is asked for: a tag and the picture do not meet', async () => {
  takePicture.mockResolvedValue(picture());
  const session = await openSession();
  const atToast: unknown[] = [];
  inPage.mockImplementation(async () => {
    atToast.push(await session?.db.pictures.count());
    return true;
  });
  await quickClip(tab);
  await vi.waitFor(() => expect(atToast).toEqual([1]));
});

describe('what a person pointed at', () => {
  const LINK = 'https://intranet.example/hr/anmeldung';
  const context = { address: PAGE, title: draft().title };

  test('a link is a clip of its target with the page as context, without a picture of this page', async () => {
    inPage.mockReturnValue({ title: 'Anmeldung', excerpt: 'Wer mitmachen will, meldet sich an.', lang: 'de' });
    await quickClip(tab, { pointed: { kind: 'link', address: LINK, frameId: 0 } });
    expect(await clips()).toMatchObject([
      {
        clip: {
          address: LINK,
          title: 'Anmeldung',
          excerpt: 'Wer mitmachen will, meldet sich an.',
          context,
          quote: null,
        },
      },
    ]);
    expect(takePicture).not.toHaveBeenCalled();
  });

  test('a link that the page does not tell of is kept by its address', async () => {
    inPage.mockImplementation(() => {
      throw new Error('no access');
    });
    await quickClip(tab, { pointed: { kind: 'link', address: `${LINK}.pdf`, frameId: 3 } });
    expect(await clips()).toMatchObject([
      { clip: { address: `${LINK}.pdf`, title: 'anmeldung', kind: 'document', context } },
    ]);
  });

  test('an image is a clip of its page with what the page says of it, within the limits', async () => {
    const image = {
      alt: 'Zwei Menschen',
      caption: 'Werkbank',
      width: 1200,
      height: 0,
      credit: 'Foto: A',
      licence: 'x'.repeat(9_000),
    };
    inPage.mockReturnValue({ ...image, address: 'https://cdn.example/b.jpg' });
    await quickClip(tab, { pointed: { kind: 'image', address: 'https://cdn.example/a.jpg', frameId: 0 } });
    const [row] = (await clips()) ?? [];
    expect(row?.clip).toMatchObject({
      address: PAGE,
      context: null,
      clippedImage: {
        ...image,
        address: 'https://cdn.example/b.jpg',
        height: null,
        licence: expect.stringMatching(/^x+…$/),
      },
    });
  });

  test('the picture of a clipped image is that image', async () => {
    await quickClip(tab, { pointed: { kind: 'image', address: 'https://cdn.example/a.jpg', frameId: 0 } });
    const [, picturedBy] = takePicture.mock.lastCall ?? [];
    expect(await picturedBy).toMatchObject({ draft: { imageAddress: 'https://cdn.example/a.jpg' } });
  });

  test('an image that stands in the page itself has no address to tell', async () => {
    inPage.mockReturnValue(null);
    await quickClip(tab, { pointed: { kind: 'image', address: 'data:image/png;base64,AAAA', frameId: 0 } });
    expect(await clips()).toMatchObject([{ clip: { address: PAGE, clippedImage: null } }]);
  });
});

test('[BL1] a document is kept by its title at once, and whoever reads it is told to complete the clip', async () => {
  pageIs(draft({ title: 'klimabericht 2025', kind: 'document', text: '' }));
  await quickClip(tab);
  const [kept] = (await clips()) ?? [];
  expect(kept).toMatchObject({ clip: { title: 'klimabericht 2025' } });
  await expect
    .poll(() => completeClip.mock.calls)
    .toEqual([[{ address: PAGE, title: 'klimabericht 2025', clipId: kept?.clip.id, isLink: false }, openReader]]);
});

describe('a document behind a link is read', () => {
  const clipLink = async (address: string) => {
    await quickClip(tab, { pointed: { kind: 'link', address, frameId: 0 } });
    expect(await clips()).toMatchObject([{ clip: { address, kind: 'document' } }]);
    return completeClip.mock.calls.map(([document]) => document);
  };
  const FOREIGN = 'https://payroll.example/bericht.pdf';

  test('from the origin of the page in front', async () => {
    const address = new URL('/bericht.pdf', PAGE).href;
    expect(await clipLink(address)).toMatchObject([{ address, isLink: true }]);
  });

  test('never from another one', async () => {
    expect(await clipLink(FOREIGN)).toEqual([]);
  });

  test('unless the person allowed that site', async () => {
    browser.permissions.contains.mockResolvedValueOnce(true);
    expect(await clipLink(FOREIGN)).toMatchObject([{ address: FOREIGN }]);
    expect(browser.permissions.contains).toHaveBeenCalledWith({ origins: ['https://payroll.example/*'] });
  });
});

describe('what has no title or a long address', () => {
  test('a page without a title and with a long address is kept by the name of its file', async () => {
    const address = `https://intranet.example/api/fundstellen.json?filter=${'x'.repeat(400)}`;
    pageIs(draft({ address, title: '' }), { ...tab, url: address, title: address.slice('https://'.length) });
    await quickClip({ ...tab, url: address, title: address.slice('https://'.length) });
    expect(await clips()).toMatchObject([{ clip: { address, title: 'fundstellen' } }]);
    expect(badge()).toBeNull();
  });

  test('a name that is longer than a title may be is cut', async () => {
    const address = `https://intranet.example/${'x'.repeat(400)}`;
    pageIs(draft({ address, title: '' }), { ...tab, url: address, title: '' });
    await quickClip({ ...tab, url: address, title: '' });
    expect(await clips()).toMatchObject([{ clip: { title: `${'x'.repeat(299)}…`, cut: ['title'] } }]);
  });

  test('a link that is too long for a clip is said to be so, and the session stays', async () => {
    const session = await openSession();
    const address = `https://intranet.example/?q=${'x'.repeat(5_000)}`;
    await quickClip(tab, { pointed: { kind: 'link', address, frameId: 0 } });
    expect(await clips()).toEqual([]);
    expect(buttonTitle()).toContain('This address cannot be saved.');
    expect(await openSession()).toBe(session);
  });
});
