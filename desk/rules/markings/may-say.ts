/**
 * Whether a text may say one of some phrases, in one pass over its letters. Nearly no text does, and to bring one into
 * plain spelling and to divide it into words costs ten times as much. May say yes where there is none, never no
 * where there is one.
 */
import { plainRun } from './plain.ts';

/** What a letter is in plain spelling: 0 divides words, then ten digits and 26 letters. */
const DIVIDES = 0;
const KINDS = 37;
/** Two letters in plain spelling. */
const SHARP_S = 37;
/** Ligatures, wide letters, other scripts: whoever finds one asks the plain spelling. */
const UNSURE = 38;

const kindOf = (plainLetter: string): number =>
  /^[a-z0-9]$/i.test(plainLetter) ? Number.parseInt(plainLetter, 36) + 1 : DIVIDES;

/** Letters of European languages and, behind them, dashes and quotation marks. */
const LATIN = 0x180;
const SIGNS = 0x2000;
const SIGNS_END = 0x2070;
const placeOf = (code: number): number =>
  code < LATIN ? code : code >= SIGNS && code < SIGNS_END ? code - SIGNS + LATIN : -1;

type Letters = { kinds: Uint8Array /** By how much a letter is longer in plain spelling. */; longer: Uint8Array };
let letters: Letters | null = null;
function readLetters(): Letters {
  const made = { kinds: new Uint8Array(LATIN + SIGNS_END - SIGNS), longer: new Uint8Array(LATIN + SIGNS_END - SIGNS) };
  for (let code = 0; code < SIGNS_END; code += 1) {
    if (placeOf(code) === -1) continue;
    const letter = String.fromCharCode(code);
    const plainly = code < 128 ? letter : plainRun(letter);
    const isOne = plainly.length < 2 || !/[a-z0-9]/i.test(plainly);
    made.kinds[placeOf(code)] = letter === 'ß' ? SHARP_S : isOne ? kindOf(plainly) : UNSURE;
    made.longer[placeOf(code)] = Math.max(0, plainly.length - 1);
  }
  return made;
}

/** Phrases as steps from letter to letter, without their spaces: spaced letters are read as words too. */
type Steps = { next: Uint16Array; ends: Uint8Array };

function stepsOf(phrases: Iterable<string>): Steps {
  const places: { next: Map<number, number>; ends: boolean }[] = [{ next: new Map(), ends: false }];
  for (const phrase of phrases) {
    let place = 0;
    for (const letter of phrase.replaceAll(' ', '')) {
      const next = places[place]?.next;
      const to = next?.get(kindOf(letter)) ?? places.push({ next: new Map(), ends: false }) - 1;
      next?.set(kindOf(letter), to);
      place = to;
    }
    const last = places[place];
    if (last !== undefined) last.ends = true;
  }
  const steps = { next: new Uint16Array(places.length * KINDS), ends: new Uint8Array(places.length) };
  for (const [place, { next, ends }] of places.entries()) {
    if (ends) steps.ends[place] = 1;
    for (const [kind, to] of next) steps.next[place * KINDS + kind] = to;
  }
  return steps;
}

/**
 * How to look for these phrases.
 * @param cut of the plain spelling nobody reads more, and a word that is cut there may be another one
 */
export function sayer(phrases: Iterable<string>, cut: number): (text: string) => boolean {
  let steps: Steps | null = null;
  return (text) => {
    steps ??= stepsOf(phrases);
    letters ??= readLetters();
    const { kinds, longer } = letters;
    let left = cut;
    let isInWord = false;
    for (let at = 0; at < text.length; at += 1) {
      const place = placeOf(text.charCodeAt(at));
      const kind = place === -1 ? UNSURE : kinds[place];
      if (kind === UNSURE) return true;
      left -= longer[place] ?? 0;
      if (kind === DIVIDES) isInWord = false;
      else if (!isInWord) {
        isInWord = true;
        if (saysAt(text, at, steps, letters, left)) return true;
      }
    }
    return false;
  };
}

/** Whether whole words that begin here are a phrase. */
function saysAt(text: string, start: number, { next, ends }: Steps, { kinds, longer }: Letters, cut: number): boolean {
  let place = 0;
  let left = cut;
  for (let at = start; at < text.length; at += 1) {
    const letter = placeOf(text.charCodeAt(at));
    const kind = letter === -1 ? UNSURE : (kinds[letter] ?? UNSURE);
    if (kind === UNSURE) return true;
    if ((kind === DIVIDES || at >= left) && ends[place] === 1) return true;
    left -= longer[letter] ?? 0;
    if (kind === DIVIDES) continue;
    place = kind === SHARP_S ? step(next, step(next, place, S), S) : step(next, place, kind);
    if (place === 0) return false;
  }
  return ends[place] === 1;
}
const S = kindOf('s');
const step = (next: Uint16Array, place: number, kind: number): number => next[place * KINDS + kind] ?? 0;
