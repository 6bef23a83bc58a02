import { expect, test } from 'vitest';
import { sayer } from '../../../desk/rules/markings/may-say.ts';
import { MARKINGS } from '../../../desk/rules/markings/phrases.ts';
import { plain } from '../../../desk/rules/markings/plain.ts';
import { createRandom, type Random } from '../../sync/random.ts';

const CUT = 60;
const PHRASES = [...MARKINGS.keys()];
const maySay = sayer(PHRASES, CUT);

/** The same by the plain spelling, word by word. */
function says(text: string): boolean {
  const joined = new Set(PHRASES.map((phrase) => phrase.replaceAll(' ', '')));
  const words = plain(text)
    .slice(0, CUT)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.some((_, start) =>
    words.slice(start).some((_, more) => joined.has(words.slice(start, start + more + 1).join(''))),
  );
}

const FILLERS = 'Der Bericht liegt vor|x|Größe und Maß|Übung|3|GmbH|intern|Interna|ŁÓDŹ|Привет|…|Straße'.split('|');
const BETWEEN = [' ', ' ', ' ', '-', ' – ', ': ', '…', '\n', '\u00a0', '\u00ad', '\u200b', '„', '“', '_', '', '/', '3'];
const INSIDE = [' ', '.', '-', '\u00ad', '\u0301', 'ß', 'ſ', '\u212a', 'ﬁ', '\u2060', '½', 'ø'];

/** As people set it, and as somebody might who wants nobody to see it. */
function styled(phrase: string, random: Random): string {
  const at = random.below(phrase.length);
  return random.pick([
    () => phrase,
    () => phrase.toUpperCase(),
    () => [...phrase].join(random.pick([' ', '.', '-', '  '])),
    () => phrase.replaceAll('ss', 'ß').replaceAll('fur', 'für').replaceAll('offent', 'öffent'),
    () => phrase.replaceAll('u', 'u\u0308'),
    () => phrase.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    () => phrase.slice(0, at) + random.pick(INSIDE) + phrase.slice(at),
  ])();
}

test('wherever the plain spelling of a text says a phrase, it may say one', () => {
  const random = createRandom(7);
  let said = 0;
  for (let round = 0; round < 20_000; round += 1) {
    let text = 'a '.repeat(random.chance(0.3) ? random.below(CUT / 2) : 0);
    for (let part = random.below(4); part >= 0; part -= 1)
      text += random.pick(BETWEEN) + (random.chance(0.5) ? styled(random.pick(PHRASES), random) : random.pick(FILLERS));
    if (!says(text)) continue;
    said += 1;
    if (!maySay(text)) expect.fail(JSON.stringify(text));
  }
  expect(said).toBeGreaterThan(5_000);
});

test('a text with none of their words says none', () => {
  expect(maySay('Die Werkhalle in Bremen bekommt bis März ein neues Dach – für 3 Millionen Euro.')).toBe(false);
  expect(maySay('Unvertraulich, Geheimnis')).toBe(false);
});
