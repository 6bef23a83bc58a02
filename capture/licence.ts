/** Who made an image and how it may be used, from words and links. What is found is a hint, never a permission. */

const LICENCES = [
  /\bCC0\b(?: 1\.0)?/i,
  /\bCC[ -]BY(?:[ -](?:SA|NC|ND)){0,2}(?:[ -]\d\.\d)?(?: [A-Z]{2}\b)?/i,
  /\b(?:public domain|gemeinfrei)\b/i,
  /\b(?:alle rechte vorbehalten|all rights reserved)\b/i,
  /\b(?:pixabay|unsplash|pexels)[ -](?:licen[sc]e|lizenz)\b/i,
];

/** The licence that a text names; empty if it names none. */
export const licenceIn = (text: string): string => LICENCES.map((form) => form.exec(text)?.[0]).find(Boolean) ?? '';

/** What the address of a licence says: "CC BY-SA 4.0" for one of Creative Commons, else the address. */
export function licenceAt(address: string): string {
  const [, kind = '', version = ''] =
    /creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/i.exec(address) ?? [];
  if (kind === '') return address;
  if (/^(?:zero|mark)$/i.test(kind)) return /zero/i.test(kind) ? `CC0 ${version}` : 'Public Domain Mark';
  return `CC ${kind.toUpperCase()} ${version}`;
}

const CREDIT =
  /(?:©|\(c\) |\b(?:foto(?:s|graf(?:in|ie)?)?|bild(?:nachweis|quelle|rechte)?|grafik|zeichnung|illustration|drawing|quelle|copyright|photo(?:s|graph)?(?: by)?|image(?: by| credit)?|picture|credit|source)\s*[:/©]|\bphoto by )\s*[^\n|]{2,120}/i;

/** Who is named as maker of an image in a text, with the word before it; empty if nobody is. */
export const creditIn = (text: string): string =>
  (CREDIT.exec(text.slice(0, 2_000))?.[0] ?? '').replace(/[\s().,;–-]+$/, '').trim();
