// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { captureHtml } from './capture-html.ts';

const siteOf = (head: string): string | null =>
  captureHtml(`<html><head>${head}</head><body><h1>A new hall</h1></body></html>`, 'https://news.example.com/hall')
    .siteName;

const site = (name: string): string => `<meta property="og:site_name" content="${name}">`;
const app = (name: string): string => `<meta name="application-name" content="${name}">`;

describe('the name of the site', () => {
  it.each([
    ['as the page gives it', site('Courier'), 'Courier'],
    [
      'without its host, where it has another name',
      site('HarbourCourier.com') + app('The Harbour Courier'),
      'The Harbour Courier',
    ],
    ['without its legal form', site('Courier Inc') + app('Courier'), 'Courier'],
    ['and no template that nobody filled', site('{{site.name}}') + app('Courier'), 'Courier'],
    ['from the title tag, if nothing else says it', '<title>A new hall | Courier</title>', 'Courier'],
  ])('is read %s', (_, head, expected) => {
    expect(siteOf(head)).toBe(expected);
  });
});
