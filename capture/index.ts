/** Page → `ClipDraft`. DOM in, data out: reads only, asks nobody, and says the same thing twice [CA1]. */
import type { ClipDraft } from '../protocol/clip.ts';
import { makeDraft } from './draft.ts';
import { readFindings } from './findings.ts';
import { readSelection } from './selection.ts';
import { walkDocument } from './walk.ts';

/**
 * Reads what the document shows as a draft. The caller steps the generator and rests between steps
 * as it likes; each step visits at most `NODES_PER_STEP` nodes. `url` is the tab's address: a
 * document's own can be a blob or `about:srcdoc`.
 */
export function* capturePage(document: Document, url: string): Generator<void, ClipDraft> {
  const selected = yield* readSelection(document);
  const page = yield* walkDocument(document, url);
  return makeDraft(yield* readFindings(page), selected?.text ?? '', selected?.place);
}
