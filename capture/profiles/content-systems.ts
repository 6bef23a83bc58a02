/** TYPO3 and WordPress, which run intranets and half of the web: only what their own templates name so. */
import { profile } from './profile.ts';

export const typo3News = profile({
  id: 'typo3-news',
  name: 'TYPO3 news',
  signs: ['.news.news-single'],
  title: ['.news-single [itemprop="headline"]'],
  byline: ['.news-single .footer [itemprop="author"] [itemprop="name"]', '.news-single .footer [itemprop="author"]'],
  published: ['.news-single [itemprop="datePublished"]@datetime', '.news-single .news-list-date time@datetime'],
  text: [
    '.news-single .teaser-text, .news-single [itemprop="description"], .news-single [itemprop="articleBody"]',
    '.news-single .article',
  ],
  remove: ['.news-related', '.news-backlink-wrap', 'figcaption'],
});

/** The lists of latest news stand beside every page, each with its own dates. */
export const typo3 = profile({
  id: 'typo3',
  name: 'TYPO3',
  signs: ['meta[name="generator"][content^="TYPO3"]'],
  siteName: ['meta[property="og:site_name"]@content', 'header a.navbar-brand@title', 'header a.navbar-brand img@alt'],
  remove: ['.news-latest', '.news-related', '.frame-type-menu_subpages', '.csc-linkToTop'],
});

/** Its widgets and its bar for those who may write name people and dates that are not the page's. */
export const wordpress = profile({
  id: 'wordpress',
  name: 'WordPress',
  signs: ['meta[name="generator"][content^="WordPress"]', 'link[rel="https://api.w.org/"]'],
  siteName: ['meta[property="og:site_name"]@content', '.wp-block-site-title', '.site-branding .site-title'],
  remove: [
    '#wpadminbar',
    '.widget_recent_entries',
    '.widget_recent_comments',
    '.widget_archive',
    '.widget_calendar',
    '.widget_categories',
    '.widget_tag_cloud',
    '.widget_meta',
    '.comment-respond',
  ],
});
