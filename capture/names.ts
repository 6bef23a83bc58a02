/** Names of people out of a line that says who wrote a page. Patterns are asked with small letters: `i` and `u` cost a cold page dearly. */
import {
  collapsed,
  hasDigit,
  inSmall,
  isCapital,
  isDigit,
  isLetter,
  isSmallLetter,
  isSpace,
  isWordSign,
} from './letters.ts';
import { labelLength } from './writer-label.ts';

/** Where a line stops being names: a separator, a date, a time, a count. */
const TAIL =
  /\s*(?:[|•·–—∙»]|\s-+\s|\d{1,2}[.:/]\s?\d{1,2}|\b\d{4}\b|\d+\s*(?:min|comments?|kommentare)|\b(?:on|am)\s+(?=[^\s\d]*\s*\d)|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s+\d).*$/;
/** Words that lead over from who to when or to what else. */
const WHEN =
  /[\s,(]+(?:published|posted|updated|modified|last (?:modified|updated|edited|changed)|veröffentlicht|aktualisiert|zuletzt|geändert|bearbeitet|erstellt|publié|actualizado|datum|stand|staff writer|follow|foto|photo|illustration(?:s)? by|photographs? by|is an?|ist|discussion starter)(?![a-zß-ÿ]).*$/;
/** "17 January 2017 by Anna Example": what stands before the label is no name. */
const INNER_LABEL =
  /(?:^|[\s|•·–—∙>-])(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|door|written by|geschrieben von|(?:Redaktion|Autor(?:in)?|Author|Text):)\s+(?=[A-ZÀ-ÖØ-ÞĀ-῿])/;

/** Cheap, and true where `INNER_LABEL` is found behind the beginning of a line, be it one sign; most lines are nothing but names. */
const mayHoldLabel = (small: string): boolean => LABEL_ENDS.some((end) => small.includes(end, 1));
const LABEL_ENDS = ['by ', 'von ', 'par ', 'por ', 'door ', ': '];

/** The same for `WHEN`: the first words of what it looks for. */
const LEADS = new Set(
  `published posted updated modified last veröffentlicht aktualisiert zuletzt geändert bearbeitet erstellt publié
   actualizado datum stand staff follow foto photo illustration illustrations photograph photographs is ist
   discussion`.split(/\s+/),
);
function mayLeadOver(small: string): boolean {
  const words = small.replaceAll(',', ' ').replaceAll('(', ' ').split(' ');
  return words.some((word) => LEADS.has(word) || LEADS.has(firstLetters(word)));
}

/** A date may follow without a space: "veröffentlicht22.11.2026". */
function firstLetters(text: string): string {
  let end = 0;
  while (isLatinSmall(text.charCodeAt(end))) end += 1;
  return text.slice(0, end);
}

/** The letters, digits and underscores with which a text in small letters begins. */
function firstWord(text: string): string {
  let end = 0;
  while (isWordSign(text.charCodeAt(end)) || isLatinSmall(text.charCodeAt(end))) end += 1;
  return text.slice(0, end);
}

const DIVIDERS = ';/\n,，、';
const AND = new Set('& + and und et y en och og ja e with mit'.split(' '));

/** The names of several people, one by one: divided by a sign, or by a word that means "and". */
function severalIn(text: string): string[] {
  const names: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    let end = at + 1;
    if (sign === ' ') {
      const next = text.indexOf(' ', end);
      if (next === -1 || !AND.has(text.slice(end, next).toLowerCase())) continue;
      end = next;
    } else if (!DIVIDERS.includes(sign)) continue;
    names.push(text.slice(start, at).trimEnd());
    while (text.charAt(end) === ' ') end += 1;
    start = end;
    at = end - 1;
  }
  names.push(text.slice(start));
  return names;
}

/** "ByAnna": the label and the name stand in elements of their own. */
const JOINED_BY = /^\s*By(?=[A-ZÀ-ɏ][a-zß-ɏ.])/;

