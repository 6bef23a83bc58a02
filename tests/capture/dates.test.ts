// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { addressDate } from '../../capture/address-date.ts';
import { captureHtml } from './capture-html.ts';

const TEXT = '<p>Am Montag hat in Halle 4 die neue Lehrwerkstatt ihre Tore geöffnet, und viele waren dabei.</p>'.repeat(
  4,
);
const page = (line: string, head = '') =>
  captureHtml(
    `<html lang="de">${head}<main><h1>Halle 4 öffnet</h1>${line}${TEXT}</main>`,
    'https://werk.example/halle',
  );

describe('dates', () => {
  it('of publishing and changing stand in one line', () => {
    expect(page('<p>Veröffentlicht am 12. März 2026, zuletzt geändert am 14.3.2026</p>')).toMatchObject({
      published: '2026-03-12',
      modified: '2026-03-14',
    });
  });

  it('stand at the beginning of a long paragraph', () => {
    expect(page(`<p>Berlin, 12.03.2026 – ${'Die Halle ist offen. '.repeat(20)}</p>`).published).toBe('2026-03-12');
  });

  it('do not come from words about how long ago something was', () => {
    expect(page('<p>vor 3 Stunden</p>').published).toBeNull();
  });

  it('are still read of linked data that is broken', () => {
    const broken = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-12"}}</script>';
    expect(page('', broken)).toMatchObject({
      published: '2026-03-12',
      signals: { published: 'json-ld datePublished' },
    });
  });

  it('of the last change stand for a day of publishing that nobody says', () => {
    expect(page('<p>Stand: 14.03.2026</p>')).toMatchObject({ published: '2026-03-14', modified: '2026-03-14' });
  });
});

describe('dates in addresses', () => {
  it.each([
    ['https://werk.example/2026/03/12/halle', '2026-03-12'],
    ['https://werk.example/2026-3-12-halle', '2026-03-12'],
    ['https://werk.example/halle-20260312.html', '2026-03-12'],
    ['https://werk.example/meldungen/12-03-2026', '2026-03-12'],
    ['https://werk.example/presse/2026/260312-halle', '2026-03-12'],
    ['https://werk.example/2026/13/45/halle', null],
    ['https://werk.example/halle-123456789', null],
    ['nonsense', null],
  ])('%s', (address, date) => {
    expect(addressDate(address)).toBe(date);
  });
});
