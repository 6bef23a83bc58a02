import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../../desk/words/fold.ts';
import { marksIn } from '../../../desk/words/marks.ts';
import { fitOf, fitsWord, readQuery } from '../../../desk/words/query.ts';
import { stemOf } from '../../../desk/words/stem.ts';
import { stemsOf, wordsOf, wordText } from '../../../desk/words/words.ts';

test.each([
  ['Schülerpraktikum', 'Schuelerpraktikum', 'schulerpraktikum', 'SCHÜLERPRAKTIKUM', 'Schu\u0308lerpraktikum'],
  ['Straße', 'Strasse', 'STRASSE'],
  ['Größe', 'Groesse', 'Grosse'],
  ['Café', 'Cafe', 'CAFÉ'],
  ['Øresund', 'Oresund', 'Oeresund'],
  ['Räume', 'Raeume'],
])('%s is folded as %s', (...spellings) => {
  expect(new Set(spellings.map(foldText)).size).toBe(1);
});

test('a word that only looks like an umlaut keeps its letters', () => {
  expect(['neue', 'Bauer', 'Quelle', 'queue'].map(foldText)).toEqual(['neue', 'bauer', 'quelle', 'queue']);
});

const forms: string[][] = [
  ['Azubi', 'Azubis'],
  ['Werk', 'Werke', 'Werken', 'Werks', 'Werkes'],
  ['Haus', 'Häuser', 'Häusern', 'Haeuser', 'Hause', 'Hauses'],
  ['Spende', 'Spenden', 'gespendet', 'gespendete', 'gespendeten'],
  ['Ausbildung', 'Ausbildungen'],
  ['Garten', 'Gärten', 'Gartens'],
  ['Kollege', 'Kollegen', 'Kolleginnen'],
  ['Mitarbeiter', 'Mitarbeiterinnen', 'Mitarbeitern', 'Mitarbeiters'],
  ['Leiter', 'Leiterinnen', 'Leitern'],
  ['Lehrling', 'Lehrlinge', 'Lehrlingen', 'Lehrlings'],
  ['Ergebnis', 'Ergebnisse', 'Ergebnissen', 'Ergebnisses'],
  ['Energie', 'Energien', 'energy', 'energies'],
  ['Industrie', 'Industrien', 'industry', 'industries'],
  ['fördern', 'gefördert', 'fördere'],
  ['sammeln', 'gesammelt'],
  ['gründen', 'gegründet', 'Gründer'],
  ['team', 'teams'],
  ['company', 'companies'],
  ['plan', 'plans', 'planned', 'planning'],
  ['decide', 'decided', 'decides', 'deciding'],
  ['award', 'awards', 'awarded'],
];
test.each(forms)('%s and its forms have one stem: %s', (...words) => {
  expect(new Set(words.map((word) => stemOf(foldText(word))))).toHaveLength(1);
});

const apart: [string, string][] = [
  ['Gewicht', 'wichtig'],
  ['Haus', 'Hau'],
  ['Termin', 'Term'],
  ['Strom', 'Strömung'],
  ['Tage', 'Tag'],
  ['Praktikum', 'Praktika'],
  ['gehen', 'ging'],
  ['Umbau', 'Umbaus'],
];
test.each(apart)('%s and %s stay apart (some of them a pity)', (one, other) => {
  expect(stemOf(foldText(one))).not.toBe(stemOf(foldText(other)));
});

test('words come folded, in order, without stop words and without signs that say nothing', () => {
  expect(wordsOf('Die neue E-Mail der Kolleg*innen – Über 40 Azubis & 3 Werke!')).toEqual([
    'neue',
    'mail',
    'email',
    'kolleg',
    '40',
    'azubis',
    'werke',
  ]);
  expect([...stemsOf('Werke und Werk')]).toEqual(['werk']);
  expect(wordsOf('展示会')).toEqual(['展示会']);
});

const finds = (typed: string, text: string): boolean => {
  const query = readQuery(typed);
  return query.length > 0 && query.every((word) => fitsWord(word, wordText([text])));
};

describe('what is typed', () => {
  test.each([
    ['ausbild', 'Die Ausbildungswerkstatt'],
    ['werkstatt', 'Die Ausbildungswerkstatt'],
    ['werkstätten', 'Die Ausbildungswerkstatt'],
    ['Ausbildungswerkstätte', 'Ausbildungswerkstatt'],
    ['haus', 'Rathäuser'],
    ['mail', 'E-Mail'],
    ['email', 'E-Mail'],
    ['azubis werk', 'Zwölf Azubis lernen im Werk Nord'],
    ['die azubis', 'Azubi'],
    ['spende', '800 Euro gespendet'],
    ['gespendet', 'Spendenlauf'],
    ['HR', 'HR-Nachrichten'],
    ['openi', 'opening'],
    ['diese', 'Dieselmotor'],
    ['2026', 'Bilanz 2026'],
    ['Halle 4', 'Neues aus Halle 4'],
    ['halle 4 umbau', 'Umbau in Halle 4'],
  ])('"%s" finds "%s"', (typed, text) => expect(finds(typed, text)).toBe(true));

  test.each([
    ['hr ', 'Hrubesch'],
    ['rand', 'Brandschutz'],
    ['bild', 'Ausbildung'],
    ['werk azubi', 'Werkstatt'],
    ['gewicht', 'wichtig'],
    ['halle 4 umbau', 'Umbau in Halle 40'],
    ['Halle 4', 'Halle 3'],
    ['', 'Werk'],
    [' & ', 'Werk'],
  ])('"%s" does not find "%s"', (typed, text) => expect(finds(typed, text)).toBe(false));

  test('a whole word fits better than its beginning, and that better than a part', () => {
    const [word] = readQuery('werkstatt');
    const fit = (text: string) => (word === undefined ? null : fitOf(word, wordText([text])));
    expect(['Werkstätten', 'Werkstattleitung', 'Lehrwerkstatt', 'Kantine'].map(fit)).toEqual([3, 2, 1, 0]);
  });

  test('every beginning of a word finds it, from the first letter that is no stop word on', () => {
    const words = forms.flat();
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.nat(), (word, at) => {
        const typed = word.slice(0, 1 + (at % word.length));
        expect(finds(typed, word), typed).toBe(true);
      }),
    );
  });

  test('every word of any text finds it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const word of wordsOf(text).filter((each) => /^[\p{L}\p{N}]+$/u.test(each) && each.length < 40))
          expect(finds(word, text), word).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

test('marks are whole words as they are written', () => {
  const text = 'Häuser der Ausbildung: das Rathaus (2026)';
  const marked = (typed: string) => marksIn(text, readQuery(typed)).map(([from, to]) => text.slice(from, to));
  expect(marked('haus')).toEqual(['Häuser', 'Rathaus']);
  expect(marked('ausbild 2026')).toEqual(['Ausbildung', '2026']);
  expect(marked('')).toEqual([]);
});

test('a million letters take no longer than their length asks for', () => {
  const long = `${'ge'.repeat(200_000)}t ${'ü-'.repeat(100_000)} ${'a'.repeat(300_000)}`;
  expect(wordsOf(long).every((word) => word.length <= 40)).toBe(true);
});

test('a word that is longer than the index keeps is found when all of it is typed', () => {
  const word = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';
  const text = wordText([`Das ${word} gilt`]);
  for (const typed of [word, `${word} `, word.slice(0, 45), word.slice(0, 30)])
    expect(
      readQuery(typed).every((each) => fitsWord(each, text)),
      typed,
    ).toBe(true);
});
