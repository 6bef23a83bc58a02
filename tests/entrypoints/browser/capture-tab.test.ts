import { beforeEach, describe, expect, test, vi } from 'vitest';
import { profile } from '../../../capture/profiles/profile.ts';
import type { DraftRead, ReadDraft } from '../../../entrypoints/browser/read-draft.ts';
import type { ClipDraft } from '../../../protocol/clip.ts';

const { executeScript, get } = vi.hoisted(() => ({ executeScript: vi.fn(), get: vi.fn() }));
vi.mock('wxt/browser', () => ({ browser: { scripting: { executeScript }, tabs: { get } } }));

const { captureTab, draftFromTab } = await import('../../../entrypoints/browser/capture-tab.ts');
const { handOverProfiles } = await import('../../../entrypoints/browser/handed-profiles.ts');
const { takeHandedProfiles } = await import('../../../entrypoints/browser/taken-profiles.ts');

const NONE = Promise.resolve([]);
const PAGE = 'https://intranet.example/hr/werkstatt';
const tab = { id: 7, url: PAGE, title: 'Werkstatt' };
const draft = (over: Partial<ClipDraft> = {}): ClipDraft => {
  const known = draftFromTab(PAGE, 'Neue Werkstatt');
  if (known === null) throw new Error('a web address gives a draft');
  return { ...known, text: 'Vierzig Auszubildende', ...over };
};
const places = { window: { width: 1280, height: 720 }, lead: null, heading: null };
/** What is found out of what the page handed over has tests of its own: here the page hands over the draft itself. */
const asRead: ReadDraft = async (handedOver) => handedOver as DraftRead | null;
const pageAnswers = (result: unknown) => executeScript.mockResolvedValue([{ result }]);

beforeEach(() => {
  vi.resetAllMocks();
  get.mockResolvedValue(tab);
});

describe('[CA2] a draft is attached only if the tab still shows its address', () => {
  test('the same page, with an anchor more: attached', async () => {
    pageAnswers({ draft: draft(), places, unfinished: false, took: 3 });
    get.mockResolvedValue({ ...tab, url: `${PAGE}#ablauf` });
    expect(await captureTab(tab, NONE, asRead)).toMatchObject({ ok: true, draft: { title: 'Neue Werkstatt' } });
  });

  test('the tab went on while it was read: nothing of the read page is kept', async () => {
    pageAnswers({ draft: draft({ title: 'Geheim', excerpt: 'Geheim' }), places, unfinished: false, took: 3 });
    get.mockResolvedValue({ ...tab, url: 'https://intranet.example/kantine', title: 'Kantine' });
    const capture = await captureTab(tab, NONE, asRead);
    expect(capture).toMatchObject({ ok: false, failure: 'navigated' });
    expect(JSON.stringify(capture)).not.toContain('Geheim');
  });

  test('the address is kept from us since the tab went to another site: nothing of either page is kept', async () => {
    pageAnswers({ draft: draft(), places, unfinished: false, took: 3 });
    get.mockResolvedValue({ id: 7 });
    expect(await captureTab(tab, NONE, asRead)).toEqual({ ok: false, failure: 'navigated', draft: null });
  });

  test('where the browser never told an address, that of the page is taken', async () => {
    pageAnswers({ draft: draft(), places, unfinished: false, took: 3 });
    get.mockResolvedValue({ id: 7 });
    expect(await captureTab({ id: 7 }, NONE, asRead)).toMatchObject({ ok: true, draft: { address: PAGE } });
  });

  test('another route of a single-page app is another page', async () => {
    pageAnswers({ draft: draft({ address: `${PAGE}#/ideen/1` }), places, unfinished: false, took: 3 });
    get.mockResolvedValue({ ...tab, url: `${PAGE}#/ideen/2` });
    expect(await captureTab(tab, NONE, asRead)).toMatchObject({ ok: false, failure: 'navigated' });
  });

  test('what no script of ours would hand over is not believed', async () => {
    pageAnswers(null);
    expect(await captureTab(tab, NONE, asRead)).toMatchObject({
      ok: false,
      failure: 'unreadable',
      draft: { title: 'Werkstatt' },
    });
  });
});

