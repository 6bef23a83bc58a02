// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readImage } from '../../capture/pointed-image.ts';

const SHOWN = 'https://cdn.example/a.jpg';
const read = (html: string) => {
  document.body.innerHTML = html;
  return readImage(document, SHOWN);
};
afterEach(() => document.body.replaceChildren());

describe('an image', () => {
  it('is told by its figure: caption, credit once, licence by its link', () => {
    const html = `<figure><img src="${SHOWN}" alt="Zwei Menschen"><figcaption>Die Werkbank. Foto: Maike Sörensen
      <a href="https://creativecommons.org/licenses/by/4.0/">Lizenz</a></figcaption></figure>`;
    expect(read(html)).toMatchObject({
      address: SHOWN,
      alt: 'Zwei Menschen',
      caption: expect.stringMatching(/^Die Werkbank\b/),
      credit: expect.stringContaining('Maike Sörensen'),
      licence: 'CC BY 4.0',
    });
  });

  it('is told by linked data, whatever else stands there', () => {
    const data = {
      '@graph': [
        { '@type': 'ImageObject', contentUrl: 'https://cdn.example/other.jpg', creditText: 'Falsch' },
        {
          '@type': ['ImageObject'],
          contentUrl: SHOWN,
          creator: { name: 'Ann' },
          license: { '@id': 'https://example.com/l' },
        },
      ],
    };
    const html = `<img src="${SHOWN}"><script type="application/ld+json">${JSON.stringify(data)}</script>
      <script type="application/ld+json">{ broken</script>`;
    expect(read(html)).toMatchObject({ credit: 'Ann', licence: 'https://example.com/l' });
  });

  it('is told by what describes it, by marked credits, and by the licence of the page', () => {
    const html = `<div><img src="${SHOWN}" aria-describedby="d"><span itemprop="copyrightHolder">Nordwerk</span></div>
      <p id="d">Der Hafen.</p><p>${'Text. '.repeat(200)}</p><a rel="license" href="https://example.com/terms">Nutzung</a>`;
    expect(read(html)).toMatchObject({
      caption: 'Der Hafen.',
      credit: 'Nordwerk',
      licence: 'https://example.com/terms',
    });
  });

  it.each([
    ['Die Werkbank (Foto: Ann).', 'Die Werkbank (Foto:'],
    ['Die Werkbank – Ann', 'Die Werkbank'],
    ['Die Werkbank (Ann) .', 'Die Werkbank'],
    ['Die Werkbank | Ann heute', 'Die Werkbank | heute'],
  ])('says its credit once: %s', (caption, left) => {
    const html = `<img src="${SHOWN}" data-credit="Ann" aria-describedby="d"><p id="d">${caption}</p>`;
    expect(read(html)).toMatchObject({ credit: 'Ann', caption: left });
  });

  it('has a caption of bounded length, whatever the page puts there', { timeout: 8_000 }, () => {
    const html = `<img src="${SHOWN}" data-credit="Ann" aria-describedby="d"><p id="d">Ann ${'-'.repeat(100_000)}x</p>`;
    expect(read(html).caption.length).toBeLessThanOrEqual(700);
  });

  it('is the largest that the page offers in its place', () => {
    const html = `<img src="${SHOWN}" srcset="/s.jpg 320w, https://cdn.example/l.jpg 1600w, javascript:1 9000w">`;
    expect(read(html)).toMatchObject({ address: 'https://cdn.example/l.jpg', width: 1600 });
  });

  it('of which nothing is said, or which is not found, has no licence', () => {
    expect(read(`<img src="${SHOWN}">`)).toMatchObject({ credit: '', licence: '', caption: '' });
    expect(read('<p>Nichts.</p>')).toMatchObject({ address: SHOWN, licence: '' });
  });
});

it('the parts around it are read as far as one must to know that they are none', () => {
  const styles = vi.spyOn(globalThis, 'getComputedStyle').mockReturnValue({ display: 'block' } as CSSStyleDeclaration);
  read(`<div><div><img src="${SHOWN}">${'<i>Halle </i>'.repeat(400)}</div></div>`);
  expect(styles.mock.calls.length).toBeLessThan(300);
  styles.mockRestore();
});
