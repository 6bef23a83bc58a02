/** Page → `ClipDraft`. DOM in, data out: reads only, asks nobody, and says the same thing twice [CA1]. */
import type { ClipDraft } from '../protocol/clip.ts';
import type { SiteProfile } from '../protocol/site-profile.ts';
import { makeDraft } from './draft.ts';
import { readFindings } from './findings.ts';
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
  const recognised = recognise(document, url, [...companyProfiles, ...SITE_PROFILES]);
  yield;
  const page = yield* walkDocument(document, url, recognised);
  return makeDraft(yield* readFindings(page, recognised), selected?.text ?? '', selected?.place);
}
