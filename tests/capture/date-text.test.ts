import { describe, expect, it } from 'vitest';
import { machineDate, readableDate } from '../../capture/date-text.ts';
import { partialDateSchema } from '../../protocol/time.ts';

describe('dates in machine form', () => {
  it.each([
    ['2026-11-20T08:30:00+0100', '2026-11-20T08:30:00+01:00'],
    ['2026-11-20 08:30', '2026-11-20T08:30:00'],
    ['2026-11-20T08:30:00.123Z', '2026-11-20T08:30:00Z'],
    ['2026-11-20', '2026-11-20'],
    ['20261120', '2026-11-20'],
    ['1795163400', '2026-11-20T08:30:00Z'],
  ])('reads %s', (text, date) => {
    expect(machineDate(text)).toBe(date);
    expect(partialDateSchema.safeParse(date).success).toBe(true);
  });

  it.each(['2026-13-45', '2026-02-30', '0000-00-00', '99999-01-01', 'yesterday', ''])('refuses %s', (text) => {
    expect(machineDate(text)).toBeNull();
  });

  it('keeps the day of a date with an impossible time', () => {
    expect(machineDate('2026-11-20T99:99')).toBe('2026-11-20');
  });
});

describe('dates as people write them', () => {
  it.each([
    ['20. November 2026', 'de'],
    ['Freitag, 20.11.2026, 8:30 Uhr', 'de'],
    ['Stand: 20.11.26', 'de'],
    ['November 20, 2026', 'en'],
    ['Published on 20th Nov 2026', 'en'],
    ['20 novembre 2026', 'fr'],
    ['20 de noviembre de 2026', 'es'],
    ['20 listopada 2026', 'pl'],
    ['2026年11月20日', 'ja'],
    ['2026/11/20', 'en'],
  ])('reads "%s"', (text, lang) => {
    expect(readableDate(text, { lang, dayFirst: true })).toBe('2026-11-20');
  });

  it('knows Austrian months and short German ones', () => {
    expect(readableDate('5. Jänner 2026', { lang: 'de-AT', dayFirst: true })).toBe('2026-01-05');
    expect(readableDate('5. Mär. 2026', { lang: 'de', dayFirst: true })).toBe('2026-03-05');
  });

  it('reads 03/04 by the habit of the page, and the other way round if that is no date', () => {
    expect(readableDate('03/04/2026', { lang: 'en-GB', dayFirst: true })).toBe('2026-04-03');
    expect(readableDate('03/04/2026', { lang: 'en-US', dayFirst: false })).toBe('2026-03-04');
    expect(readableDate('11/20/2026', { lang: 'en-GB', dayFirst: true })).toBe('2026-11-20');
  });

  it.each(['version 1.2.3', 'Tel. 030 123456', '31. Februar 2026', 'Raum 12 Flur 3'])('finds none in "%s"', (text) => {
    expect(readableDate(text, { lang: 'de', dayFirst: true })).toBeNull();
  });
});
