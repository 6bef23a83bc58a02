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
