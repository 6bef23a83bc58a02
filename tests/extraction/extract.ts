/** The capture in the form that scorers of page extraction call. */
import { draftOf } from '../../capture/draft-of.ts';
import { handOver } from '../../capture/hand-over.ts';
import { capturePage } from '../../capture/index.ts';
import { SITE_PROFILES } from '../../capture/profiles/index.ts';
import { recognise } from '../../capture/site-profile.ts';
import { unpackPage } from '../../capture/unpack-page.ts';
import { walkDocument } from '../../capture/walk.ts';
import type { SiteProfile } from '../../protocol/site-profile.ts';

function extract(document: Document, url: string): Record<string, string | string[]> {
  const capture = capturePage(document, url);
  let step = capture.next();
  while (step.done !== true) step = capture.next();
  const draft = step.value;
  return {
    title: draft.title,
    byline: draft.byline,
    siteName: draft.siteName ?? '',
    lang: draft.lang ?? '',
    published: draft.published ?? '',
    canonicalUrl: draft.canonicalAddress ?? '',
    excerpt: draft.excerpt,
    text: draft.text,
  };
}

/** The id of the profile that knows a page; null if it is read as any page. */
function profileOf(document: Document, url: string, companyProfiles: readonly SiteProfile[] = []): string | null {
  const asking = recognise(document, url, [...companyProfiles, ...SITE_PROFILES]);
  let step = asking.next();
  while (step.done !== true) step = asking.next();
  return step.value?.profile.id ?? null;
}

// The walk alone is what the training of the text model reads pages with.
// The two halves are what is measured step by step.
Object.assign(globalThis, { extract, capturePage, profileOf, walkDocument, handOver, unpackPage, draftOf });