/** The names in a line such as "Von Anna Beispiel und Jörg Muster, 22.11.2026"; empty if there are none. */
export function namesIn(line: string): string[] {
  let bare = line.slice(0, 400);
  if (bare.includes('@') || bare.includes('://'))
    bare = bare.replace(/https?:\/\/\S+|[^\s<>]+@[^\s<>]+\.[^\s<>]+>?|(?<![A-Za-zÀ-ÿ])@\w+/g, ' ');
  if (bare.includes('By')) bare = bare.replace(JOINED_BY, '');
  bare = collapsed(bare);
  const start = bare.slice(0, 120);
  const inner = mayHoldLabel(start.toLowerCase()) ? INNER_LABEL.exec(start) : null;
  if (
    inner !== null &&
    (inner.index > 0 ? /\d|\b(?:post|posted|author|article)\b/i.test(bare.slice(0, inner.index)) : true)
  )
    bare = bare.slice(inner.index + inner[0].length);
  for (let times = 0; times < 2; times += 1) bare = bare.slice(labelLength(inSmall(bare)));
  const folded = inSmall(bare);
  const until = mayLeadOver(folded) ? WHEN.exec(folded)?.index : undefined;
  return severalIn(withoutTail(bare.slice(0, until)).trim())
    .map(withoutSigns)
    .filter(isName);
}

/** A line up to where it stops being names. The pattern is asked only where there is a digit. */
function withoutTail(line: string): string {
  let end = 0;
  while (end < line.length && !TAIL_SIGNS.includes(line.charAt(end))) end += 1;
  const names = line.slice(0, end);
  if (hasDigit(names)) return names.replace(TAIL, '');
  const dash = names.indexOf(' -');
  return dash === -1 ? names : names.replace(/\s-+\s.*$/, '');
}

const TAIL_SIGNS = '|•·–—∙»';

