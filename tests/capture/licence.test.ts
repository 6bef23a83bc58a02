import { describe, expect, it } from 'vitest';
import { creditIn, licenceAt, licenceIn } from '../../capture/licence.ts';

describe('a licence', () => {
  it.each([
    ['Foto: A. Muster, CC BY-SA 4.0', 'CC BY-SA 4.0'],
    ['CC-BY-NC-ND 3.0 DE', 'CC-BY-NC-ND 3.0 DE'],
    ['frei nach CC0 1.0', 'CC0 1.0'],
    ['© Nordwerk. Alle Rechte vorbehalten.', 'Alle Rechte vorbehalten'],
    ['Nothing of the kind', ''],
  ])('in the words “%s” is “%s”', (text, expected) => {
    expect(licenceIn(text)).toBe(expected);
  });

  it.each([
    ['https://creativecommons.org/licenses/by-sa/4.0/deed.de', 'CC BY-SA 4.0'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0'],
    ['https://example.com/terms', 'https://example.com/terms'],
  ])('at %s is “%s”', (address, expected) => {
    expect(licenceAt(address)).toBe(expected);
  });
});

describe('who made an image', () => {
  it.each([
    ['Die Halle im Mai. Foto: Maike Sörensen', 'Foto: Maike Sörensen'],
    ['© dpa / Nordwerk', '© dpa / Nordwerk'],
    ['The hall (Photo by Ann Sample)', 'Photo by Ann Sample'],
    ['Zeichnung: Jahrgang 2025', 'Zeichnung: Jahrgang 2025'],
    ['Eine Fotografin bei der Arbeit', ''],
  ])('“%s” → “%s”', (text, expected) => {
    expect(creditIn(text)).toBe(expected);
  });

  it('is found quickly, or not at all, in a long text', () => {
    expect(creditIn('Foto '.repeat(200_000))).toBe('');
  });
});
