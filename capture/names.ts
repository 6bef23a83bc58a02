/** Names of people out of a line that says who wrote a page. Patterns are asked with small letters: `i` and `u` cost a cold page dearly. */
import { inSmall, isCapital, isDigit, isLetter, isSmall, isWordSign, LETTER } from './letters.ts';
import { labelLength } from './writer-label.ts';

const SEPARATORS = '|•·–—∙»';
const MONTHS = new Set('Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec'.split(' '));
const COUNTED_AS = ['min', 'comment', 'kommentare'];

/**
 * Where a line stops being names: at a separator, a date, a time, a count. By hand, for as a pattern it is among the
 * dearest of a cold page. White space is collapsed.
 */
function endOfNames(text: string): number {
  if (!/[\d|•·–—∙»]| -/.test(text)) return text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isStart = at === 0 || !isWordSign(text.charCodeAt(at - 1));
    if (isDigit(code) ? isNumbered(text, at, isStart) : isStart && isLetter(code) ? isDated(text, at) : false)
      return at;
    if (code > 0x7a && SEPARATORS.includes(text.charAt(at))) return at;
    if (code === 0x20 && text.charCodeAt(at + 1) === 0x2d && text.charAt(afterSame(text, at + 1)) === ' ') return at;
  }
  return text.length;
}

/** "12.3", "9:15", "2026", "5 min" at a digit. */
function isNumbered(text: string, at: number, isStart: boolean): boolean {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end += 1;
  if (end - at <= 2 && '.:/'.includes(text.charAt(end)) && end < text.length) {
    if (isDigit(text.charCodeAt(text.charAt(end + 1) === ' ' ? end + 2 : end + 1))) return true;
  }
  if (isStart && end - at === 4 && !isWordSign(text.charCodeAt(end))) return true;
  const next = text.charAt(end) === ' ' ? end + 1 : end;
  return COUNTED_AS.some((word) => text.startsWith(word, next));
}

/** "on Monday 3", "am 12", "March 3", "Sept. 12" at the beginning of a word. */
function isDated(text: string, at: number): boolean {
  if (text.startsWith('on ', at) || text.startsWith('am ', at)) {
    let next = at + 3;
    while (next < text.length && text.charAt(next) !== ' ' && !isDigit(text.charCodeAt(next))) next += 1;
    return isDigit(text.charCodeAt(text.charAt(next) === ' ' ? next + 1 : next));
  }
  if (!MONTHS.has(text.slice(at, at + 3))) return false;
  let end = at + 3;
  while (text.charCodeAt(end) >= 0x61 && text.charCodeAt(end) <= 0x7a) end += 1;
  if (text.charAt(end) === '.') end += 1;
  return text.charAt(end) === ' ' && isDigit(text.charCodeAt(end + 1));
}

/** The index after a row of one sign. */
function afterSame(text: string, at: number): number {
  let end = at + 1;
  while (text.charCodeAt(end) === text.charCodeAt(at)) end += 1;
  return end;
}

