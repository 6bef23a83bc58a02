/** Names of people out of a line that says who wrote a page. Patterns are asked with small letters: `i` and `u` cost a cold page dearly. */
import { collapsed, isCapital, LETTER, SMALL } from './letters.ts';
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

/** Cheap and never false where `INNER_LABEL` is found; most lines are nothing but names. */
const mayHoldLabel = (small: string): boolean =>
  ['by ', 'von ', 'par ', 'por ', 'door ', ': '].some((end) => small.includes(end));

/** The same for `WHEN`: the first words of what it looks for. */
const LEADS = new Set(
  `published posted updated modified last veröffentlicht aktualisiert zuletzt geändert bearbeitet erstellt publié
   actualizado datum stand staff follow foto photo illustration illustrations photograph photographs is ist
   discussion`.split(/\s+/),
);
const mayLeadOver = (small: string): boolean => small.split(/[^a-zß-ÿ]+/).some((word) => LEADS.has(word));

const SPLIT = /\s*(?:;|\/|\n|,|，|、|\s[&+]\s|\s(?:and|und|et|y|en|och|og|ja|e|with|mit)\s)\s*/i;

/** "ByAnna": the label and the name stand in elements of their own. */
const JOINED_BY = /^\s*By(?=[A-ZÀ-ɏ][a-zß-ɏ.])/;

/** In small letters, unit for unit: a few capitals would become two signs. */
const small = (text: string): string => {
  const folded = text.toLowerCase();
  return folded.length === text.length ? folded : text;
};

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
  for (let times = 0; times < 2; times += 1) bare = bare.slice(labelLength(small(bare)));
  const folded = small(bare);
  const until = mayLeadOver(folded) ? WHEN.exec(folded)?.index : undefined;
  const names = bare.slice(0, until);
  return (/[\d|•·–—∙»]| -/.test(names) ? names.replace(TAIL, '') : names)
    .trim()
    .split(SPLIT)
    .map((name) => name.replace(/(?<=\S)\s?[(（][^)）]*[)）]?$|^[\s"'“”(（<:*-]+|[\s"'“”):）<>.*-]+$/g, ''))
    .filter(isName);
}

export const startsWithLabel = (line: string): boolean => {
  const start = line.slice(0, 60);
  const rest = start.slice(2);
  return (
    (rest !== rest.toLowerCase() || /[\u0590-\u0e7f\u3040-\u9fff]/.test(rest)) &&
    ((start.includes('By') && JOINED_BY.test(start)) || labelLength(small(start)) > 0)
  );
};

let who: RegExp | undefined;
/** The first two letters of all that `who` begins with. */
const WHO_BEGINS = new Set('te au wr ve vo by he ge th'.split(' '));

/** A label with a colon, or a date in front of it: such a line says who wrote wherever it stands. */
export function saysWho(line: string): boolean {
  const start = line.slice(0, 50).toLowerCase();
  const begins = start.trimStart().slice(0, 2);
  if (begins.charCodeAt(0) < 0x250 && !WHO_BEGINS.has(begins)) return false;
  who ??= new RegExp(
    String.raw`^\s*(?:text|autor(?:in|en)?|authors?|auteur|written by|verfasser(?:in)?|von|by|herausgeber)\s?[${SMALL}& ]{0,10}:|^\s*(?:autor(?:in|en)?(?:\/autor)?|written by|geschrieben von|verfasst von)\s[${SMALL}]`,
  );
  return who.test(start);
}

const PARTICLES = new Set('von van de der den zu la le di da do dos del bin al el ten ter af y'.split(' '));
let nameWord: RegExp | undefined;

/** One to five words, each with a capital or one of those that stand before a last name; or two to eight Chinese signs first. */
function hasNameWords(text: string): boolean {
  nameWord ??= new RegExp(`^[${LETTER}'’.-]+$`);
  const words = text.split(' ');
  if (words.length > 5) return false;
  let isFirst = true;
  for (const word of words) {
    const isNamed = isCapital(word) && nameWord.test(word);
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
const COUNTED = new Set('required erforderlich posts articles beiträge min minutes offline'.split(' '));

function isLabel(text: string): boolean {
  const small = text.toLowerCase();
  if (NO_NAMES.has(small)) return true;
  const words = small.split(/\s/);
  return (words.length > 1 && MORE.has(words[0] ?? '')) || COUNTED.has(small.split(/[^\wä]+/).at(-1) ?? '');
}

/** Days of the week, alone: what is left of a date. */
const DAYS = new Set('mon tue wed thu fri sat sun mo di mi do fr sa so'.split(' '));

let twoLetters: RegExp | undefined;

function isName(text: string): boolean {
  if (text.length < 2 || text.length > 60 || isLabel(text)) return false;
  const isOneWord = !text.includes(' ') && text.length < 25;
  if (/(?:^|\s)\d|https?:|[{}<>=]/.test(text) || DAYS.has(text.toLowerCase())) return false;
  // Labels of a menu that stand without a space between them; what people call themselves in a forum may look so.
  if (!isOneWord && /\d{3,}|[a-zß-ÿ][A-ZÀ-Þ].*[a-zß-ÿ][A-ZÀ-Þ]/.test(text)) return false;
  twoLetters ??= new RegExp(`[${LETTER}]{2}`);
  return twoLetters.test(text) && text.split(' ').length <= 7;
}
