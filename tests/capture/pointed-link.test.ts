// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readLink } from '../../capture/pointed-link.ts';

const TARGET = 'https://intranet.example/ziel';
const read = (html: string) => {
  document.body.innerHTML = html;
  return readLink(document, TARGET);
};
afterEach(() => document.body.replaceChildren());

describe('a link is titled', () => {
  it.each([
    ['its own words', `<a href="${TARGET}">Die neue <b>Halle</b></a>`, 'Die neue Halle'],
    [
      'the heading in it, if a whole card is the link',
      `<a href="${TARGET}"><h3>Halle</h3><p>Seit Mai.</p></a>`,
      'Halle',
    ],
    [
      'its label, if its words say nothing',
      `<a href="${TARGET}" aria-label="Mehr über die Halle">mehr …</a>`,
      'Mehr über die Halle',
    ],
    ['the alternative of an image in it', `<a href="${TARGET}"><img alt="Plan der Halle"></a>`, 'Plan der Halle'],
    [
      'the heading of its card',
      `<div><h2>Halle 7</h2><p>Text.</p><a href="${TARGET}">Weiterlesen</a></div>`,
      'Halle 7',
    ],
    [
      'another link to the same place',
      `<p><a href="${TARGET}">»</a></p><p><a href="${TARGET}">Halle 7</a></p>`,
      'Halle 7',
    ],
    ['nothing, if the page says nothing', `<p><a href="${TARGET}">→</a></p>`, ''],
  ])('by %s', (_by, html, title) => {
    expect(read(html).title).toBe(title);
  });

  it('by another name where its own is a long row of signs, in a moment', { timeout: 8_000 }, () => {
    expect(read(`<a href="${TARGET}" title="Halle 7">${'.'.repeat(40_000)}x</a>`).title).toBe('Halle 7');
  });

  it('by nothing where it is not found', () => {
    expect(read('<p>Kein Link.</p>')).toEqual({ title: '', excerpt: '', lang: '' });
  });
});

describe('the excerpt', () => {
  const sentence = 'Vierzehn junge Menschen lernen dort seit Mai, was Pumpen bewegt.';
  it('is the first sentence of the card', () => {
    const html = `<p>Davor.</p><div><h2><a href="${TARGET}" hreflang=en>Halle</a></h2><p>5. Mai</p><p>${sentence}</p></div><p>Danach.</p>`;
    expect(read(html)).toEqual({ title: 'Halle', excerpt: sentence, lang: 'en' });
  });
  it('is the paragraph around a link in running text', () => {
    expect(read(`<p>${sentence} Mehr sagt die <a href="${TARGET}">Leitung</a>.</p>`)).toMatchObject({
      title: 'Leitung',
      excerpt: `${sentence} Mehr sagt die Leitung.`,
    });
  });
});

it.each([
  ['nodes', '<i></i>'],
  ['text', '<i>Halle </i>'],
])('the parts around it are read as far as one must to know that they are none: %s', (_of, one) => {
  const styles = vi.spyOn(globalThis, 'getComputedStyle').mockReturnValue({ display: 'block' } as CSSStyleDeclaration);
  read(`<div><div><div><div><a href="${TARGET}">Halle 7</a>${one.repeat(10_000)}</div></div></div></div>`);
  expect(styles.mock.calls.length).toBeLessThan(5_000);
  styles.mockRestore();
});
