/** Names of people out of a line that says who wrote a page. */

let label: RegExp | undefined;

/** "Von", "Written by:", "Ein Kommentar von", "著者：" at the start of a line. Made when first asked for. */
const labels = (): RegExp => {
  label ??=
    /^[\s([(-]*(?:(?:written|posted|published|reported|reviewed|created|submitted|story|words|texts?|article|analysis|opinion|post author|blog post|veröffentlicht|geschrieben|erstellt|verfasst|gepostet|eingestellt|ein artikel|ein beitrag|blog beitrag|beitrag|eine analyse|ein kommentar|kommentar|ein gastbeitrag|gastbeitrag|eine kolumne|interview|publié|escrito|scritto|pubblicato)(?:\s+(?:by|von|par|por|da|di)|\s*[:：])|by|von|par|por|di|door|av|af|przez|escribe|text(?:e|o)?|authors?|autorin\/autor|autor(?:in|en|es)?|author\(s\)|verfasser(?:in)?|著者|作者|记者|文|責編|责编|责任编辑|編集|auteure?s?|redaktion|geschrieben|herausgeber|yazar|foto|redakteur|redakteurin|about the author)(?:\s*[:：]\s*|\s+)/iu;
  return label;
};

/** Where a line stops being names: a separator, a date, a time, a count. */
const TAIL =
  /\s*(?:[|•·–—∙»]|\s-+\s|\d{1,2}[.:/]\s?\d{1,2}|\b\d{4}\b|\d+\s*(?:min|comments?|kommentare)|\b(?:on|am)\s+(?=\p{L}*\s*\d)|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s+\d).*$/u;
/** Words that lead over from who to when or to what else. */
const WHEN =
  /[\s,(]+(?:published|posted|updated|modified|last (?:modified|updated|edited|changed)|veröffentlicht|aktualisiert|zuletzt|geändert|bearbeitet|erstellt|publié|actualizado|datum|stand|staff writer|follow|foto|photo|illustration(?:s)? by|photographs? by|is an?|ist)(?![\p{L}]).*$/iu;
/** "17 January 2017 by Anna Example": what stands before the label is no name. */
const INNER_LABEL =
  /(?:^|[\s|•·–—∙>-])(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|door|written by|geschrieben von|(?:Redaktion|Autor(?:in)?|Author|Text):)\s+(?=\p{Lu})/u;

const SPLIT = /\s*(?:;|\/|\n|,|，|、|\s[&+]\s|\s(?:and|und|et|y|en|och|og|ja|e|with|mit)\s)\s*/iu;

/** The names in a line such as "Von Anna Beispiel und Jörg Muster, 22.11.2026"; empty if there are none. */
export function namesIn(line: string): string[] {
  let bare = line
    .slice(0, 400)
    .replace(/https?:\/\/\S+|[^\s<>]+@[^\s<>]+\.[^\s<>]+>?|(?<!\p{L})@\w+/gu, ' ')
    .replace(/^\s*By(?=\p{Lu}[\p{Ll}.])/u, '')
    .replace(/\s+/g, ' ');
  const inner = INNER_LABEL.exec(bare.slice(0, 120));
  if (
    inner !== null &&
    (inner.index > 0 ? /\d|\b(?:post|posted|author|article)\b/i.test(bare.slice(0, inner.index)) : true)
  )
    bare = bare.slice(inner.index + inner[0].length);
  bare = bare.replace(labels(), '').replace(labels(), '');
  const cut = bare.replace(WHEN, '').replace(TAIL, '').trim();
  return cut
    .split(SPLIT)
    .map((name) => name.replace(/^[\s"'“”(（<:*-]+|[\s"'“”):）<>.*-]+$/g, ''))
    .filter(isName);
}

export const startsWithLabel = (line: string): boolean => {
  const start = line.slice(0, 60);
  return (
    (/^\s*By\p{Lu}[\p{Ll}.]/u.test(start) || labels().test(start)) && /\p{Lu}|[\u3040-\u9fff]/u.test(start.slice(2))
  );
};

/** A label with a colon, or a date in front of it: such a line says who wrote wherever it stands. */
export const saysWho = (line: string): boolean =>
  /^\s*(?:text|autor(?:in|en)?|authors?|auteur|written by|verfasser(?:in)?|von|by|herausgeber)\s?[\p{L}& ]{0,10}:|^\s*(?:autor(?:in|en)?(?:\/autor)?|written by|geschrieben von|verfasst von)\s\p{L}/iu.test(
    line.slice(0, 50),
  );

const PERSON =
  /^(?:\p{Lu}[\p{L}'’.-]*|[\u3040-\u30ff\u3400-\u9fff]{2,8})(?: (?:von|van|de|der|den|zu|la|le|di|da|do|dos|del|bin|al|el|ten|ter|af|y|\p{Lu}[\p{L}'’.-]*)){0,4}$/u;
const COMPANY =
  /(?:^|[\s.])(?:redaktion|team|staff|editors?|editorial|news|nachrichten|media|gmbh|ag|inc|ltd|llc|e\.?v|verlag|zeitung|magazin|magazine|online|press|presse|agency|agentur|dpa|afp|apa|reuters|ap|afp|sid|epd|kna|university|universität|institut|institute|foundation|stiftung|verein|verband|ministerium|group|blog|desk|admin|guest|contributor|department|company|studio|tv|radio|online-redaktion|community|redaktionsteam|associated)\b/i;
const ROLE =
  /(?:officer|director|editor|manager|reporter|correspondent|writer|redakteurin?|korrespondentin?|leiterin?|chef|president|professor|specialist|expert|consultant|journalist|analyst|engineer|marketer|strategist|founder|ceo)\b/i;

/** True for what may be a person's name, or one word of it. */
export const isPerson = (name = ''): boolean => PERSON.test(name) || !name.includes(' ');

/** True for words that look like the name of a person: two to four of them, each with a capital. */
export const looksLikePerson = (text: string): boolean =>
  text.length < 40 &&
  / /.test(text) &&
  text.split(' ').length <= 4 &&
  PERSON.test(text) &&
  !COMPANY.test(text) &&
  !ROLE.test(text);

let notNames: RegExp | undefined;

function isName(text: string): boolean {
  notNames ??=
    /^(?:by|von|und|and|posted|admin|administrator|author|autor|read more|mehr|share|follow|subscribe|staff writer|gast|home|comments?|no comments|leave a comment|updated|published|null|undefined|about|profile|bio|name|e-?mail|website|facebook|twitter|instagram|linkedin|(?:view|see|all|more|mehr|alle)\s.*|.*\b(?:required|erforderlich|posts|articles|beiträge|min|minutes)|publiziert am)$/i;
  if (text.length < 2 || text.length > 60 || notNames.test(text)) return false;
  if (/^\d|\d{3,}|https?:|[{}<>=]/.test(text)) return false;
  return /\p{L}{2}/u.test(text) && text.split(' ').length <= 7;
}
