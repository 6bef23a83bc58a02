/** A page as data → all that a draft says of it. Pure: the document is not needed any more. */
import { readByline } from './byline.ts';
import { readCanonical } from './canonical.ts';
import { readDates } from './dates.ts';
import type { Findings } from './draft.ts';
import { gatherEvidence } from './evidence.ts';
import { readExcerpt } from './excerpt.ts';
import { readImage } from './image.ts';
import { readKind } from './kind.ts';
import { readLanguage } from './language.ts';
import { readMainText } from './main-text.ts';
import type { Page } from './page.ts';
import { siteNames } from './site-name.ts';
import { readTitle } from './title.ts';

/** Asks every signal source and yields between them. */
export function* readFindings(page: Page): Generator<void, Findings> {
  const evidence = yield* gatherEvidence(page);
  const names = siteNames(evidence);
  const title = readTitle(evidence, names);
  yield;
  const main = yield* readMainText(evidence, title);
  yield;
  const lang = readLanguage(evidence);
  const { published, modified } = readDates(evidence, title, lang ?? '');
  yield;
  return {
    address: page.address,
    canonicalAddress: readCanonical(evidence),
    title: title.value,
    kind: readKind(evidence),
    siteName: names[0] ?? '',
    byline: readByline(evidence, title, main, names).names,
    lang,
    published: published?.value ?? null,
    modified: modified?.value ?? null,
    excerpt: readExcerpt(evidence, main, title.value),
    imageAddress: readImage(evidence, main),
    paragraphs: main.paragraphs,
    pageCut: page.cut,
  };
}
