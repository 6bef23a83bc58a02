/** Whether a short text is a marking, and of which level. News and rules about confidentiality are none. */
import type { Level, MarkingPlace } from '../../../protocol/found.ts';
import { isAscii } from '../../words/plain-letters.ts';
import { higher } from '../levels.ts';
import { sayer } from './may-say.ts';
import { BESIDE, CLASS_NAMES, CLASSES, MARKINGS, type Phrases } from './phrases.ts';
import { plain } from './plain.ts';

/** Longer texts are read for what they say of themselves in their first sentence. UTF-16 units. */
const MOST = 400;
/** The longest phrase, in words. */
const PHRASE = 7;
/** Words of a line that are no part of the marking: a name of a company or project, who may read it. */
const STRANGE_AT_EDGE = 4;
const STRANGE_BESIDE = 3;
const STRANGE_BEHIND = 14;
/** Too usual a word to be a marking in any company of others. */
const BARE: Phrases = new Map([
  ['intern', 'internal'],
  ['internal', 'internal'],
]);

/** What divides a line into parts that stand for themselves. */
const DIVIDERS = /\s[-–—]+\s|[|•·/–—:;,[\](){}<>»«"„“”*#=!.?\n]+/;

/** What stands in quotation marks is what others say, or the name of something. */
const QUOTED = /(?<=\S.{0,300})[„“"»«][^„“”"»«]{2,80}[“”"«»]|^[„“"»«][^„“”"»«]{2,80}[“”"«»](?=.*\S)/g;
/** A choice that nobody made. */
const UNCHECKED = /[☐□◻][^☐□◻☒☑■✔✓]{1,40}/g;
/** The name of a scheme and what it says are one: TLP:RED, VS – Nur für den Dienstgebrauch. */
const SCHEME = /\b(tlp|vs)\s?[:–—-]\s?/gi;

type Hit = { level: Level; start: number; end: number };

const WORD = /[\p{L}\p{N}]+/gu;
/** The same for plain letters, which are nearly all of a plain spelling, in a fraction of the time. */
const ASCII_WORD = /[a-z0-9]+/g;
function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  return lower.match(isAscii(lower) ? ASCII_WORD : WORD) ?? [];
}

/** The longest phrase that begins at a word. Spaced letters arrive as one word, so phrases are looked for without spaces too. */
function phraseAt(words: readonly string[], start: number, phrases: Phrases): Hit | null {
  // Nearly no word of a text is the first of a phrase.
  if (!beginnings(phrases).has(words[start] ?? '')) return null;
  for (let end = Math.min(words.length, start + PHRASE); end > start; end -= 1) {
    const level =
      phrases.get(words.slice(start, end).join(' ')) ?? joined(phrases).get(words.slice(start, end).join(''));
    if (level !== undefined) return { level, start, end };
  }
  return null;
}

const withoutSpaces = new Map<Phrases, ReadonlyMap<string, Level>>();
function joined(phrases: Phrases): ReadonlyMap<string, Level> {
  const known = withoutSpaces.get(phrases);
  if (known !== undefined) return known;
  const made = new Map([...phrases].map(([phrase, level]) => [phrase.replaceAll(' ', ''), level]));
  withoutSpaces.set(phrases, made);
  return made;
}

/** Everything that a phrase may begin with, whether its spaces are there or not. */
const begun = new Map<Phrases, ReadonlySet<string>>();
function beginnings(phrases: Phrases): ReadonlySet<string> {
  const known = begun.get(phrases);
  if (known !== undefined) return known;
  const made = new Set<string>();
  for (const phrase of joined(phrases).keys())
    for (let length = 1; length <= phrase.length; length += 1) made.add(phrase.slice(0, length));
  begun.set(phrases, made);
  return made;
}

const isNumber = (word: string): boolean => /^\d+$/.test(word);
const isBeside = (word: string): boolean => BESIDE.has(word) || isNumber(word);

/** The class that a text names and says nothing else, with the number that some schemes give it (C3). */
export const classOf = (text: string): Level | null =>
  text.length > MOST
    ? null
    : (CLASSES.get(
        wordsOf(plain(text))
          .filter((word) => !/^[cs]?\d$/.test(word))
          .join(' '),
      ) ?? null);

/** True for a word that is no marking in most companies: "Intern" is the name of many a page. */
export const isUsual = (text: string): boolean => BARE.has(wordsOf(plain(text)).join(' '));

