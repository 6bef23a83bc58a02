/**
 * What page authors call the parts of their pages, in class names and ids. Matched against
 * `PageNode.hints`, where words divide at "-". English and German, as the pages are.
 */

const alternatives = (words: string): string => `(?:${words.trim().replace(/\s+/g, '|')})`;

/** Answers for each of a page's few hundred different names once: elements share them. */
export type Names = { test(hints: string): boolean };

const MAX_KNOWN = 5_000;

function named(pattern: string): Names {
  const known = new Map<string, boolean>();
  let compiled: RegExp | null = null;
  return {
    test(hints) {
      if (hints === '') return false;
      const before = known.get(hints);
      if (before !== undefined) return before;
      compiled ??= new RegExp(pattern);
      const answer = compiled.test(hints);
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(hints, answer);
      return answer;
    },
  };
}

const oneOf = (words: string): Names => named(`\\b${alternatives(words)}\\b`);

/**
 * Only where a name begins or ends with one of the words: "sidebar-left" and "left-sidebar" are
 * sidebars; "has-sidebar" and "grid-sidebar-left" are layouts that have one.
 */
const namedAs = (words: string): Names =>
  named(
    `(?:^|\\s)(?!has-|no-|with-|without-|is-)(?:${alternatives(words)}(?=-|\\s|$)|[^\\s]{0,60}-${alternatives(words)}(?=\\s|$))`,
  );

/** Menus, footers, comments, offers to subscribe, links to other pages. */
export const FURNITURE = namedAs(`
  ads? adverts? advertisement advertising anzeige werbung banner sponsor(?:ed|s)? promo promotion outbrain taboola
  nav navbar navi navigation subnav menu masthead topbar top-bar toolbar breadcrumbs? brotkrumen pagination pager paging
  footer footnav printfooter site-header back-to-top skip skip-link skiplink language-switcher lang-switcher
  sidebar side-bar widget-area related jp-relatedposts similar recommend(?:ed|ations?|s)? recirc(?:ulation)? trending
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
  comments? commentlist kommentare? related sidebar teasers? footer widget most-read recommend\\w* events? calendar ticker
  latest aktuell`);