/** A name without the signs around it, and without what stands in brackets behind it. */
function withoutSigns(name: string): string {
  if (name.includes('(') || name.includes('（'))
    return name.replace(/(?<=\S)\s?[(（][^)）]*[)）]?$|^[\s"'“”(（<:*-]+|[\s"'“”):）<>.*-]+$/g, '');
  let start = 0;
  while (start < name.length && FIRST_SIGNS.includes(name.charAt(start))) start += 1;
  let end = name.length;
  while (end > start && LAST_SIGNS.includes(name.charAt(end - 1))) end -= 1;
  return name.slice(start, end);
}

const FIRST_SIGNS = ' "\'“”<:*-';
const LAST_SIGNS = ' "\'“”):）<>.*-';

export const startsWithLabel = (line: string): boolean => {
  const start = line.slice(0, 60);
  const rest = start.slice(2);
  return (
    (rest !== rest.toLowerCase() || /[\u0590-\u0e7f\u3040-\u9fff]/.test(rest)) &&
    ((start.includes('By') && JOINED_BY.test(start)) || labelLength(inSmall(start)) > 0)
  );
};

/** The first two letters of all that `who` begins with. */
const WHO_BEGINS = new Set('te au wr ve vo by he ge th'.split(' '));

/** A label with a colon, or a date in front of it: such a line says who wrote wherever it stands. */
export function saysWho(line: string): boolean {
  const start = line.slice(0, 50).toLowerCase();
  const begins = start.trimStart().slice(0, 2);
  if (begins.charCodeAt(0) < 0x250 && !WHO_BEGINS.has(begins)) return false;
  const said = start.trimStart();
  const colon = said.indexOf(':');
  return (
    (colon > 0 && WITH_COLON.some((label) => isFollowedBy(said, label, colon))) ||
    ALONE.some(
      (label) =>
        said.startsWith(label) &&
        isSpace(said.charCodeAt(label.length)) &&
        isSmallLetter(said.charCodeAt(label.length + 1)),
    )
  );
}

const WITH_COLON =
  'text,autor,autorin,autoren,author,authors,auteur,written by,verfasser,verfasserin,von,by,herausgeber'.split(',');
const ALONE =
  'autor,autorin,autoren,autor/autor,autorin/autor,autoren/autor,written by,geschrieben von,verfasst von'.split(',');
const MAX_BEFORE_COLON = 10;

/** True for a label with at most a few letters between it and the colon: "text und bilder:". */
function isFollowedBy(line: string, label: string, colon: number): boolean {
  if (!line.startsWith(label)) return false;
  const from = isSpace(line.charCodeAt(label.length)) ? label.length + 1 : label.length;
  if (colon - from > MAX_BEFORE_COLON) return false;
  for (let at = from; at < colon; at += 1) {
    const code = line.charCodeAt(at);
    if (code !== 0x20 && code !== 0x26 && !isSmallLetter(code)) return false;
  }
  return true;
}

const PARTICLES = new Set('von van de der den zu la le di da do dos del bin al el ten ter af y'.split(' '));

/** Letters, and what stands in names between them. */
function isOfNameSigns(word: string): boolean {
  for (let at = 0; at < word.length; at += 1)
    if (!isLetter(word.charCodeAt(at)) && !"'’.-".includes(word.charAt(at))) return false;
  return word !== '';
}

/** One to five words, each with a capital or one of those that stand before a last name; or two to eight Chinese signs first. */
function hasNameWords(text: string): boolean {
  const words = text.split(' ');
  if (words.length > 5) return false;
  let isFirst = true;
  for (const word of words) {
    const isNamed = isCapital(word) && isOfNameSigns(word);
    if (!isNamed && !(isFirst ? /^[\u3040-\u30ff\u3400-\u9fff]{2,8}$/.test(word) : PARTICLES.has(word))) return false;
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
  for (const word of whole.replaceAll('.', ' ').split(' ')) if (companies.has(firstWord(word))) return true;
  return whole.includes('e.v') && /(?:^|[\s.])e\.v\b/.test(whole);
}

/** How words end that say what somebody does: "Chefredakteurin". */
const ROLES =
  `officer director editor manager reporter correspondent writer redakteuri redakteurin korrespondenti korrespondentin
  leiteri leiterin chef president professor specialist expert consultant journalist analyst engineer marketer strategist
  founder ceo`.split(/\s+/);
function isRole(text: string): boolean {
  const whole = text.toLowerCase();
  return ROLES.some((role) => {
    for (let at = whole.indexOf(role); at !== -1; at = whole.indexOf(role, at + 1))
      if (!isWordSign(whole.charCodeAt(at + role.length))) return true;
    return false;
  });
}

/** True for what may be a person's name, or one word of it. */
export const isPerson = (name = ''): boolean => hasNameWords(name) || !name.includes(' ');

/** True for words that look like the name of a person: two to four of them, each with a capital. */
export const looksLikePerson = (text: string): boolean =>
  text.length < 40 &&
  / /.test(text) &&
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
const COUNTED = 'required erforderlich posts articles beiträge min minutes offline'.split(' ');

function isLabel(text: string): boolean {
  const small = text.toLowerCase();
  if (NO_NAMES.has(small)) return true;
  const space = small.indexOf(' ');
  return (space !== -1 && MORE.has(small.slice(0, space))) || COUNTED.some((word) => endsWithWord(small, word));
}

function endsWithWord(small: string, word: string): boolean {
  const before = small.charCodeAt(small.length - word.length - 1);
  return small.endsWith(word) && !isWordSign(before) && before !== 0xe4;
}

/** Days of the week, alone: what is left of a date. */
const DAYS = new Set('mon tue wed thu fri sat sun mo di mi do fr sa so'.split(' '));

function isName(text: string): boolean {
  if (text.length < 2 || text.length > 60 || isLabel(text)) return false;
  const isOneWord = !text.includes(' ') && text.length < 25;
  if (text.includes('http:') || text.includes('https:') || DAYS.has(text.toLowerCase())) return false;
  return isSpelledLikeName(text, isOneWord) && text.split(' ').length <= 7;
}

/** Two letters somewhere, no word that begins with a digit, no sign of a program; of several words no long number. */
function isSpelledLikeName(text: string, isOneWord: boolean): boolean {
  let letters = 0;
  let digits = 0;
  let hasTwo = false;
  let joined = 0;
  let last = 0x20;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      digits += 1;
      if (isSpace(last) || (digits === 3 && !isOneWord)) return false;
    } else digits = 0;
    if (isLetter(code)) {
      letters += 1;
      if (letters > 1) hasTwo = true;
    } else {
      letters = 0;
      if ('{}<>='.includes(text.charAt(at))) return false;
    }
    // Labels of a menu that stand without a space between them; what people call themselves in a forum may look so.
    if (isLatinCapital(code) && isLatinSmall(last)) joined += 1;
    last = code;
  }
  return hasTwo && (isOneWord || joined < 2);
}

const isLatinCapital = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde);
const isLatinSmall = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff);
