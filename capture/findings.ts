/** A page as data → all that a draft says of it. Pure: the document is not needed any more. */
import { readByline } from './byline.ts';
import { readCanonical } from './canonical.ts';
import { type Dates, dateReading, readDates } from './dates.ts';
import type { Findings } from './draft.ts';
import { gatherEvidence } from './evidence.ts';
import { readExcerpt } from './excerpt.ts';
import { readImage } from './image.ts';
import { readKind } from './kind.ts';
import { readLanguage } from './language.ts';
import { readMainText } from './main-text.ts';
import type { Page } from './page.ts';
import { type ProfileFindings, profileFindings } from './profile-findings.ts';
import { siteNames } from './site-name.ts';
import { type Recognised, withoutRemnants } from './site-profile.ts';
import { readTitle, type Title } from './title.ts';

/** Asks every signal source and yields between them. What a site profile says of the page goes before all of them. */
export function* readFindings(page: Page, recognised: Recognised | null = null): Generator<void, Findings> {
  const evidence = yield* gatherEvidence(page);
  const names = siteNames(evidence);
  const lang = readLanguage(evidence);
  const known =
    recognised === null ? null : yield* profileFindings(page, recognised, dateReading(lang ?? '', page.address));
  const title = known?.title ?? withoutSystem(readTitle(evidence, names), known);
  yield;
  const main = known?.main ?? (yield* readMainText(evidence, title));
  yield;
  const dates = readDates(evidence, title, lang ?? '');
  yield;
  return {
    address: page.address,
    canonicalAddress: readCanonical(evidence),
    title: title.value,
    kind: known?.kind ?? readKind(evidence),
    siteName: known?.siteName ?? names[0] ?? '',
    byline: known?.byline ?? readByline(evidence, title, names),
    lang,
    ...publishedAndModified(dates, known),
    excerpt: readExcerpt(evidence, main, title.value),
    image: readImage(evidence, main),
    paragraphs: main.paragraphs,
    pageCut: page.cut,
  };
}

const withoutSystem = (title: Title, known: ProfileFindings | null): Title =>
  known === null ? title : { ...title, value: withoutRemnants(title.value, known.remnants) };

function publishedAndModified(found: Dates, known: ProfileFindings | null): Dates {
  const published = known?.published === undefined ? found.published : known.published;
  const modified = known?.modified === undefined ? found.modified : known.modified;
  // What was guessed from a whole page is often what the profile knows as the day of a change.
  return { published: known?.published === undefined && known?.modified != null ? null : published, modified };
}
