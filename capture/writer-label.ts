/** How a line begins that names writers: a label that is no part of the names. */

/** What may stand alone at the start of a line, with a colon or a space behind it: "von Anna", "author: Anna". */
const LABELS = new Set(
  `by,von,par,por,di,door,av,af,przez,escribe,text,texts,texte,texto,tekst,текст,автор,thread starter,author,authors,autorin/autor,autor,autorin,autoren,autores,
   author(s),verfasser,verfasserin,著者,作者,记者,文,責編,责编,责任编辑,編集,auteur,auteurs,auteure,auteures,redaktion,geschrieben,
   herausgeber,yazar,redakteur,redakteurin,about the author,بقلم,كتب,كتبت,الكاتب,الكاتبة`
    .replace(/\s*\n\s*/g, '')
    .split(','),
);
/** What needs a word of `BY` or a colon behind it: "written by Anna", "ein Kommentar von Anna". */
const DEEDS = new Set(
  `written,posted,published,reported,reviewed,created,submitted,story,words,text,texts,article,analysis,opinion,
   post author,blog post,veröffentlicht,geschrieben,erstellt,verfasst,gepostet,eingestellt,ein artikel,ein beitrag,blog beitrag,
   beitrag,eine analyse,ein kommentar,kommentar,ein gastbeitrag,gastbeitrag,eine kolumne,interview,publié,escrito,scritto,
   pubblicato`
    .replace(/\s*\n\s*/g, '')
    .split(','),
);
const BY = new Set('by von par por da di'.split(' '));
/** "text und foto" */
const TEXT_AND = /^texts?\s(?:&|und|and|\+)\s[a-zß-ÿ]+$/;
/** The longest label: "about the author". */
const MAX_PARTS = 3;
const OPENING = ' \t\n([-';

const isSpace = (sign: string): boolean => sign === ' ' || (sign !== '' && sign.trim() === '');
const isColon = (sign: string): boolean => sign === ':' || sign === '：';

/** Where the space, and the colon in it, that begins at `at` ends. -1 if there is neither. */
function endOfGap(text: string, at: number): number {
  let end = afterSpace(text, at);
  if (isColon(text.charAt(end))) end = afterSpace(text, end + 1);
  return end > at ? end : -1;
}

function afterSpace(text: string, at: number): number {
  let end = at;
  while (isSpace(text.charAt(end))) end += 1;
  return end;
}

/**
 * The length of "von ", "written by: ", "ein kommentar von ", "著者：" at the start of a line in small letters; 0 without
 * one. By hand: as a pattern of so many words it is among the dearest of a cold page.
 */
export function labelLength(text: string): number {
  let start = 0;
  while (start < text.length && (OPENING.includes(text.charAt(start)) || isSpace(text.charAt(start)))) start += 1;
  let alone = 0;
  let parts = 0;
  for (let at = start; at < text.length && parts < MAX_PARTS; at += 1) {
    const code = text.charCodeAt(at);
    // Most signs are small letters, and need no further look.
    if (code >= 0x61 && code <= 0x7a) continue;
    const sign = text.charAt(at);
    if (!isSpace(sign) && !isColon(sign)) continue;
    parts += 1;
    const words = text.slice(start, at);
    if (DEEDS.has(words)) {
      const end = endOfDeed(text, at);
      if (end !== -1) return end;
    }
    if ((alone === 0 && LABELS.has(words)) || (parts === MAX_PARTS && words.startsWith('text') && TEXT_AND.test(words)))
      alone = endOfGap(text, at);
  }
  return alone;
}

/** Where what follows a deed ends: " by ", ": ". -1 if nothing of it does. */
function endOfDeed(text: string, at: number): number {
  const next = afterSpace(text, at);
  if (isColon(text.charAt(next))) return endOfGap(text, next + 1);
  if (next === at) return -1;
  for (const length of [2, 3]) {
    const end = BY.has(text.slice(next, next + length)) ? endOfGap(text, next + length) : -1;
    if (end !== -1) return end;
  }
  return -1;
}
