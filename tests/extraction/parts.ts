/** `extract.ts` with its parts, each by name: for tests, for the training, and for what is measured step by step. */
import './extract.ts';
import { draftOf } from '../../capture/draft-of.ts';
import { handOver } from '../../capture/hand-over.ts';
import { capturePage } from '../../capture/index.ts';
import { SITE_PROFILES } from '../../capture/profiles/index.ts';
import { recognise } from '../../capture/recognise.ts';
import { unpackPage } from '../../capture/unpack-page.ts';
import { walkDocument } from '../../capture/walk.ts';
import type { SiteProfile } from '../../protocol/site-profile.ts';

/** The id of the profile that knows a page; null if it is read as any page. */
function profileOf(document: Document, url: string, companyProfiles: readonly SiteProfile[] = []): string | null {
  const asking = recognise(document, url, [...companyProfiles, ...SITE_PROFILES]);
  let step = asking.next();
  while (step.done !== true) step = asking.next();
  return step.value?.profile.id ?? null;
}

// The walk alone is what the training of the text model reads pages with.
// The two halves are what is measured step by step.
Object.assign(globalThis, { capturePage, profileOf, walkDocument, handOver, unpackPage, draftOf });