/** Words that lead over from who to when or to what else. */
const WHEN =
  /[\s,(]+(?:published|posted|updated|modified|last (?:modified|updated|edited|changed)|veröffentlicht|aktualisiert|zuletzt|geändert|bearbeitet|erstellt|publié|actualizado|datum|stand|staff writer|follow|foto|photo|illustration(?:s)? by|photographs? by|is an?|ist|discussion starter)(?![a-zß-ÿ]).*$/;
/** "17 January 2017 by Anna Example": what stands before the label is no name. */
const INNER_LABELS =
  'By,by,BY,Von,von,VON,Par,par,Por,por,door,written by,geschrieben von,Redaktion:,Autor:,Autorin:,Author:,Text:'.split(
    ',',
  );
/** Most lines have none of these. */
const LABEL_ENDS = ['by ', 'von ', 'par ', 'por ', 'door ', ': '];
const BEFORE_LABEL = ' |•·–—∙>-';

/** Where the first label with a capital behind it stands, with the sign before it; null without one. White space is collapsed. */
function innerLabel(text: string): { start: number; end: number } | null {
  const small = text.toLowerCase();
  if (!LABEL_ENDS.some((end) => small.includes(end))) return null;
  let found: { start: number; end: number } | null = null;
  for (const label of INNER_LABELS) {
    for (let at = text.indexOf(label); at !== -1; at = text.indexOf(label, at + 1)) {
      const end = at + label.length + 1;
      const start = Math.max(0, at - 1);
      if (found !== null && start >= found.start) break;
      if (text.charAt(end - 1) !== ' ' || !isCapitalCode(text.charCodeAt(end))) continue;
      if (at === 0 || BEFORE_LABEL.includes(text.charAt(start))) found = { start, end };
    }
  }
  return found;
}

const isCapitalCode = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0xc0 && code <= 0xde && code !== 0xd7) ||
  (code >= 0x100 && code <= 0x1fff);

/** The same for `WHEN`: the first words of what it looks for. */
const LEADS = new Set(
  `published posted updated modified last veröffentlicht aktualisiert zuletzt geändert bearbeitet erstellt publié
   actualizado datum stand staff follow foto photo illustration illustrations photograph photographs is ist
   discussion`.split(/\s+/),
);
const mayLeadOver = (small: string): boolean => small.split(/[^a-zß-ÿ]+/).some((word) => LEADS.has(word));

const BETWEEN_NAMES = ';/,，、';
const AND = new Set('& + and und et y en och og ja e with mit'.split(' '));

/** The names of a list, "Anna, Jörg und Ben", without the space around them. White space is collapsed. */
function splitNames(text: string): string[] {
  const names: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const isSpace = text.charCodeAt(at) === 0x20;
    const next = isSpace ? at + 1 : at;
    let end = -1;
    if (BETWEEN_NAMES.includes(text.charAt(next)) && next < text.length) end = next + 1;
    else if (isSpace) {
      const space = text.indexOf(' ', next);
      if (space !== -1 && space - next <= 4 && AND.has(text.slice(next, space).toLowerCase())) end = space;
    }
    if (end === -1) continue;
    names.push(text.slice(start, at));
    start = text.charAt(end) === ' ' ? end + 1 : end;
    at = start - 1;
  }
  names.push(text.slice(start));
  return names;
}

const JUNK_BEFORE = ' "\'“”(（<:*-';
const JUNK_BEHIND = ' "\'“”):）<>.*-';

