import { describe, expect, it } from 'vitest';
import { embargoIn, laterEmbargo } from '../../../desk/rules/markings/embargo.ts';

describe('an embargo in a line of a page', () => {
  it.each([
    ['SPERRFRIST: Dienstag, 15. Dezember 2026, 11 Uhr', '2026-12-15T11:00'],
    ['S p e r r f r i s t : 3. März 2027', '2027-03-03'],
    ['Sperr\u00adfrist: 3. März 2027', '2027-03-03'],
    ['ＳＰＥＲＲＦＲＩＳＴ: 3. März 2027', '2027-03-03'],
    ['Sperrfrist: Beginn der Rede', null],
    ['Sperrfrist bis 18.12.2026, 9.00 Uhr', '2026-12-18T09:00'],
    ['Achtung, Sperrfrist: 1.2.2027', '2027-02-01'],
    ['Sperrvermerk: frei ab Preisverleihung, Samstag, 12. Dezember 2026, 20 Uhr', '2026-12-12T20:00'],
    ['EMBARGOED UNTIL 07:00 GMT, 14 DECEMBER 2026', '2026-12-14T07:00Z'],
    ['Embargo: December 4th, 2026, 4 p.m.', '2026-12-04T16:00'],
    ['embargo: 2026-12-16T16:00:00Z', '2026-12-16T16:00Z'],
    ['Not for release before 9 January 2027', '2027-01-09'],
    ['Hold for release until Monday', null],
    ['Not to be published before 6 pm on 9 January 2027', '2027-01-09T18:00'],
    ['Sous embargo jusqu’au 15 décembre 2026, 10 h', '2026-12-15T10:00'],
    ['Bis zur Veröffentlichung am 10. Dezember 2026, 7.30 Uhr, gesperrt.', '2026-12-10T07:30'],
    ['Diese Mitteilung unterliegt einer Sperrfrist bis 31. Januar 2027.', '2027-01-31'],
    ['This paper is under strict embargo until 5 May 2027', '2027-05-05'],
  ])('%s', (text, until) => expect(embargoIn(text)).toEqual({ until }));

  it.each([
    'EU verschärft Embargo gegen Küstenstaat',
    'Sperrfrist gebrochen: Rüge für Internetportal',
    'Embargofristen der Verlage',
    'Embargo: 12 Monate',
    'Sperrfrist: aufgehoben',
    'The embargo ended at nine and all newspapers kept it.',
    'Der Stürmer ist bis zum 15. Dezember gesperrt.',
    'Die Straße bleibt bis zum 3. März 2027 gesperrt.',
    '„Sperrfrist: 3. März 2027“ stand über der Mitteilung.',
    'Nicht vor dem 3. März ins Büro kommen',
    'New release of the software on 3 March 2027',
  ])('none: %s', (text) => expect(embargoIn(text)).toBeNull());

  it('is read as a day only where there is such a day', () => {
    expect(embargoIn('Sperrfrist: 31.2.2027')).toEqual({ until: null });
    expect(embargoIn('Sperrfrist: 15. Dezember, 11 Uhr')).toEqual({ until: null });
  });

  it('is the later one of two, and one with a day before one without', () => {
    const [soon, late, undated] = [{ until: '2026-12-15T11:00' }, { until: '2027-01-01' }, { until: null }];
    expect(laterEmbargo(soon, late)).toBe(late);
    expect(laterEmbargo(undated, soon)).toBe(soon);
    expect(laterEmbargo(soon, undefined)).toBe(soon);
    expect(laterEmbargo(undefined, undefined)).toBeUndefined();
  });

  it('takes time in proportion to the line, whatever stands in it', () => {
    for (const text of ['sperrfrist '.repeat(100_000), 'a '.repeat(500_000), '1.'.repeat(500_000)])
      expect(embargoIn(text)).toBeNull();
  });
});
