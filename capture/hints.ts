/**
 * What page authors call the parts of their pages, in class names and ids. Matched against
 * `PageNode.hints`, where words divide at "-". English and German, as the pages are.
 */

/** One kind of names. Who asks of all elements looks for its bit in `Marks.names`, others for its words in `hints`. */
export type Names = { bit: number; test(hints: string): boolean };

const MAX_KNOWN = 5_000;

/**
 * Every word with a bit for each kind of names that it is of: looked up, for patterns of so many words cost a cold page
 * dearly. The beginnings of words with several parts ("call-to" of "call-to-action") have the bit `LONGER`.
 */
const words = new Map<string, number>();
const LONGER = 1 << 30;
const known = new Map<string, number>();
let kinds = 0;
/** The kinds whose words only count where a name begins or ends. */
let atEnds = 0;

function learn(word: string, bit: number): void {
  const at = word.indexOf('?');
  if (at !== -1) {
    learn(word.slice(0, at) + word.slice(at + 1), bit);
    learn(word.slice(0, at - 1) + word.slice(at + 1), bit);
    return;
  }
  words.set(word, (words.get(word) ?? 0) | bit);
  for (let dash = word.indexOf('-'); dash !== -1; dash = word.indexOf('-', dash + 1)) {
    const beginning = word.slice(0, dash);
    words.set(beginning, (words.get(beginning) ?? 0) | LONGER);
  }
}

/** The kinds of names that are in `hints`, one bit for each. A page's elements share a few hundred different ones. */
export function bitsOf(hints: string): number {
  let bits = known.get(hints);
  if (bits !== undefined) return bits;
  bits = 0;
  let end = hints.indexOf(' ');
  if (end === -1) bits = bitsOfName(hints);
  else {
    let start = 0;
    for (; end !== -1; end = hints.indexOf(' ', start)) {
      if (end > start) bits |= bitsOf(hints.slice(start, end));
      start = end + 1;
    }
    if (start < hints.length) bits |= bitsOf(hints.slice(start));
  }
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(hints, bits);
  return bits;
}

const OTHER_SIGN = /[^a-z0-9-]/;

/** How names begin that say what a part has and not what it is. */
const HAS_SOME = new Set('has no with without is'.split(' '));

function bitsOfName(name: string): number {
  // "md:nav" says how something looks: what stands behind the sign is no end of a name.
  const other = name.search(OTHER_SIGN);
  if (other !== -1) return (bitsOf(name.slice(0, other)) | bitsOf(name.slice(other + 1))) & ~atEnds;
  let bits = 0;
  let inner = 0;
  for (let start = 0; start !== -1; ) {
    let end = name.indexOf('-', start);
    const next = end === -1 ? -1 : end + 1;
    let found = words.get(end === -1 ? name.slice(start) : name.slice(start, end));
    while (found !== undefined) {
      if (start === 0 || end === -1) bits |= found;
      else inner |= found;
      if (end === -1 || (found & LONGER) === 0) break;
      end = name.indexOf('-', end + 1);
      found = words.get(end === -1 ? name.slice(start) : name.slice(start, end));
    }
    start = next;
  }
  if ((bits & atEnds) !== 0 && HAS_SOME.has(name.slice(0, Math.max(0, name.indexOf('-'))))) bits &= ~atEnds;
  return bits | (inner & ~atEnds);
}

/** @param list words; a sign before "?" may be missing */
function oneOf(list: string): Names {
  const bit = 1 << kinds;
  kinds += 1;
  for (const word of list.trim().split(/\s+/)) learn(word, bit);
  return { bit, test: (hints) => hints !== '' && (bitsOf(hints) & bit) !== 0 };
}

/**
 * Only where a name begins or ends with one of the words: "sidebar-left" and "left-sidebar" are
 * sidebars; "has-sidebar" and "grid-sidebar-left" are layouts that have one.
 */
function namedAs(list: string): Names {
  atEnds |= 1 << kinds;
  return oneOf(list);
}

/** Menus, footers, comments, offers to subscribe, links to other pages. */
export const FURNITURE = namedAs(`
  ads? adverts? advertisement advertising anzeige werbung banner sponsors? sponsored promo promotion outbrain taboola
  nav navbar navi navigation subnav menu masthead topbar top-bar toolbar breadcrumbs? brotkrumen pagination pager paging
  footer footnav printfooter site-header back-to-top skip skip-link skiplink language-switcher lang-switcher
  sidebar side-bar widget-area related jp-relatedposts similar recommends? recommended recommendations? recirc recirculation trending
  popular most-read meistgelesen read-more readmore read-next more-from up-next next-up also-read weiterlesen
  mehr-zum-thema teasers?
  share sharing sharebar sharedaddy addtoany addthis social socials social-media newsletter subscribe subscription abo
  paywall regwall login log-in signin sign-in signup sign-up cta call-to-action donate donation feedback survey poll
  cookies? consent gdpr popup pop-up modal overlay lightbox
  screen-reader-text sr-only visually-hidden visuallyhidden no-print noprint print-only printonly player video-player audio-player
  tag-cloud tagcloud taglist tags author-bio author-box about-author authorbox rating ratings
  toc edit-section editsection mw-editsection mw-jump-link catlinks navbox sitesub reflist`);

/** What readers wrote below a text. In a forum it is the text. */
export const COMMENTS = namedAs(
  'comments? comment-list commentlist comment-section respond kommentare? disqus replies',
);

/** Whatever else such a part is called, it is the text. */
export const ARTICLE_BODY = oneOf(`
  article-?body article-?content article-?text article-?main entry-?content post-?content post-?body post-?text story-?body
  story-?content story-?text mw-parser-output wiki-content markdown-body canvaszone rich-?text body-?text body-?content
  main-?content content-?body news-?text artikel-?text artikel-?inhalt`);

/** Names of containers: a furniture word beside them ("content has-sidebar") says little. */
export const CONTAINER = oneOf(
  'article main post entry content story page body wrapper container text row col column layout',
);

/** Small print in a text: who wrote it, when, what it is filed under, what a picture shows. */
export const SMALL_PRINT = oneOf(`
  by-?line author autor authors date datum date-?line datetime timestamp published pubdate meta metadata post-meta entry-meta
  captions? wp-caption credits? copyright category categories kicker eyebrow tags? share social print comment-count
  reading-time read-time bildunterschrift bildnachweis image-description gallery slideshow newsletter related more-info
  embed twitter-tweet instagram-media`);

/** A line that says who wrote the page. */
export const AUTHORS = oneOf(`
  by-?line author authors autor autoren writer verfasser redakteur contributor auteur post-by posted-by`);

/** A line that says when. */
export const DATES = oneOf(`
  dates? datum time timestamp datetime published publish pubdate posted post-?date entry-?date date-?line veroeffentlicht
  erstellt created modified last-?modified changed updated fecha post-?meta entry-?meta by-?line meta article-?info details-?info`);

/** Parts whose names and dates belong to other pages or to readers. */
export const ELSEWHERE = oneOf(`
  comments? commentlist kommentare? related sidebar teasers? footer widget most-read recommends? recommended recommendations? recommender events? calendar ticker
  latest aktuell`);

/** A heading, or the part of one that is the title. */
export const TITLE_NAME = oneOf('head-?line title titel ueberschrift heading');

/** The line above a title that says what it is filed under. */
export const KICKER = oneOf('kicker eyebrow overline dachzeile spitzmarke topline pre-?title label category ressort');

/** The name itself in a line that says who wrote. */
export const PERSON = oneOf('fn author-name byline-name username');

export const BYLINE_NAME = oneOf('by-?lines?');
