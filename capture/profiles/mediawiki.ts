/** MediaWiki with its Vector skins, which most company wikis keep. It names nobody as author. */
import { profile } from './profile.ts';

export const mediawiki = profile({
  id: 'mediawiki',
  name: 'MediaWiki',
  signs: ['meta[name="generator"][content^="MediaWiki"]', 'body.mediawiki'],
  kind: 'wiki',
  title: ['#firstHeading', '.mw-first-heading'],
  byline: ['none'],
  siteName: ['.mw-logo-wordmark', 'link[rel="search"]@title'],
  modified: ['#footer-info-lastmod', '#lastmod'],
  text: ['#mw-content-text .mw-parser-output', '#mw-content-text'],
  remove: [
    '.mw-editsection',
    '.navbox',
    '.hatnote',
    '.toc',
    '#toc',
    '.printfooter',
    '.catlinks',
    '.noprint',
    '.mw-jump-link',
    '.reflist',
    '.references',
    '.mw-references-wrap',
    '.thumbcaption',
    'figcaption',
    '.metadata',
    '.ambox',
    '.sistersitebox',
    'sup.reference',
  ],
});
