/** The half of the capture that needs no document: what was read → `ClipDraft`. Runs where the extension does. */
import type { ClipDraft } from '../protocol/clip.ts';
import { makeDraft } from './draft.ts';
import { readFindings } from './findings.ts';
import { readMarkingTexts } from './marking-texts.ts';
import type { PageReading } from './read-page.ts';

export function* draftOf({ page, system, inView, selected }: PageReading): Generator<void, ClipDraft> {
  const found = yield* readFindings(page, system, inView);
  const markings = yield* readMarkingTexts(page);
  return { ...(yield* makeDraft(found, selected?.text ?? '', selected?.place)), markings };
}
