// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { captureHtml } from './capture-html.ts';

const siteOf = (head: string, address = 'https://news.example.com/hall', above = ''): string | null =>
  captureHtml(`<html><head>${head}</head><body>${above}<h1>A new hall</h1></body></html>`, address).siteName;

const site = (name: string): string => `<meta property="og:site_name" content="${name}">`;
const app = (name: string): string => `<meta name="application-name" content="${name}">`;
const linked = (thing: object): string => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;
const webSite = (name: string): string => linked({ '@type': 'WebSite', name });
const publisher = (name: string): string =>
  linked({ '@type': 'NewsArticle', headline: 'A new hall', publisher: { '@type': 'Organization', name } });

describe('the name of the site', () => {
  it.each([
    ['as the page gives it', site('Courier'), 'Courier'],
    [
      'without its host, where the site has another name',
      site('HarbourCourier.com') + webSite('The Harbour Courier'),
      'The Harbour Courier',
    ],
    ['as the site and not its app says it', site('Courier.com') + app('Courier'), 'Courier.com'],
    ['without its legal form', site('Courier Inc') + webSite('Courier'), 'Courier'],
    ['without the claim before it', site('HC | Harbour Courier') + publisher('Harbour Courier'), 'Harbour Courier'],
    ['with its claim, where the site says it twice', site('TACH! - Local') + webSite('TACH! - Local'), 'TACH! - Local'],
    ['in its fuller spelling', site('Epoca Courier') + publisher('The Época Courier'), 'The Época Courier'],
    ['and no template that nobody filled', site('{{site.name}}') + app('Courier'), 'Courier'],
    ['of who publishes it, if nothing else says it', '<meta name="Publisher" content="Courier">', 'Courier'],
    ['from the title tag, if nothing else says it', '<title>A new hall | Courier</title>', 'Courier'],
    ['without what it was called before', site('Courier (formerly The Harbour Post)'), 'Courier'],
  ])('is read %s', (_, head, expected) => {
    expect(siteOf(head)).toBe(expected);
  });

  it.each([
    ['stands for an address that has its words', 'hc.example', site('hc.example'), 'Harbour Courier'],
    ['stands for a part of the site that the host does not say', 'courier.example', site('Security'), 'Courier Online'],
    ['is what the host says', 'courier.example', site('Courier Magazine'), 'Courier'],
  ])('of its publisher %s', (_, host, head, expected) => {
    expect(siteOf(head + publisher(expected), `https://www.${host}/hall`)).toBe(expected);
  });

  it.each([
    ['an agency', site('courier.example'), 'Associated Agencies', 'courier.example'],
    ['the system of a weblog', site('Notes from the harbour'), 'Blogger', 'Notes from the harbour'],
    ['a company', site('courier.example'), 'Courier Media GmbH', 'courier.example'],
    ['an address', site('The Daily Courier'), 'courier.example', 'The Daily Courier'],
  ])('is not that of %s that published it', (_, head, name, expected) => {
    expect(siteOf(head + publisher(name), 'https://www.courier.example/hall')).toBe(expected);
  });

  it('is no title of the page', () => {
    const head = site('A new hall | Docs | Courier Developer') + publisher('Harbour');
    expect(siteOf(head)).toBe('Harbour');
  });

  it('is the part of the title tag that the host says, even without the title of the page', () => {
    expect(siteOf('<title>A new hall | Courier.de - Sport - Boats</title>', 'https://courier.example/hall')).toBe(
      'Courier.de',
    );
    expect(siteOf('<title>The hall that is new | Harbour Courier</title>', 'https://courier.example/hall')).toBe(
      'Harbour Courier',
    );
  });

  it('is at last what the link home says, in words or by its picture, if host or title say it too', () => {
    const home = (words: string): string => `<header><a href="/">${words}</a><a href="/hall">A new hall</a></header>`;
    const address = 'https://www.courier.example/hall';
    expect(siteOf('', address, home('Harbour Courier'))).toBe('Harbour Courier');
    expect(siteOf('', address, home('<img src="/logo.svg" alt="Harbour Courier">'))).toBe('Harbour Courier');
    expect(siteOf('', address, home('Start page'))).toBeNull();
    expect(siteOf('<title>一座新大厅_水务周刊</title>', 'https://news.example/hall', home('水务周刊'))).toBe(
      '水务周刊',
    );
  });

  it('is not the title that a system gives every page as its name, where the page shows another', () => {
    const head = `${site('A new hall')}<title>A new hall | Courier</title>`;
    expect(siteOf(head, 'https://www.courier.example/hall')).toBe('Courier');
  });

  it('is the host as the page spells it, where it declares none', () => {
    const address = 'https://www.harbourcourier.example/hall';
    expect(siteOf('<title>A new hall / Harbour Courier</title>', address)).toBe('Harbour Courier');
    expect(siteOf('', address, '<p>Read the Harbour Courier every day.</p><b>Harbour Courier</b>')).toBe(
      'Harbour Courier',
    );
    expect(siteOf('<meta name="twitter:site" content="@HarbourCourier">', address)).toBe('HarbourCourier');
    expect(siteOf('<meta name="twitter:site" content="@somebody">', address)).toBeNull();
  });

  it.each([
    ['https://www.muellerblatt.example/hall', 'Müller-Blatt'],
    ['https://www.courier.co.uk/hall', 'The Courier'],
    ['https://nord.hc.example/hall', 'Harbour Courier'],
  ])('is known by the host %s', (address, expected) => {
    expect(siteOf(`<title>A new hall - ${expected} - News</title>`, address)).toBe(expected);
  });

  it('is what the picture at the link home shows, without that it is a logo', () => {
    const home = (alt: string): string => `<header><a href="/"><img src="/logo.svg" alt="${alt}"></a></header>`;
    const address = 'https://www.courier.example/hall';
    expect(siteOf('', address, home('Harbour Courier logo'))).toBe('Harbour Courier');
    expect(siteOf('', address, home('Logo des Harbour Courier'))).toBe('Harbour Courier');
    expect(siteOf('', address, home('Harbour Courier | All the news'))).toBe('Harbour Courier');
  });

  it('is found in a page of very many short lines without reading each', () => {
    expect(siteOf('', 'https://www.courier.example/hall', '<p>A brick</p>'.repeat(3_000))).toBeNull();
  });
});
