/** The half of the capture that needs no document: what was read → `ClipDraft`. Runs where the extension does. */
import type { ClipDraft } from '../protocol/clip.ts';
import { type Article, makeArticle, makeDraft } from './draft.ts';
import { readArticle, readFindings } from './findings.ts';
import { readMarkingTexts } from './marking-texts.ts';
import type { PageReading } from './read-page.ts';

export function* draftOf(reading: PageReading): Generator<void, ClipDraft> {
  const draft = yield* unmarkedDraftOf(reading);
  return { ...draft, markings: yield* readMarkingTexts(reading.page) };
}

/** Without the texts that may be markings, for whoever looks for them apart. */
export function* unmarkedDraftOf({ page, system, inView, selected }: PageReading): Generator<void, ClipDraft> {
  const found = yield* readFindings(page, system, inView);
  return yield* makeDraft(found, selected?.text ?? '', selected?.place);
}

/** The article alone: no picture, no kind of page, no count of words. For whoever asks for nothing else. */
export function* articleOf({ page, system, inView }: PageReading): Generator<void, Article> {
  const { article } = yield* readArticle(page, system, inView);
  return (yield* makeArticle(article)).article;
}
