// @vitest-environment happy-dom
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
});