/** The level that a text gives the page, or null if it is no marking. @param isNews what newspapers write is about others */
export function markingOf(source: string, place: MarkingPlace, isNews = false): Level | null {
  const read = source.slice(0, MOST * 2);
  if (!maySayPhrase(read)) return null;
  const all = plain(read).slice(0, MOST);
  // What follows takes words away and adds none but this one.
  if (!all.includes('&') && !beginsPhrase(all)) return null;
  const text = all
    .replace(QUOTED, ' … zitat … ')
    .replace(UNCHECKED, ' ')
    .replace(SCHEME, '$1 ')
    .replaceAll('&', ' and ');
  if (!beginsPhrase(text)) return null;
  if (place === 'title') return inTitle(text, isNews);
  const line = lineOf(text, place, isNews);
  return line ?? ofItself(text);
}

/**
 * A line of which one part is a marking and nothing else, beside parts that say little: names at the edge of a page, who
 * may read it. A sentence that only speaks of secrets has no such part.
 */
function lineOf(text: string, place: MarkingPlace, isNews: boolean): Level | null {
  const atEdge = place === 'edge' || place === 'label' || place === 'meta' || place === 'property';
  let level: Level | null = null;
  let strange = 0;
  let named = false;
  let isFirst = true;
  let isPure = false;
  let isOnlyUsual = true;
  for (const part of text.split(DIVIDERS)) {
    const words = wordsOf(part);
    if (words.length === 0) continue;
    const found = ofPart(words, named, named || isNews || place === 'link' || place === 'cell' ? null : BARE);
    named = words.some((word) => CLASS_NAMES.has(word));
    if (found === null) strange += words.filter((word) => !isBeside(word) && !CLASS_NAMES.has(word)).length;
    else {
      isOnlyUsual &&= found.isUsual === true;
      level = level === null ? found.level : higher(level, found.level);
      strange += found.strange;
      if (found.strange === 0 && (isFirst || !isPure)) isPure = true;
    }
    isFirst = false;
  }
  if (level === null || (level === 'public' && strange > 0)) return null;
  if ((place === 'link' || isOnlyUsual) && strange > 0) return null;
  // A newspaper may head a part of its article so, or tease another one.
  if (isNews) return atEdge && strange === 0 ? level : null;
  const most = isPure ? (opens(text) ? STRANGE_BEHIND : STRANGE_BESIDE) : atEdge ? STRANGE_AT_EDGE : 0;
  return strange <= most ? level : null;
}

/** The line begins with its marking, set off from what follows by more than a colon. */
function opens(text: string): boolean {
  const [first = ''] = text.split(/\s[-–—/|]+\s|[.!|•·\n]/);
  const words = wordsOf(first);
  const found = words.length === 0 ? null : ofPart(words, false, BARE);
  return found !== null && found.strange === 0 && first.length < text.length;
}

/** @param named the part before says that a class follows */
function ofPart(
  words: readonly string[],
  named: boolean,
  bare: Phrases | null = null,
): { level: Level; strange: number; isUsual?: boolean } | null {
  const alone = bare?.get(words.join(' '));
  if (alone !== undefined) return { level: alone, strange: 0, isUsual: true };
  const isClass = named || words.some((word) => CLASS_NAMES.has(word));
  for (let at = 0; at < words.length; at += 1) {
    const hit = phraseAt(words, at, isClass ? CLASSES : MARKINGS);
    if (hit === null) continue;
    if (isDenied(words, hit)) return null;
    const rest = [...words.slice(0, hit.start), ...words.slice(hit.end)];
    // A second one in the same part, as in "Vertraulich, nur für den internen Gebrauch" without the comma.
    const other = hit.end < words.length ? phraseAt(words, hit.end, MARKINGS) : null;
    const level = other === null ? hit.level : higher(hit.level, other.level);
    const counted = other === null ? rest : [...words.slice(0, hit.start), ...words.slice(other.end)];
    return { level, strange: counted.filter((word) => !isBeside(word) && !CLASS_NAMES.has(word)).length };
  }
  return null;
}

const DENIALS = new Set('nicht kein keine keiner not no non un never nie niemals mehr longer'.split(' '));
const isDenied = (words: readonly string[], { start }: Hit): boolean => {
  const before = words[start - 1];
  return before !== undefined && DENIALS.has(before);
};

