/** Page → `ClipDraft`. DOM in, data out: reads only, asks nobody, and says the same thing twice [CA1]. */
import type { ClipDraft } from '../protocol/clip.ts';
import type { SiteProfile } from '../protocol/site-profile.ts';
import type { Article } from './draft.ts';
import { articleOf, draftOf } from './draft-of.ts';
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

/**
 * The article alone, as scorers of page extraction ask for it: what may mark the page as confidential, its picture and
 * kind, and how many words it has are not looked for.
 */
export function* captureArticle(document: Document, url: string): Generator<void, Article> {
  return yield* articleOf(yield* readPage(document, url, [], false));
}
