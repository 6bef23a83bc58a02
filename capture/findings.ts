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
import { readSiteName, siteNames } from './site-name.ts';
import { readTitle } from './title.ts';

/** Asks every signal source and yields between them. */
export function* readFindings(page: Page): Generator<void, Findings> {
  const evidence = yield* gatherEvidence(page);
  const named = siteNames(evidence);
  const names = named.map(({ value }) => value);
  const title = readTitle(evidence, names);
  yield;
  const main = yield* readMainText(evidence, title);
  yield;
  const lang = readLanguage(evidence, main.paragraphs);
  const { published, modified } = readDates(evidence, title, lang?.value ?? '');
  yield;
  const byline = readByline(evidence, title, main, names);
  const siteName = readSiteName(evidence, named, title.value);
  const canonical = readCanonical(evidence);
  const kind = readKind(evidence);
  const excerpt = readExcerpt(evidence, main, title.value);
  return {
    address: page.address,
    canonicalAddress: canonical?.value ?? null,
    title: title.value,
    kind: kind.value,
    siteName: siteName?.value ?? '',
    byline: byline.names,
    lang: lang?.value ?? null,
    published: published?.value ?? null,
    modified: modified?.value ?? null,
    excerpt: excerpt.value,
    imageAddress: readImage(evidence, main),
    paragraphs: main.paragraphs,
    pageCut: page.cut,
    signals: {
      title: title.from,
      byline: byline.from,
      siteName: siteName?.from ?? '',
      lang: lang?.from ?? '',
      published: published?.from ?? '',
      modified: modified?.from ?? '',
      canonicalAddress: canonical?.from ?? '',
      excerpt: excerpt.from,
      kind: kind.from,
    },
  };
}