/** A name without signs around it, and what stands in brackets behind it. */
function bareName(name: string): string {
  if (name.includes('(') || name.includes('（'))
    return name.replace(/(?<=\S)\s?[(（][^)）]*[)）]?$|^[\s"'“”(（<:*-]+|[\s"'“”):）<>.*-]+$/g, '');
  let start = 0;
  let end = name.length;
  while (start < end && JUNK_BEFORE.includes(name.charAt(start))) start += 1;
  while (end > start && JUNK_BEHIND.includes(name.charAt(end - 1))) end -= 1;
  return name.slice(start, end);
}

/** "ByAnna": the label and the name stand in elements of their own. */
const JOINED_BY = /^\s*By(?=[A-ZÀ-ɏ][a-zß-ɏ.])/;

/** The names in a line such as "Von Anna Beispiel und Jörg Muster, 22.11.2026"; empty if there are none. */
export function namesIn(line: string): string[] {
  let bare = line.slice(0, 400);
  if (bare.includes('@') || bare.includes('://'))
    bare = bare.replace(/https?:\/\/\S+|[^\s<>]+@[^\s<>]+\.[^\s<>]+>?|(?<![A-Za-zÀ-ÿ])@\w+/g, ' ');
  if (bare.includes('By')) bare = bare.replace(JOINED_BY, '');
  bare = bare.replace(/\s+/g, ' ');
  const start = bare.slice(0, 120);
  const inner = innerLabel(start);
  if (
    inner !== null &&
    (inner.start > 0 ? /\d|\b(?:post|posted|author|article)\b/i.test(bare.slice(0, inner.start)) : true)
  )
    bare = bare.slice(inner.end);
  for (let times = 0; times < 2; times += 1) bare = bare.slice(labelLength(inSmall(bare)));
  const folded = inSmall(bare);
  const until = mayLeadOver(folded) ? WHEN.exec(folded)?.index : undefined;
  const names = bare.slice(0, until);
  return splitNames(names.slice(0, endOfNames(names)).trim())
    .map(bareName)
    .filter(isName);
}

export const startsWithLabel = (line: string): boolean => {
  const start = line.slice(0, 60);
  const rest = start.slice(2);
  return (
    (rest !== rest.toLowerCase() || /[\u0590-\u0e7f\u3040-\u9fff]/.test(rest)) &&
    ((start.includes('By') && JOINED_BY.test(start)) || labelLength(inSmall(start)) > 0)
  );
};

/** What may stand before a colon, and what before a name. */
const WHO =
  'text,autor,autorin,autoren,author,authors,auteur,written by,verfasser,verfasserin,von,by,herausgeber'.split(',');
const WRITTEN_BY =
  'autor,autorin,autoren,autor/autor,autorin/autor,autoren/autor,written by,geschrieben von,verfasst von'.split(',');
/** The first letters of both: most lines are known by one sign. */
const WHO_LETTERS = 'tawvbhg';
/** How many letters may stand between the label and its colon: "Text und Foto:". */
const MAX_GAP = 10;

/** A label with a colon, or a date in front of it: such a line says who wrote wherever it stands. */
export function saysWho(line: string): boolean {
  const start = line.slice(0, 50).toLowerCase().trimStart();
  if (!WHO_LETTERS.includes(start.charAt(0))) return false;
  return (
    WHO.some((label) => start.startsWith(label) && hasColon(start, label.length)) ||
    WRITTEN_BY.some(
      (label) =>
        start.startsWith(label) &&
        start.charAt(label.length).trim() === '' &&
        isSmall(start.charCodeAt(label.length + 1)),
    )
  );
}

function hasColon(text: string, from: number): boolean {
  let at = text.charAt(from).trim() === '' ? from + 1 : from;
  const end = at + MAX_GAP;
  while (at < end && (isSmall(text.charCodeAt(at)) || '& '.includes(text.charAt(at))) && at < text.length) at += 1;
  return text.charAt(at) === ':';
}

const PARTICLES = new Set('von van de der den zu la le di da do dos del bin al el ten ter af y'.split(' '));
let nameWord: RegExp | undefined;

const isChinese = (word: string): boolean =>
  word.charCodeAt(0) >= 0x3040 && /^[\u3040-\u30ff\u3400-\u9fff]{2,8}$/.test(word);

/** One to five words, each with a capital or one of those that stand before a last name; or two to eight Chinese signs first. */
function hasNameWords(text: string): boolean {
  nameWord ??= new RegExp(`^[${LETTER}'’.-]+$`);
  const words = text.split(' ');
  if (words.length > 5) return false;
  let isFirst = true;
  for (const word of words) {
    const isNamed = isCapital(word) && nameWord.test(word);
    if (!isNamed && !(isFirst ? isChinese(word) : PARTICLES.has(word))) return false;
    isFirst = false;
  }
  return true;
}

let companies: Set<string> | undefined;

/** True if a word of a name is one that companies and their offices have. */
function isCompany(text: string): boolean {
  companies ??= new Set(
    `redaktion team staff editor editors editorial news nachrichten media gmbh ag inc ltd llc ev verlag
    zeitung magazin magazine online press presse agency agentur dpa afp apa reuters ap sid epd kna
    university universität institut institute foundation stiftung verein verband ministerium group blog desk
    admin guest contributor department company studio tv radio community redaktionsteam associated`.split(/\s+/),
  );
  const whole = text.toLowerCase();
  for (const word of whole.split(/[\s.]+/)) if (companies.has(word.replace(/[^\wß-ÿ].*$/, ''))) return true;
  return whole.includes('e.v') && /(?:^|[\s.])e\.v\b/.test(whole);
}

/** How words end that say what somebody does: "Chefredakteurin". */
const ROLES =
  `officer director editor manager reporter correspondent writer redakteuri redakteurin korrespondenti korrespondentin
  leiteri leiterin chef president professor specialist expert consultant journalist analyst engineer marketer strategist
  founder ceo`.split(/\s+/);
const isRole = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/\W+/)
    .some((word) => ROLES.some((role) => word.endsWith(role)));

