/** Page → `ClipDraft`. DOM in, data out: reads only, asks nobody, and says the same thing twice [CA1]. */
import type { ClipDraft } from '../protocol/clip.ts';
import type { SiteProfile } from '../protocol/site-profile.ts';
import { draftOf, unmarkedDraftOf } from './draft-of.ts';
import { readPage } from './read-page.ts';

/**
 * Reads what the document shows as a draft. The caller steps the generator and rests between steps
 * as it likes; each step visits at most `NODES_PER_STEP` nodes. `url` is the tab's address: a
 * document's own can be a blob or `about:srcdoc`. `companyProfiles` are asked before the built-in ones.
 *
 * Both halves in one place. In the extension they run apart: `readPage` in the page, `draftOf` outside.
 */
export function* capturePage(
  document: Document,
  url: string,
  companyProfiles: readonly SiteProfile[] = [],
): Generator<void, ClipDraft> {
  return yield* draftOf(yield* readPage(document, url, companyProfiles));
}

/** The same without looking for what may mark the page as confidential: for scorers, who do not ask for it. */
export function* captureUnmarked(document: Document, url: string): Generator<void, ClipDraft> {
  return yield* unmarkedDraftOf(yield* readPage(document, url, [], false));
}
