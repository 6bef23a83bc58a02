/** Names out of the author property of a document, which people and programs fill as they like. */

/** Accounts, programs and placeholders. */
const NOBODY =
  /^(?:admin\w*|root|user\w*|benutzer\w*|anwender\w*|unknown|unbekannt|anonym\w*|author|autor|gast|guest|owner|default|test|system|none|null|n\/?a|home|pc|(?:microsoft|windows|ms)[\s-]?(?:office|windows)?[\s-]?(?:user|benutzer|anwender)|microsoft.*|adobe.*|acrobat.*|(?:libre|open)office.*|openpyxl|xlsxwriter|python-(?:docx|pptx)|apache.*|aspose.*|phpspreadsheet.*|phpword|pdf.?creator.*|word|excel|powerpoint|canon.*|xerox.*|ricoh.*|konica.*|scanner.*)$/i;
/** A name with a word between that names no person: a department. */
const DEPARTMENT = /(?:^|\s)(?:und|and|&|für|for|der|des)\s|\d|abteilung|department|referat|team|stabsstelle/i;
/** Words that belong to a family name and are written small. */
const PARTICLE = /^(?:von|van|de|der|den|zu|zur|zum|vom|del|di|da|la|le|af|ten|ter)$/i;

/** The people in an author property such as `Müller, Anna; Jörg Muster`; empty if there are none. */
export function authorsIn(property: string): string[] {
  const parts = property
    .slice(0, 2_000)
    .split(/\s*(?:;|\n|\||\s\/\s|\s(?:und|and)\s(?=\p{Lu}\S*\s+\p{Lu}))\s*/u)
    .flatMap(inOrder);
  const names = parts
    .map((name) =>
      name
        .replace(/[\w.+-]+@[\w.-]+|\s*\([^)]*\)|\s*<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .replace(/^[\s,."']+|[\s,"']+$/g, ''),
    )
    .filter(isPerson);
  return [...new Set(names)];
}

/** "Müller, Anna" is one person, "Anna Müller, Jörg Muster" are two, and a department after a name is none. */
function inOrder(part: string): string[] {
  const pieces = part.split(',').map((piece) => piece.trim());
  const [first = '', second = ''] = pieces;
  if (pieces.length === 1) return [first];
  const isFamilyName = first.split(/\s+/).filter((word) => !PARTICLE.test(word)).length === 1;
  if (pieces.length === 2 && isFamilyName && /^\p{Lu}[^\d]*$/u.test(second) && second.split(/\s+/).length <= 3)
    return [`${second} ${first}`];
  return pieces.filter((piece, at) => at === 0 || (/^\p{Lu}\S*(?:\s\S+)+$/u.test(piece) && !DEPARTMENT.test(piece)));
}

function isPerson(name: string): boolean {
  if (name.length < 2 || name.length > 80 || NOBODY.test(name)) return false;
  // A single word in small letters or with digits is the name of an account.
  return /\p{L}{2}/u.test(name) && (/\s/.test(name) || !/^[\p{Ll}\d._-]+$|\d/u.test(name));
}
