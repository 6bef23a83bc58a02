/**
 * Whether a text may say one of some phrases, in one pass over its letters. Nearly no text does, and to bring one into
 * plain spelling and to divide it into words costs ten times as much. May say yes where there is none, never no
 * where there is one.
 */
import { plainRun } from './plain.ts';

/** What a sign is in plain spelling: 1 to 36 are digits and letters. */
const DIVIDES = 37;
/** Two letters in plain spelling. */
const SHARP_S = 38;
/** Three signs there. */
const ELLIPSIS = 39;
/** More than one sign, or one that makes other words of those beside it: whoever finds one asks the plain spelling. */
const UNSURE = 40;
const KINDS = 37;

/** By the number of the sign; 0: not asked for yet. */
const known = new Uint8Array(65_536);
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (known[code] === 0) known[code] = kindOf(plainRun(text.charAt(at)));
  return known[code] ?? UNSURE;
}

function kindOf(plainly: string): number {
  if (/^[a-z0-9]$/i.test(plainly)) return Number.parseInt(plainly, 36) + 1;
  if (plainly === 'ss') return SHARP_S;
  if (plainly === '...') return ELLIPSIS;
  // An ampersand is a word, boxes take what is behind them away, and of halves of letters nothing is known.
  return plainly.length < 2 && !/[&☐□◻\ud800-\udfff]/.test(plainly) ? DIVIDES : UNSURE;
}

/** Phrases as steps from letter to letter, without their spaces: spaced letters are read as words too. */
function stepsOf(phrases: Iterable<string>): Uint16Array {
  const none = Array.from({ length: KINDS }, () => 0);
  const steps = [...none];
  for (const phrase of phrases) {
    const letters = phrase.replaceAll(' ', '');
    let place = 0;
    for (let at = 0; at < letters.length; at += 1) {
      const step = place * KINDS + kindAt(letters, at);
      if (steps[step] === 0) steps[step] = steps.push(...none) / KINDS - 1;
      place = steps[step] ?? 0;
    }
    // No letter is 0: there it stands that a phrase ends.
    steps[place * KINDS] = 1;
  }
  return Uint16Array.from(steps);
}

/**
 * How to look for these phrases.
 * @param cut of the plain spelling nobody reads more, and a word that is cut there may be another one
 */
export function sayer(phrases: Iterable<string>, cut: number): (text: string) => boolean {
  let steps: Uint16Array | null = null;
  return (text) => {
    steps ??= stepsOf(phrases);
    let left = cut;
    let isInWord = false;
    for (let at = 0; at < text.length; at += 1) {
      const kind = kindAt(text, at);
      if (kind === UNSURE) return true;
      left -= longer(kind);
      if (kind === DIVIDES || kind === ELLIPSIS) isInWord = false;
      else if (!isInWord) {
        isInWord = true;
        if (saysAt(text, at, steps, left)) return true;
      }
    }
    return false;
  };
}

/** By how much a sign is longer in plain spelling. */
const longer = (kind: number): number => (kind < SHARP_S ? 0 : kind - DIVIDES);

const S = kindOf('s');

const stepOf = (steps: Uint16Array, from: number, kind: number): number => steps[from * KINDS + kind] ?? 0;

/** Whether whole words that begin here are a phrase. */
function saysAt(text: string, start: number, steps: Uint16Array, cut: number): boolean {
  let place = 0;
  let left = cut;
  for (let at = start; at < text.length; at += 1) {
    const kind = kindAt(text, at);
    if (kind === UNSURE) return true;
    const isBetween = kind === DIVIDES || kind === ELLIPSIS;
    if ((isBetween || at >= left) && stepOf(steps, place, 0) === 1) return true;
    left -= longer(kind);
    if (isBetween) continue;
    place = kind === SHARP_S ? stepOf(steps, stepOf(steps, place, S), S) : stepOf(steps, place, kind);
    if (place === 0) return false;
  }
  return stepOf(steps, place, 0) === 1;
}
