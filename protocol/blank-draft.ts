import type { ClipDraft } from './clip.ts';
import { NOTHING_FOUND } from './nothing-found.ts';

/**
 * A draft of a page that says nothing of itself: what every other draft starts from.
 * Apart from the schemas, so that scripts for pages carry none of them.
 */
export const blankDraft = (address: string): ClipDraft => ({
  address,
  canonicalAddress: null,
  title: '',
  kind: 'other',
  siteName: null,
  byline: [],
  lang: null,
  published: null,
  modified: null,
  excerpt: '',
  quote: null,
  quotePlace: null,
  access: 'full',
  context: null,
  clippedImage: null,
  cut: [],
  found: NOTHING_FOUND,
  markings: [],
  text: '',
  wordCount: 0,
  imageAddress: null,
  imageAlt: '',
  signals: {},
});
