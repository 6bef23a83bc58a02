/** A page as data → all that a draft says of it. Pure: the document is not needed any more. */
import { readAccess } from './access.ts';
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
  const byline = readByline(evidence, title, names);
  yield;
  const { access, from, paragraphs } = readAccess(evidence, main, byline);
  return {
    address: page.address,
    canonicalAddress: readCanonical(evidence),
    title: title.value,
    kind: readKind(evidence),
    siteName: names[0] ?? '',
    byline,
    lang,
    published,
    modified,
    excerpt: readExcerpt(evidence, main, title.value),
    imageAddress: readImage(evidence, main),
    access,
    signals: from === '' ? {} : { access: from },
    paragraphs,
    pageCut: page.cut,
  };
}
