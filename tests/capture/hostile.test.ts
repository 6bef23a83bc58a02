// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureDocument, captureHtml } from './capture-html.ts';

/** A tree of `depth` levels, built without a parser: parsers flatten what scripts can nest. */
function nested(depth: number, tag: string): Document {
  const document = new DOMParser().parseFromString('<title>Deep</title><p>Above</p>', 'text/html');
  let inner: Element = document.body;
  for (let level = 0; level < depth; level += 1) inner = inner.appendChild(document.createElement(tag));
  inner.append('below');
  return document;
}

// Building these pages takes the test's document model seconds on a busy machine.
describe('pages that nobody should write', { timeout: 60_000 }, () => {
  it('with 100,000 levels are read as far as the limit, and the draft says so', () => {
    const { draft } = captureDocument(nested(100_000, 'div'));
    expect(draft.cut).toEqual(['page']);
    expect(draft.text).toContain('Above');
  });

  it('with 50,000 elements are read whole, in steps', () => {
    const { draft, steps } = captureDocument(
      new DOMParser().parseFromString(
        `<h1>Many</h1>${'<p>Zwölf Wörter stehen hier, damit es ein Satz ist.</p>'.repeat(25_000)}`,
        'text/html',
      ),
    );
    expect(draft.cut).toEqual(['text']);
    expect(steps).toBeGreaterThan(50_000 / 2_000);
  });

  it('with a title of 10,000 letters keep its beginning', () => {
    const draft = captureHtml(`<title>${'Titel '.repeat(2_000)}</title><p>Text`);
    expect(draft.title).toMatch(/^Titel .*…$/);
    expect(draft.cut).toEqual(['title']);
  });

  it('with right-to-left text, emoji and lone surrogates stay well formed', () => {
    const document = new DOMParser().parseFromString(
      '<html dir="rtl" lang="ar"><h1>مرحبا 👩‍👩‍👧‍👦</h1><p id="p"></p>',
      'text/html',
    );
    document.getElementById('p')?.append('نص \ud83d طويل \udc00');
    const { draft } = captureDocument(document);
    expect(draft.title).toBe('مرحبا 👩‍👩‍👧‍👦');
    expect(draft.text.isWellFormed()).toBe(true);
  });

  it('that are no HTML are read as text', () => {
    const xml = new DOMParser().parseFromString(
      '<feed><title>Feed</title><entry>First entry of it.</entry></feed>',
      'application/xml',
    );
    expect(captureDocument(xml).draft.text).toContain('First entry');
    const svg = new DOMParser().parseFromString(
      '<svg xmlns="http://www.w3.org/2000/svg"><text>Label</text></svg>',
      'image/svg+xml',
    );
    expect(captureDocument(svg).draft.cut).toEqual([]);
  });

  it('of any markup give a draft, and the same one twice', () => {
    const word = fc.constantFrom(
      'Wort',
      'الكلمة',
      '👩‍👧',
      '\ud800',
      '<!--',
      '&#0;',
      'By Anna',
      '20.11.2026',
      'javascript:x',
      '',
    );
    const tag = fc.constantFrom(
      'p',
      'div',
      'h1',
      'article',
      'a',
      'table',
      'td',
      'form',
      'svg',
      'title',
      'template',
      'nav',
      'time',
      'pre',
      'select',
      'frameset',
      'x-y',
      'script',
    );
    const attribute = fc.constantFrom(
      '',
      'class="byline"',
      'class="comments"',
      'id=body',
      'name=body',
      'name=title',
      'hidden',
      'itemprop=author',
      'datetime=9999-99-99',
      'href="javascript:1"',
      'role=main',
      'style="display:none"',
      'rel=canonical href="http://["',
      'type="application/ld+json"',
      'property=og:title content="&amp;#xd800;"',
      'lang="x-y-z-"',
    );
    const element = fc
      .tuple(tag, attribute, fc.array(word, { maxLength: 4 }))
      .map(([name, attributes, words]) => `<${name} ${attributes}>${words.join(' ')}`);
    const markup = fc
      .array(
        fc.oneof(
          element,
          tag.map((name) => `</${name}>`),
          word,
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(markup, (html) => {
        expect(captureHtml(html)).toEqual(captureHtml(html));
      }),
      { numRuns: 300 },
    );
  });
});
