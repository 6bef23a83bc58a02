import type { ClipDraft } from '../protocol/clip.ts';
import { hasElementFor, readyStateOf } from './dom.ts';

/** What pages show in the place of what they are still loading. */
const BUSY = [
  '[aria-busy="true"]',
  '[role="progressbar"]',
  '[class*="skeleton" i]',
  '[class*="spinner" i]',
  '[class*="loading" i]',
];
/** Fewer words than this are a frame around nothing. */
const A_FEW_WORDS = 30;

/** True if the page is worth a second reading in a moment: it is still arriving, or shows that it waits for its text. */
export const isUnfinished = (document: Document, { wordCount }: ClipDraft): boolean =>
  readyStateOf(document) === 'loading' ||
  (wordCount < A_FEW_WORDS &&
    (readyStateOf(document) !== 'complete' ||
      wordCount === 0 ||
      BUSY.some((selector) => hasElementFor(document, selector))));
