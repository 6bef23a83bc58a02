/** What was read of a page, marked in it on request. */
import { browser } from 'wxt/browser';
import { StorageError } from '../../storage/problems.ts';
import { callInTab } from '../browser/call-in-tab.ts';
import { captureTab } from '../browser/capture-tab.ts';
import { companyProfiles } from '../browser/company-profiles.ts';
import { readDraft } from '../browser/read-draft.ts';
import { MARKS, type ReadTexts } from '../browser/read-marks.ts';

/**
 * As a style of the page: Chromium draws no highlight that only a style of the user describes.
 * The browser's own colours for marked text: legible on every page, and in forced colours too.
 */
const STYLE = `::highlight(${MARKS.read}) { background-color: Mark; color: MarkText; }
::highlight(${MARKS.quote}) { background-color: Highlight; color: HighlightText; }`;

/**
 * Reads the page again as it stands now, and marks that. Settles once the marks are gone.
 * @param quote of a clip that was kept; what is selected now without one
 * @throws StorageError `not_found` where nothing can be marked
 */
export async function showRead(tabId: number, quote?: string | null): Promise<void> {
  const { draft } = await captureTab(await browser.tabs.get(tabId), companyProfiles(), readDraft);
  if (draft === null) throw new StorageError('not_found');
  const texts: ReadTexts = { title: draft.title, text: draft.text, quote: quote ?? draft.quote ?? '' };
  const css = { target: { tabId }, css: STYLE, origin: 'AUTHOR' as const };
  await browser.scripting.insertCSS(css);
  try {
    if ((await callInTab({ tabId }, 'highlight', 'highlight', texts)) !== true) throw new StorageError('not_found');
  } finally {
    await browser.scripting.removeCSS(css);
  }
}
