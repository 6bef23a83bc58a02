// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { withFoundOnPage } from '../../desk/rules/find.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { captureHtml } from './capture-html.ts';

const TEXT = '<p>Die neue Anlage geht im März in Betrieb und spart ein Fünftel der Energie.</p>'.repeat(3);
const page = (body: string, head = '') =>
  `<html lang="de"><head><title>Anlage</title>${head}</head><body><main><h1>Anlage</h1>${TEXT}</main>${body}</body></html>`;
const levels = (html: string) => withFoundOnPage(captureHtml(html)).found.markings;

describe('[IN1] a marking is found wherever on the page it stands', () => {
  test.each([
    ['in the footer', '<footer>Streng vertraulich</footer>'],
    ['hidden by an attribute', '<div hidden>Streng vertraulich</div>'],
    ['hidden by a style', '<div style="display:none">Streng vertraulich</div>'],
    [
      'in a watermark, letter by letter',
      `<div class="watermark">${[...'STRENGVERTRAULICH'].map((sign) => `<div>${sign}</div>`).join('')}</div>`,
    ],
    ['split across elements', '<p>Streng ver<b>trau</b><i>lich</i></p>'],
    ['with soft hyphens', '<p>Streng ver&shy;trau&shy;lich</p>'],
    ['in two lines', '<div>STRENG</div><div>VERTRAULICH</div>'],
    ['in a picture', '<img src="a.png" alt="Streng vertraulich">'],
    ['in a drawing', '<svg><text>Streng</text><text>x</text><g><text>Streng vertraulich</text></g></svg>'],
    ['as a label', '<div data-classification="Streng vertraulich"></div>'],
    ['for those who do not see', '<span aria-label="Streng vertraulich"></span>'],
    ['in a table', '<table><tr><th>Klassifizierung</th><td>Streng vertraulich</td></tr></table>'],
  ])('%s', (_where, body) => expect(levels(page(body)).at(-1)).toBe('strictly_confidential'));

  test('in the head', () => {
    expect(levels(page('', '<meta name="classification" content="Intern">'))).toEqual(['internal']);
    expect(levels('<html><head><title>Falke – Vertraulich</title></head><body><p>Text</p></body></html>')).toEqual([
      'confidential',
    ]);
  });

  test('in a component', () => {
    const host = document.createElement('x-banner');
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>Nur für den internen Gebrauch</p>';
    document.body.replaceChildren(host);
    const inner = captureHtml(page(''));
    expect(inner.markings).toEqual([]);
  });
});

test('[IN1] what only speaks of secrets is no marking, and choices are none', () => {
  const body = '<p>Vertrauliche Unterlagen gehören in den Tresor.</p><select><option>Vertraulich</option></select>';
  expect(levels(page(body))).toEqual([]);
});

test('a draft keeps so many texts and no more', () => {
  const many = Array.from({ length: 500 }, (_, at) => `<p>Vertraulich ${'x'.repeat(at % 50)} ${at}</p>`).join('');
  expect(captureHtml(page(`${many}<footer>Streng vertraulich</footer>`)).markings.length).toBeLessThanOrEqual(
    LIMITS.markingTexts,
  );
});
