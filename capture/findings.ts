/** A page as data → all that a draft says of it. Pure: the document is not needed any more. */
import { readAccess } from './access.ts';
import { readByline } from './byline.ts';
import { readCanonical } from './canonical.ts';
import { type Dates, dateReading, readDates } from './dates.ts';
import type { ArticleFindings, Findings } from './draft.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { readExcerpt } from './excerpt.ts';
import { isPost, pageOfPost, permalinkIn, titleOfPost } from './feed.ts';
import { readImage } from './image.ts';
import { readKind } from './kind.ts';
import { readLanguage } from './language.ts';
import { type MainText, readMainText } from './main-text.ts';
import type { Page } from './page.ts';
import { type ProfileFindings, profileFindings } from './profile-findings.ts';
import { readSiteName, siteNames } from './site-name.ts';
import { ofTheSite } from './stale-head.ts';
import { type System, withoutRemnants } from './system.ts';
import { readTitle, type Title } from './title.ts';

/** What a draft says beside the article: the kind of page, and its picture. */
export function* readFindings(page: Page, system: System | null = null, inView = -1): Generator<void, Findings> {
  const { article, evidence, main } = yield* readArticle(page, system, inView);
  yield;
  const kind = system?.kind == null ? readKind(evidence) : { value: system.kind, from: article.signals.kind ?? '' };
  return {
    ...article,
    kind: kind.value,
    image: readImage(evidence, main),
    signals: { ...article.signals, kind: kind.from },
  };
}

/**
 * Asks every signal source and yields between them. What a site profile says of the page goes before all of
 * them. `inView` is the node that may be the post of a feed that is in view; -1 for none.
 */
export function* readArticle(
  page: Page,
  system: System | null = null,
  inView = -1,
): Generator<void, { article: ArticleFindings; evidence: Evidence; main: MainText }> {
  const whole = yield* gatherEvidence(page);
  const isFeed = inView !== -1 && isPost(whole, inView);
  const evidence = isFeed ? { ...(yield* gatherEvidence(pageOfPost(page, inView))), ...ofTheSite(whole) } : whole;
  const named = siteNames(evidence);
  const names = named.map(({ value }) => value);
  const stated = readLanguage(whole, [])?.value ?? '';
  const known = system === null ? null : yield* profileFindings(page, system, dateReading(stated, page.address));
  const shown = known?.title ?? withoutSystem(readTitle(evidence, names), known);
  yield;
  const main = known?.main ?? (yield* readMainText(evidence, shown));
  const title = isFeed ? titleOfPost(shown, main) : shown;
  yield;
  const lang = readLanguage(whole, main.paragraphs);
  const dates = publishedAndModified(yield* readDates(evidence, title, lang?.value ?? ''), known);
  yield;
  const byline =
    known?.byline === undefined
      ? yield* readByline(evidence, title, main, names)
      : { names: known.byline, from: known.signal };
  const siteName =
    known?.siteName === undefined
      ? readSiteName(evidence, named, title.value)
      : { value: known.siteName, from: known.signal };
  yield;
  yield;
  // A bare line near the title may be anybody's, such as the site's own.
  const seen = readAccess(evidence, main, byline.from === 'line' ? [] : byline.names);
  const canonical = isFeed ? permalinkIn(evidence) : readCanonical(evidence);
  // Whoever answers with a sign-in or error page wrote and dated something else.
  const isPage = seen.access !== 'sign_in' && seen.access !== 'error_page';
  yield;
  const excerpt = readExcerpt(evidence, main, title.value);
  yield;
  const article = {
    address: page.address,
    canonicalAddress: canonical?.value ?? null,
    title: title.value,
    siteName: siteName?.value ?? '',
    byline: isPage ? byline.names : [],
    lang: lang?.value ?? null,
    published: isPage ? (dates.published?.value ?? null) : null,
    modified: isPage ? (dates.modified?.value ?? null) : null,
    excerpt: excerpt.value,
    access: seen.access,
    paragraphs: seen.paragraphs,
    pageCut: page.cut,
    signals: {
      title: title.from,
      byline: isPage ? byline.from : '',
      siteName: siteName?.from ?? '',
      lang: lang?.from ?? '',
      published: isPage ? (dates.published?.from ?? '') : '',
      modified: isPage ? (dates.modified?.from ?? '') : '',
      canonicalAddress: canonical?.from ?? '',
      excerpt: excerpt.from,
      kind: known?.signal ?? '',
      access: seen.from,
    },
  };
  return { article, evidence, main };
}

const withoutSystem = (title: Title, known: ProfileFindings | null): Title =>
  known === null ? title : { ...title, value: withoutRemnants(title.value, known.remnants) };

function publishedAndModified(found: Dates, known: ProfileFindings | null): Dates {
  if (known === null) return found;
  const said = (value: string | null): Dates['published'] => (value === null ? null : { value, from: known.signal });
  const published = known.published === undefined ? found.published : said(known.published);
  const modified = known.modified === undefined ? found.modified : said(known.modified);
  // What was guessed from a whole page is often what the profile knows as the day of a change.
  return { published: known.published === undefined && known.modified != null ? null : published, modified };
}
