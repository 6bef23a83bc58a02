import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTraits, isTooShort, SIMILAR_FROM } from '../../../desk/similar/compare.ts';
import { daysIn } from '../../../desk/similar/dates.ts';
import { partsOf } from '../../../desk/similar/meanings.ts';
import { rarityAmong } from '../../../desk/similar/rarity.ts';
import { pairKey, pairOf } from '../../../desk/similar/rejections.ts';
import { createSimilarIndex } from '../../../desk/similar/similar-index.ts';
import { type Said, traitsOf } from '../../../desk/similar/traits.ts';
import { stemOf } from '../../../desk/words/stem.ts';

const said = (title: string, excerpt = '', address = ''): Said => ({ title, excerpt, address });
const rarity = rarityAmong(() => 1, 500);
const likeness = (a: Said, b: Said) => compareTraits(traitsOf(a), traitsOf(b), rarity);

const OPENING = said(
  'Ausbildungswerkstatt in Bremen eröffnet',
  'Seit Montag lernen 40 Azubis an neuen Drehmaschinen.',
  'https://intranet.nordwerk.example/news/ausbildungswerkstatt-bremen',
);
const SAME = said(
  'Bremen: Werkstatt für Auszubildende geht an den Start',
  'Die neuen Drehmaschinen stehen, 40 junge Leute fangen an.',
  'https://www.bote.example/wirtschaft/werkstatt-bremen',
);
const ENGLISH = said(
  'Apprentice workshop opens in Bremen',
  'Forty trainees work on new machines since Monday.',
  'https://intranet.nordwerk.example/en/apprentice-workshop',
);
const OTHER = said(
  'Kantine: neue Kaffeemaschinen',
  'Endlich auch mit Haferdrink.',
  'https://intranet.nordwerk.example/kantine',
);

test('[SM1] the same matter in other words is similar, with the words that both have', () => {
  const { score, words } = likeness(OPENING, SAME);
  expect(score).toBeGreaterThan(SIMILAR_FROM);
  expect(words).toEqual(expect.arrayContaining(['Bremen', 'Ausbildungswerkstatt']));
  expect(likeness(OPENING, OTHER).score).toBeLessThan(SIMILAR_FROM);
});

test('[SM1] German and English meet by what words mean', () => {
  const { score, words } = likeness(OPENING, ENGLISH);
  expect(score).toBeGreaterThan(SIMILAR_FROM);
  expect(words).toContain('Ausbildungswerkstatt');
});

test('[SM3] fillers are no reasons, and leave the score as it is', () => {
  const a = said(
    'Neue Drehmaschinen: Azubis lernen mit ihr und without Papier',
    'Für Bremen und Kassel, learning and new',
  );
  const b = said(
    'Kassel bekommt neue Drehmaschinen und lernt without ihr Papier',
    'Azubis lernen neue Dinge, new learning and',
  );
  const { score, words } = likeness(a, b);
  expect(words).toEqual(expect.arrayContaining(['Drehmaschinen', 'Kassel', 'Azubis', 'Papier']));
  expect(words.join(' ')).not.toMatch(/\b(neue|lernen|mit|ihr|und|without|für|learning|and|new)\b/i);
  expect(score).toBeGreaterThan(0);
});

test('[SM3] where only compounds are alike, they are the reason', () => {
  const a = said('Neue Gießereiwerkstatt', 'lernen ohne Pause');
  const b = said('Lackierwerkstatt geht ganz neue Wege', 'lernen und machen');
  expect(likeness(a, b).words).toContain('Gießereiwerkstatt');
});

test('[SM1] the issues of a series are not similar', () => {
  const menu = (week: number, dishes: string) =>
    said(`Speiseplan KW ${week}`, dishes, `https://intranet.nordwerk.example/kantine/Speiseplan_KW${week}.pdf`);
  const score = likeness(menu(47, 'Montag: Linseneintopf.'), menu(48, 'Montag: Spätzle mit Linsen.')).score;
  expect(score).toBeLessThan(SIMILAR_FROM);
});

test('[SM1] what says too little is not judged', () => {
  expect(isTooShort(traitsOf(said('Neuigkeiten')))).toBe(true);
  expect(likeness(said('Neuigkeiten'), said('Neuigkeiten'))).toEqual({ score: 0, words: [] });
});

test('a compound is what its parts mean', () => {
  expect(partsOf('ausbildungswerkstatt', stemOf('ausbildungswerkstatt'))).toEqual(['=auszubildende', '=werkstatt']);
});

test.each(['am 16. August', 'on August 16', '16 August 2026', 'vom 16.08. an'])('%s is one day', (text) => {
  expect([...daysIn(text)]).toEqual(['8-16']);
});

const WORDS = [
  'Werk',
  'Eröffnung',
  'Azubi',
  'workshop',
  'Bremen',
  '2026',
  'Frau-Holle',
  '16.08.',
  'neu',
  '„Ö"',
  '👩‍🔧',
  '_x_',
];
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 20 }).map((words) => words.join(' ')),
);
const anySaid = fc.record({ title: anyText, excerpt: anyText, address: fc.oneof(fc.webUrl(), fc.constant('')) });

test('two topics are as similar whichever of them is asked about, and always the same', () => {
  fc.assert(
    fc.property(anySaid, anySaid, (a, b) => {
      const there = likeness(a, b);
      expect(likeness(b, a).score).toBeCloseTo(there.score, 10);
      expect(likeness(a, b)).toEqual(there);
      expect(there.score).toBeGreaterThanOrEqual(0);
      expect(there.score).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});

test('every word that is shown stands in the own page', () => {
  fc.assert(
    fc.property(anySaid, anySaid, (a, b) => {
      for (const word of likeness(a, b).words) expect(`${a.title.replaceAll('_', ' ')} ${a.excerpt}`).toContain(word);
    }),
    { numRuns: 300 },
  );
});

test('a hundred thousand words take no longer than their length asks for', () => {
  const words = Array.from({ length: 100_000 }, (_, at) => `wort${at}werkstatt`).join(' ');
  expect(traitsOf(said(words, `${'ausbildung'.repeat(50_000)} ${'16. '.repeat(50_000)}`)).title.length).toBe(100_000);
});

test('the index finds what a comparison with every topic would put first', () => {
  const index = createSimilarIndex();
  for (let at = 0; at < 300; at += 1)
    index.put(`other-${at}`, said(`Meldung ${at} aus Abteilung ${at % 7}`, `Text ${at}`));
  index.put('same', SAME);
  index.put('english', ENGLISH);
  expect(index.find(OPENING, { limit: 5 }).map(({ id }) => id)).toEqual(expect.arrayContaining(['same', 'english']));
  expect(index.find(OPENING, { limit: 5, except: (id) => id === 'same' }).map(({ id }) => id)).not.toContain('same');
  index.put('same', OTHER);
  index.delete('english');
  expect(index.find(OPENING, { limit: 5 })).toEqual([]);
  expect(index.size).toBe(301);
});

test('the key of a pair is the same from both sides', () => {
  expect(pairKey('b', 'a')).toBe(pairKey('a', 'b'));
  expect(pairOf(pairKey('b', 'a'))).toEqual({ topicId: 'a', otherId: 'b' });
});
