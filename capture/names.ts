/** Names of people out of a line that says who wrote a page. */

const LABEL =
  /^\s*(?:(?:written|posted|published|reported|reviewed|created|submitted|story|words|text|article|veröffentlicht|geschrieben|erstellt|verfasst|ein artikel|ein beitrag|eine analyse|ein kommentar|ein gastbeitrag|eine kolumne|publié|escrito|scritto)\s+(?:by|von|par|por|da|di)|by|von|par|por|di|door|av|af|przez|text|texte|texto|author|authors|autor|autorin|著者|作者|文|autoren|auteur|redaktion|geschrieben|yazar|foto|redakteur|redakteurin|about the author)(?:\s*[:：]\s*|\s+)/iu;

/** Where a line stops being names: a separator, a date, a time, a count. */
const TAIL =
  /\s*(?:[|•·–—]|\s-\s|\d{1,2}[.:/]\s?\d{1,2}|\b\d{4}\b|\d+\s*(?:min|comments?|kommentare)|\b(?:on|am)\s+(?=\p{L}*\s*\d)|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s+\d).*$/u;
/** Words that lead over from who to when. */
const WHEN =
  /[\s,(]+(?:published|posted|updated|modified|last (?:modified|updated|edited|changed)|veröffentlicht|aktualisiert|zuletzt|geändert|bearbeitet|erstellt|publié|actualizado)(?![\p{L}]).*$/iu;

const SPLIT = /\s*(?:;|\/|\n|,|，|、|\s&\s|\s(?:and|und|et|y|en|och|og|ja|e)\s)\s*/u;

/** The names in a line such as "Von Anna Beispiel und Jörg Muster, 22.11.2026"; empty if there are none. */
export function namesIn(line: string): string[] {
  const bare = line
    .slice(0, 400)
    .replace(/https?:\/\/\S+|\S+@\S+\.\S+|(?<!\p{L})@\w+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(LABEL, '')
    .replace(LABEL, '');
  const cut = bare.replace(WHEN, '').replace(TAIL, '').trim();
  return cut
    .split(SPLIT)
    .map((name) => name.replace(/^[\s"'“”(:*-]+|[\s"'“”):.*-]+$/g, ''))
    .filter(isName);
}

export const startsWithLabel = (line: string): boolean =>
  LABEL.test(line.slice(0, 60)) && /^\s*\S+\s*\S*\s*\p{Lu}/u.test(line);

const NOT_A_NAME =
  /^(?:by|von|admin|administrator|author|autor|read more|mehr|share|follow|subscribe|contributor|staff writer|guest|gast|home|comments?|no comments|leave a comment|updated|published|null|undefined|about|profile|bio|name|e-?mail|website|(?:view|see|all|more|mehr|alle)\s.*|.*\b(?:required|erforderlich|posts|articles|beiträge|min|minutes)|publiziert am)$/i;

function isName(text: string): boolean {
  if (text.length < 2 || text.length > 60 || NOT_A_NAME.test(text)) return false;
  if (/\d{2,}|https?:|[{}<>=]/.test(text)) return false;
  return /\p{L}{2}/u.test(text) && text.split(' ').length <= 6;
}