/** In brackets, or set off at one end by a bar or dash; a newspaper writes "Streng vertraulich: …" of others. */
function inTitle(text: string, isNews: boolean): Level | null {
  const bracketed = /[[({]([^\])}]{3,60})[\])}]/.exec(text)?.[1];
  const level = bracketed === undefined ? null : whole(bracketed);
  if (level !== null || isNews) return level;
  const parts = text.split(/\s[-–—|·•]+\s|\s*[|·•]\s*/);
  const [first = '', ...more] = parts;
  const ends = more.length === 0 ? [first] : [first, ...more.slice(-2)];
  for (const end of ends) {
    const found = whole(end);
    if (found !== null) return found;
  }
  // VERTRAULICH: Projekt Falke
  const lead = /^([\p{Lu}\p{N} -]{4,40}):/u.exec(text)?.[1];
  return lead === undefined ? null : whole(lead);
}

/** The level of a text that is a marking and nothing else. */
const whole = (text: string): Level | null => {
  const found = ofPart(wordsOf(text), false);
  return found === null || found.strange > 0 ? null : found.level;
};

const THIS = new Set('dieses diese dieser diesem vorliegende vorliegendes this these die das der the'.split(' '));
const POINTING = new Set('dieses diese dieser diesem vorliegende vorliegendes this these'.split(' '));
const PAPERS =
  /^(?:dokumente?s?|dokumentation|seiten?|unterlagen?|prasentation(?:en)?|folien?|inhalte?|informationen|information|angaben|nachricht|mitteilung|mail|email|protokoll|niederschrift|gutachten|liste|auswertung|ubersicht|konzept|notiz|vermerk|plan|analyse|brief|schreiben|akte|bericht|papier|datei|daten|wiki|bereich|entwurf|rundschreiben|dossier|material(?:ien)?|beitrag|eintrag|artikel|anlage|vorlage|zahlen|document|page|information|material|presentation|slides?|contents?|message|report|memo|list|notes|briefing|plan|analysis|letter|minutes|deck|overview|file|draft|paper|record|site|section|communication|attachment|dataset|data)$/;
/** How sentences go on, with endings that a label has not. */
const SAYS: Phrases = new Map<string, Level>([
  ...MARKINGS,
  ['intern', 'internal'],
  ['internal', 'internal'],
  ['rein intern', 'internal'],
  ['streng vertrauliche', 'strictly_confidential'],
  ['streng vertraulichen', 'strictly_confidential'],
  ['vertrauliche', 'confidential'],
  ['vertraulichen', 'confidential'],
  ['internen gebrauch', 'internal'],
  ['interne zwecke', 'internal'],
  ['internen verwendung', 'internal'],
  ['internal purposes', 'internal'],
]);
const LINKS =
  /^(?:ist|sind|gilt|gelten|enthalt|enthalten|wurde|wurden|wird|bleibt|bleiben|dient|dienen|darf|durfen|is|are|contains?|remains?|may|must|has|have)$/;
/** Words between the paper and what is said of it. */
const WITHIN = 12;

const maySayPhrase = sayer([...SAYS.keys(), ...CLASSES.keys()], MOST);

/** Whether any of its words may be the first of a phrase. */
function beginsPhrase(text: string): boolean {
  const [said, classes] = [beginnings(SAYS), beginnings(CLASSES)];
  return wordsOf(text).some((word) => said.has(word) || classes.has(word));
}

/** "Dieses Dokument ist streng vertraulich", "This page is for internal use only": a text that speaks of itself. */
function ofItself(text: string): Level | null {
  const words = wordsOf(text);
  let level: Level | null = null;
  for (let at = 0; at + 2 < words.length; at += 1) {
    if (!THIS.has(words[at] ?? '')) continue;
    const paper = [at + 1, at + 2, at + 3].find((next) => PAPERS.test(words[next] ?? ''));
    if (paper === undefined || (!POINTING.has(words[at] ?? '') && at > 0)) continue;
    const until = Math.min(words.length, paper + WITHIN);
    const link = words.findIndex((word, index) => index > paper && index < until && LINKS.test(word));
    if (link === -1) continue;
    for (let next = link + 1; next < until; next += 1) {
      const hit = phraseAt(words, next, SAYS);
      if (hit === null || isDenied(words, hit)) continue;
      level = level === null ? hit.level : higher(level, hit.level);
      break;
    }
  }
  return level;
}
