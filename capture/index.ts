/** Page → `ClipDraft`. DOM in, data out: reads only, asks nobody, and says the same thing twice [CA1]. */
import type { ClipDraft } from '../protocol/clip.ts';
import type { SiteProfile } from '../protocol/site-profile.ts';
import { makeDraft } from './draft.ts';
import { readFindings } from './findings.ts';
import { postInView } from './post-in-view.ts';
import { SITE_PROFILES } from './profiles/index.ts';
import { readSelection } from './selection.ts';
import { recognise } from './site-profile.ts';
import { walkDocument } from './walk.ts';

/**
 * Reads what the document shows as a draft. The caller steps the generator and rests between steps
 * as it likes; each step visits at most `NODES_PER_STEP` nodes. `url` is the tab's address: a
 * document's own can be a blob or `about:srcdoc`. `companyProfiles` are asked before the built-in ones.
 */
export function* capturePage(
  document: Document,
  url: string,
  companyProfiles: readonly SiteProfile[] = [],
): Generator<void, ClipDraft> {
  const selected = yield* readSelection(document);
  const recognised = yield* recognise(document, url, [...companyProfiles, ...SITE_PROFILES]);
  yield;
  // Who knows the system knows its feeds too.
  const post = recognised === null ? postInView(document) : null;
  const hints = post === null ? recognised : { indices: new Map([[post, -1]]), removed: new Set<Element>() };
  const page = yield* walkDocument(document, url, hints);
  const inView = post === null ? -1 : (hints?.indices.get(post) ?? -1);
  return makeDraft(yield* readFindings(page, recognised, inView), selected?.text ?? '', selected?.place);
}