/** True for what may be a person's name, or one word of it. */
export const isPerson = (name = ''): boolean => hasNameWords(name) || !name.includes(' ');

/** True for words that look like the name of a person: two to four of them, each with a capital. */
export const looksLikePerson = (text: string): boolean =>
  text.length < 40 &&
  text.includes(' ') &&
  text.split(' ').length <= 4 &&
  hasNameWords(text) &&
  !isCompany(text) &&
  !isRole(text);

/** What stands where names stand, and is none. */
const NO_NAMES = new Set(
  `by,von,und,and,posted,admin,administrator,author,autor,read more,mehr,share,follow,subscribe,staff writer,gast,home,comment,
   comments,no comments,leave a comment,updated,published,null,undefined,about,profile,bio,name,email,e-mail,website,facebook,
   twitter,instagram,linkedin,publiziert am,reading time,last update`
    .replace(/\s*\n\s*/g, '')
    .split(','),
);
const MORE = new Set('view see all more mehr alle'.split(' '));
const COUNTED = new Set('required erforderlich posts articles beiträge min minutes offline'.split(' '));

function isLabel(text: string): boolean {
  const small = text.toLowerCase();
  if (NO_NAMES.has(small)) return true;
  const words = small.split(/\s/);
  return (words.length > 1 && MORE.has(words[0] ?? '')) || COUNTED.has(small.split(/[^\wä]+/).at(-1) ?? '');
}

/** Days of the week, alone: what is left of a date. */
const DAYS = new Set('mon tue wed thu fri sat sun mo di mi do fr sa so'.split(' '));

const NOT_IN_NAMES = ['http:', 'https:', '{', '}', '<', '>', '='];

/** True if a word of it begins with a digit. */
const hasNumber = (text: string): boolean =>
  isDigit(text.charCodeAt(0)) || text.split(' ').some((word) => isDigit(word.charCodeAt(0)));

function hasTwoLetters(text: string): boolean {
  for (let at = 1; at < text.length; at += 1) {
    if (isLetter(text.charCodeAt(at)) && isLetter(text.charCodeAt(at - 1))) return true;
  }
  return false;
}

/** Three digits in a row, or two capitals that each follow a small letter. */
function isJoined(text: string): boolean {
  let digits = 0;
  let joints = 0;
  let isAfterSmall = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    digits = isDigit(code) ? digits + 1 : 0;
    if (isAfterSmall && ((code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde))) joints += 1;
    isAfterSmall = (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff);
    if (digits === 3 || joints === 2) return true;
  }
  return false;
}

function isName(text: string): boolean {
  if (text.length < 2 || text.length > 60 || isLabel(text)) return false;
  const isOneWord = !text.includes(' ') && text.length < 25;
  if (NOT_IN_NAMES.some((sign) => text.includes(sign)) || hasNumber(text) || DAYS.has(text.toLowerCase())) return false;
  // Labels of a menu that stand without a space between them; what people call themselves in a forum may look so.
  if (!isOneWord && isJoined(text)) return false;
  return hasTwoLetters(text) && text.split(' ').length <= 7;
}
