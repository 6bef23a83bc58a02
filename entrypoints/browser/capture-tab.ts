/** Reads the page of a tab after a person's act gave us that tab (`activeTab`). */
import { browser } from 'wxt/browser';
import type { PicturePlaces } from '../../capture/lead-place.ts';
import type { CaptureFailure } from '../../components/problems.ts';
import { isSamePage } from '../../desk/same-page.ts';
import { blankDraft } from '../../protocol/blank-draft.ts';
import { type ClipDraft, isWebAddress } from '../../protocol/clip.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { SiteProfile } from '../../protocol/site-profile.ts';
import { cutText } from '../../protocol/text.ts';
import { handOverProfiles } from './handed-profiles.ts';
import type { ReadDraft } from './read-draft.ts';
import { namesDocument, tabTitle } from './tab-title.ts';

/** What was read, or what is known without reading: address and title where the browser tells them. */
export type TabCapture =
  /**
   * `isFile`: the tab shows a file and not a page; what stands in it is for `capture-document.ts`.
   * `unfinished`: the page was still loading, there may be more of it in a moment.
   */
  | { ok: true; draft: ClipDraft; isFile: boolean; unfinished: boolean; places: PicturePlaces | null }
  | { ok: false; failure: CaptureFailure; draft: ClipDraft | null };

type CapturableTab = { id?: number | undefined; url?: string | undefined; title?: string | undefined };

const SCRIPT = '/capture.js';

/** Where no browser lets an extension run, whatever its permissions. */
const STORES = [
  'https://chromewebstore.google.com/',
  'https://chrome.google.com/webstore',
  'https://microsoftedge.microsoft.com/addons',
  'https://addons.mozilla.org/',
];

/**
 * @param profiles those of the company; what keeps them from being read costs no capture
 * @param readDraft finds out what the page means; an argument, for the popup loads it late and a background cannot
 */
export async function captureTab(
  tab: CapturableTab,
  profiles: Promise<readonly SiteProfile[]>,
  readDraft: ReadDraft,
): Promise<TabCapture> {
  const address = tab.url ?? '';
  if (tab.id === undefined || (address !== '' && !isWebAddress(address)))
    return { ok: false, failure: 'restricted', draft: null };
  if (STORES.some((store) => address.startsWith(store))) return { ok: false, failure: 'store', draft: null };
  const fromTab = draftFromTab(address, tab.title ?? '');
  try {
    const company = await profiles;
    await handOverProfiles(tab.id, address, company);
    const [frame] = await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [SCRIPT] });
    // [CA2] The tab may have gone on while we read, or its address have changed under the same page.
    const [read, now] = await Promise.all([readDraft(frame?.result), browser.tabs.get(tab.id)]);
    if (read === null) return { ok: false, failure: 'unreadable', draft: fromTab };
    const { draft, places, unfinished } = read;
    performance.measure('reading', { start: 0, duration: read.took });
    performance.measure('finding', { start: 0, duration: read.tookFinding });
    // An address that is kept from us all at once is of another site: the person gave us only the one before.
    if (now.url === undefined ? address !== '' : !isSamePage(now.url, draft.address))
      return { ok: false, failure: 'navigated', draft: draftFromTab(now.url ?? '', now.title ?? '') };
    // The browser's own viewer has an empty page around the file, and other programs only draw it.
    const isFile = draft.kind === 'document' && draft.text === '';
    return {
      ok: true,
      draft: withTitle(draft, tab.title ?? ''),
      isFile,
      unfinished: unfinished && !isFile,
      places,
    };
  } catch {
    // No script may run here, and without an address it is one of the browser's own pages.
    const failure = fromTab === null ? 'restricted' : await whyNot(tab.id);
    // Firefox lets no script into its viewer, but address and title are known.
    return fromTab?.kind === 'document' && failure === 'unreadable'
      ? { ok: true, draft: fromTab, isFile: true, unfinished: false, places: null }
      : { ok: false, failure, draft: fromTab };
  }
}

/** A crashed or discarded tab still has its address, but nothing is loaded in it. */
async function whyNot(tabId: number): Promise<CaptureFailure> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab === null || tab.status === 'unloaded' || tab.discarded === true ? 'crashed' : 'unreadable';
}

/** Files, and pages such as JSON, have no title of their own; a clip needs one. */
function withTitle(draft: ClipDraft, title: string): ClipDraft {
  if (draft.title.trim() !== '') return draft;
  const { text, cut } = cutText(tabTitle(draft.address, title), LIMITS.title);
  return { ...draft, title: text, cut: cut ? [...draft.cut, 'title'] : draft.cut };
}

/** A draft of a page that nobody read. */
export function draftFromTab(address: string, title: string): ClipDraft | null {
  if (!isWebAddress(address) || address.length > LIMITS.address) return null;
  const cut = cutText(tabTitle(address, title), LIMITS.title);
  return {
    ...blankDraft(address),
    title: cut.text,
    kind: namesDocument(address) ? 'document' : 'other',
    cut: cut.cut ? ['title'] : [],
  };
}