describe('what the company says of its systems', () => {
  const wiki = profile({ id: 'wiki', name: 'Wiki', hosts: ['*.intranet.example', 'wiki.example'], signs: ['main'] });
  const anywhere = profile({ id: 'anywhere', name: 'Anywhere', signs: ['.cms'] });
  const elsewhere = profile({ id: 'elsewhere', name: 'Elsewhere', hosts: ['other.example'] });

  test('is laid down before the page is read, if it may be for its host', async () => {
    pageAnswers({ draft: draft(), places, unfinished: false, took: 3 });
    await captureTab(tab, Promise.resolve([wiki, anywhere, elsewhere]), asRead);
    const [first, second] = executeScript.mock.calls.map(([injected]) => injected);
    expect(first.args[1]).toEqual([wiki, anywhere]);
    expect(second.files).toHaveLength(1);
  });

  test('arrives in the page’s world once, and an element of its name is no profile', async () => {
    await handOverProfiles(7, PAGE, [wiki]);
    const [injected] = executeScript.mock.calls.flat();
    injected.func(...injected.args);
    expect(takeHandedProfiles()).toEqual([wiki]);
    expect(takeHandedProfiles()).toEqual([]);
    Object.assign(globalThis, { [injected.args[0]]: { id: 'an element' } });
    expect(takeHandedProfiles()).toEqual([]);
  });

  test('costs no injection where there is none for this host', async () => {
    pageAnswers({ draft: draft(), places, unfinished: false, took: 3 });
    await captureTab(tab, Promise.resolve([elsewhere]), asRead);
    expect(executeScript).toHaveBeenCalledTimes(1);
  });

  test('[CA2] does not make another view of a page the one that was read', async () => {
    const rules = { ...wiki, address: [{ paths: ['/hr/**'], keep: ['id'] }] };
    pageAnswers({ draft: draft({ address: `${PAGE}?id=1&view=a` }), places, unfinished: false, took: 3 });
    get.mockResolvedValue({ ...tab, url: `${PAGE}?id=1&view=b` });
    expect(await captureTab(tab, Promise.resolve([rules]), asRead)).toMatchObject({ ok: false, failure: 'navigated' });
  });
});

describe('pages that cannot be read', () => {
  test.each(['chrome://settings', 'about:blank', 'file:///home/a.txt', 'view-source:https://a.example/'])(
    '%s is the browser’s own',
    async (url) => {
      expect(await captureTab({ ...tab, url }, NONE, asRead)).toEqual({
        ok: false,
        failure: 'restricted',
        draft: null,
      });
      expect(executeScript).not.toHaveBeenCalled();
    },
  );

  test('a store page is said to be one', async () => {
    const url = 'https://chromewebstore.google.com/detail/x';
    expect(await captureTab({ ...tab, url }, NONE, asRead)).toMatchObject({ failure: 'store' });
  });

  test('a crashed tab still gives its address and title', async () => {
    executeScript.mockRejectedValue(new Error('no frame'));
    get.mockResolvedValue({ ...tab, status: 'unloaded' });
    expect(await captureTab(tab, NONE, asRead)).toMatchObject({
      ok: false,
      failure: 'crashed',
      draft: { address: PAGE },
    });
  });

  test('the browser’s viewer of a document is a file, named by its tab', async () => {
    pageAnswers({ draft: draft({ title: '', text: '', kind: 'document' }), places, unfinished: false, took: 3 });
    expect(await captureTab(tab, NONE, asRead)).toMatchObject({
      ok: true,
      isFile: true,
      draft: { title: 'Werkstatt' },
    });
  });

  test('so it is where no script may run in the viewer, and its address names a document', async () => {
    executeScript.mockRejectedValue(new Error('Missing host permission for the tab'));
    const url = 'https://intranet.example/berichte/klimabericht-2025.pdf';
    get.mockResolvedValue({ ...tab, url });
    const capture = await captureTab({ id: 7, url, title: '' }, NONE, asRead);
    expect(capture).toMatchObject({ ok: true, isFile: true, draft: { title: 'klimabericht 2025', kind: 'document' } });
  });

  test('a PDF is named by its file where its tab only shows the address', () => {
    const address = 'https://intranet.example/dokumente/klimabericht-2025%C3%BC.pdf';
    expect(draftFromTab(address, 'intranet.example/dokumente/klimabericht-2025%C3%BC.pdf')).toMatchObject({
      title: 'klimabericht 2025ü',
      kind: 'document',
    });
  });
});
