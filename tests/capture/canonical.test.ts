// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { captureHtml } from './capture-html.ts';

const PAGE = 'https://news.example.com/2026/hall';

const own = (head: string): string | null =>
  captureHtml(`<html><head>${head}</head><body><h1>A new hall</h1></body></html>`, PAGE).canonicalAddress;

describe('the address that a page gives as its own', () => {
  it.each([
    ['a link', '<link rel="canonical" href="https://news.example.com/hall">', 'https://news.example.com/hall'],
    ['a relative link', '<link rel="canonical" href="/hall">', 'https://news.example.com/hall'],
    [
      'a link without a scheme',
      '<link rel="canonical" href="//news.example.com/hall">',
      'https://news.example.com/hall',
    ],
    [
      'a link beside a base',
      '<base href="/en/"><link rel="canonical" href="hall">',
      'https://news.example.com/en/hall',
    ],
    ['a link with more words', '<link rel="canonical nofollow" href="/hall">', 'https://news.example.com/hall'],
    ['Open Graph', '<meta property="og:url" content="/hall">', 'https://news.example.com/hall'],
    ['Parsely', '<meta name="parsely-link" content="https://news.example.com/hall">', 'https://news.example.com/hall'],
    [
      'linked data',
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A new hall","mainEntityOfPage":{"@id":"https://news.example.com/hall"}}</script>',
      'https://news.example.com/hall',
    ],
    ['http as declared', '<link rel="canonical" href="http://news.example.com/hall">', 'http://news.example.com/hall'],
    ['a link of another site, alone', '<link rel="canonical" href="https://wire.example/1">', 'https://wire.example/1'],
    [
      'its own beside that of the site it was taken over from',
      '<link rel="canonical" href="https://wire.example/1"><meta property="og:url" content="https://news.example.com/hall">',
      'https://news.example.com/hall',
    ],
  ])('is read from %s', (_, head, expected) => {
    expect(own(head)).toBe(expected);
  });

  it.each([
    ['nothing', ''],
    ['an empty link', '<link rel="canonical" href="">'],
    ['another protocol', '<link rel="canonical" href="javascript:alert(1)">'],
    ['no address', '<link rel="canonical" href="https://[">'],
  ])('is none where the page says %s', (_, head) => {
    expect(own(head)).toBeNull();
  });
});
