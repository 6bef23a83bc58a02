/** Whether a text names a person near a place. By form alone: no list of names knows everybody's. */

const NAME = String.raw`\p{Lu}[\p{Ll}'’-]{1,20}(?:-\p{Lu}\p{Ll}{1,20})?(?: \p{Lu}\.| (?:von|van|de|den|der|zu))? \p{Lu}[\p{L}'’-]{1,25}`;
const TITLED = String.raw`\b(?:Herrn?|Frau|Kolleg(?:e|en|in)|Mr|Mrs|Ms|Miss|Dr|Prof)\.? (?:Dr\.? )?\p{Lu}[\p{L}'’-]{1,25}`;
/** What offices, firms and places are called looks like a name too. */
const NO_PERSON =
  /\b(?:GmbH|AG|eG|KG|SE|Inc|Ltd|e\.V\.|Verein|Werk|Klinik\w*|Stadt\w*|Amt|Zentrale|Empfang|Pressestelle|Redaktion|Editorial|Team|Abteilung|Referat|Service\w*|Kundenservice|Hotline|Notruf|Störung\w*|Leitstand|Bereitschaft|Ombuds\w*|Impressum|Muster\w*|Press(?:e|estelle|esprecher\w*)?|Medien\w*|Media|Office|Desk|Reception|Extension|Outside|Bestell\w*|Auftrag|Artikel|Liefer\w*|Sendung\w*)\b/u;

const TITLED_NAME = new RegExp(TITLED, 'u');
/** A name at the beginning of a line or of a part of it. */
const AT_BEGINNING = new RegExp(`(?:^|[\\n,;:|·–(/] ?)(?:Dr\\.? )?${NAME}(?=$|[\\n,;:|·–()/]| –)`, 'u');
const DOES = new RegExp(
  `${NAME} (?:ist|war|hat|hatte|fällt|fiel|leidet|litt|bleibt|kommt|wurde|wird|muss|kann|arbeitet|befindet|is|was|has|had|will|suffers|suffered|went|returns|needs|broke|cannot|heeft|a été|est)(?![\\p{L}])`,
  'u',
);

/** True if somebody is named with a form of address, or stands for themselves in a list or row. */
export const namesPerson = (text: string): boolean =>
  TITLED_NAME.test(text) || (AT_BEGINNING.test(text) && !NO_PERSON.test(text));

/** True if a sentence says of somebody by name what they are or do. */
export const saysOfPerson = (text: string): boolean => TITLED_NAME.test(text) || DOES.test(text);

/** What an office, a firm or an example has and a person has not. */
export const isOfOffice = (text: string): boolean => NO_PERSON.test(text);

/** The text around a place, as far as that counts. */
export const around = (text: string, at: number, before: number, after: number): string =>
  text.slice(Math.max(0, at - before), at + after);
