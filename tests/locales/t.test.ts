import { describe, expect, it } from 'vitest';
import { formatBytes } from '../../locales/amounts.ts';
import { createFormat } from '../../locales/format.ts';
import { chooseLanguage, createTranslator } from '../../locales/t.ts';

const WORDS = {
  de: { 'clips.one': '{count} Fundstück', 'clips.other': '{count} Fundstücke', hello: 'Hallo {name}' },
  en: { 'clips.one': '{count} clip', 'clips.other': '{count} clips', hello: 'Hello {name}' },
};

describe('createTranslator', () => {
  it('chooses the plural and writes numbers as the language does', () => {
    const t = createTranslator('de', WORDS);
    expect([t('clips', { count: 1 }), t('clips', { count: 0 }), t('clips', { count: 12_345 })]).toEqual([
      '1 Fundstück',
      '0 Fundstücke',
      '12.345 Fundstücke',
    ]);
  });

  it('puts values in as they are, also those that look like a pattern', () => {
    expect(createTranslator('en', WORDS)('hello', { name: '$& {count} <b>' })).toBe('Hello $& {count} <b>');
  });
});

describe('chooseLanguage', () => {
  it('follows the choice, then the browser, then English', () => {
    expect(chooseLanguage('de', ['en-GB'])).toBe('de');
    expect(chooseLanguage('auto', ['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(chooseLanguage('auto', ['fr'])).toBe('en');
  });
});

describe('createFormat', () => {
  const now = new Date(2026, 10, 20, 10, 30).getTime();
  const format = createFormat('de', now);
  const HOUR = 3_600_000;

  it('counts days by nights, not by 24 hours', () => {
    expect(format.relative(now - 11 * HOUR)).toBe('vor 11 Std.');
    expect(format.relative(new Date(2026, 10, 18, 23, 0).getTime())).toBe('vorgestern');
    expect(format.relative(now + 24 * HOUR)).toBe('morgen');
  });

  it('gives the date of what is long ago, with the year where it is another one', () => {
    expect(format.relative(new Date(2025, 1, 3).getTime())).toBe('3. Feb. 2025');
    expect(format.date(new Date(2026, 1, 3).getTime())).toBe('3. Feb.');
  });

  it('writes sizes in the unit that fits', () => {
    // Between number and unit stands a space that does not break.
    expect(
      [formatBytes('de', 3_400_000), formatBytes('de', 12_500_000_000)].map((text) => text.replace(/\s/u, ' ')),
    ).toEqual(['3,4 MB', '12,5 GB']);
  });
});
