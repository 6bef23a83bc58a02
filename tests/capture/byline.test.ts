// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "handleDisabledFileLoadingAsSuccess": true, "disableIframePageLoading": true } }
import { describe, expect, it } from 'vitest';
import { captureHtml } from './capture-html.ts';

const TEXT = '<p>Am Montag hat in Halle 4 die neue Lehrwerkstatt ihre Tore geöffnet, und viele waren dabei.</p>'.repeat(
  4,
);
const byline = (html: string): string[] => captureHtml(html).byline;

describe('bylines', () => {
  it('follow references between the things of a graph', () => {
    const graph = {
      '@graph': [
        { '@type': 'NewsArticle', headline: 'Halle 4 öffnet', author: { '@id': '#anna' } },
        { '@type': 'Person', '@id': '#anna', name: 'Anna Beispiel' },
      ],
    };
    expect(
      byline(`<script type="application/ld+json">${JSON.stringify(graph)}</script><h1>Halle 4 öffnet</h1>${TEXT}`),
    ).toEqual(['Anna Beispiel']);
  });

  it('are the person on the page, not the site that signs everything', () => {
    const linked =
      '{"@type":"NewsArticle","headline":"Halle 4 öffnet","author":{"@type":"Organization","name":"Werkblatt"}}';
    const html = `<meta property="og:site_name" content="Werkblatt"><script type="application/ld+json">${linked}</script>
      <main><h1>Halle 4 öffnet</h1><p>Von Anna Beispiel</p>${TEXT}</main>`;
    expect(byline(html)).toEqual(['Anna Beispiel']);
  });

  it('may stand below a label, behind a date, or at the end', () => {
    expect(byline(`<main><h1>Halle 4 öffnet</h1><div>Written by</div><div>Anna Example</div>${TEXT}</main>`)).toEqual([
      'Anna Example',
    ]);
    expect(byline(`<main><h1>Halle 4 öffnet</h1><div>22.11.2026 – Anna Beispiel</div>${TEXT}</main>`)).toEqual([
      'Anna Beispiel',
    ]);
    expect(byline(`<main><h1>Halle 4 öffnet</h1>${TEXT}<p>Autorin: Anna Beispiel</p></main>`)).toEqual([
      'Anna Beispiel',
    ]);
  });

  it('turn the names of library catalogues around', () => {
    expect(byline(`<meta name="citation_author" content="Example, Anna"><h1>Hall 4</h1>${TEXT}`)).toEqual([
      'Anna Example',
    ]);
  });

  it('are those of the article, not of the readers who answered', () => {
    const comments = '<div class="comment"><span class="comment-author">Udo Leser</span><p>Schön!</p></div>'.repeat(6);
    const html = `<main><h1>Halle 4 öffnet</h1><div class="byline">Anna Beispiel</div>${TEXT}</main>${comments}`;
    expect(byline(html)).toEqual(['Anna Beispiel']);
  });

  it('stand in a line that ends at a line break, beside the text of the same block', () => {
    const told = 'Am Montag hat in Halle 4 die neue Lehrwerkstatt geöffnet, und viele waren dabei. '.repeat(6);
    expect(byline(`<main><h1>Halle 4 öffnet</h1><div>22.11.2026 | Anna Beispiel<br>${told}</div></main>`)).toEqual([
      'Anna Beispiel',
    ]);
    expect(byline(`<main><h1>Halle 4 öffnet</h1><div>${told}<br>Autorin: Anna Beispiel</div></main>`)).toEqual([
      'Anna Beispiel',
    ]);
  });

  it('are all names in a line, though only some of them have a page of their own', () => {
    const line = '<a href="/team/beispiel">Anna Beispiel</a>, Jörg Muster und <a href="/team/probe">Ida Probe</a>';
    expect(byline(`<main><h1>Halle 4 öffnet</h1><div class="author">${line}</div>${TEXT}</main>`)).toEqual([
      'Anna Beispiel',
      'Jörg Muster',
      'Ida Probe',
    ]);
  });

  it('are not who took the picture', () => {
    const html = `<main><h1>Halle 4 öffnet</h1><div>Foto: Udo Linse</div><div>Von Anna Beispiel</div>${TEXT}</main>`;
    expect(byline(html)).toEqual(['Anna Beispiel']);
  });

  it('are not the title, nor the site that stands above and below', () => {
    const page = (above: string): string =>
      `<meta property="og:site_name" content="Werk Blatt">${above}<header><a href="/">Werk Blatt</a></header>
       <main><h1>Ida Probe</h1>${TEXT}</main><footer>Werk Blatt</footer>`;
    expect(byline(page(''))).toEqual([]);
    expect(byline(page('<meta name="author" content="Anna Beispiel">'))).toEqual(['Anna Beispiel']);
  });

  it('are of whoever opened a discussion, without badges, and not of who answered', () => {
    const post = (name: string): string =>
      `<div class="post"><div itemprop="author"><a href="/users/1/x">${name}</a> 4,701 <span>18 gold badges</span></div>${TEXT}</div>`;
    const edited = '<div>edited by <a href="/users/7/udo">Udo Leser</a></div>';
    const html = `<main><h1>Wer kennt Halle 4?</h1>${edited}${post('anna4711')}${post('ida12')}${post('jo')}</main>`;
    expect(captureHtml(html, 'https://forum.example.com/questions/4').byline).toEqual(['anna4711']);
  });

  it('are not around the frame that holds the text', () => {
    const around =
      '<header><span>Udo Leser</span></header><nav class="authors"><a href="/users/udo">Udo Leser</a></nav>';
    const html = `${around}<main><iframe srcdoc="<h1>Halle 4 öffnet</h1>${TEXT.repeat(4)}"></iframe></main>`;
    expect(captureHtml(html).text).toContain('Lehrwerkstatt');
    expect(byline(html)).toEqual([]);
  });
});
