/** Error pages, which often come with status 200: they say so in two of title, heading and text. */
import type { Shown } from './access.ts';

/** A title or heading that is nothing else: "404", "Error 404 | Site", "Fehler". What an article says about errors goes on. */
const BARE =
  /^(?:(?:http|error|fehler|code)[ :–-]+)*(?:4(?:0[0134]|10)|50[0234])\s*(?:$|[|·–—-])|^(?:error|fehler)\W?$/i;
/** What such pages say in whole, English and German. */
const WORDS =
  /not (?:be )?found|find (?:the|th[ai][ts]|what)|(?:n[’']t|not|no longer) (?:exist|(?:\w+ )?available)|\b(?:access|permission)\b.{0,9}denied|forbidden|not (?:authori[sz]ed|have (?:permission|access))|went wrong|error (?:has )?occurred|internal server error|bad gateway|temporarily unavailable|time-?out|nicht (?:mehr )?(?:gefunden|verfügbar|berechtigt)|(?:gibt es|existiert) (?:leider )?nicht|zugriff .{0,9}verweigert|keine?n? (?:berechtigung|zugriff)|fehler .{0,4}aufgetreten/i;
/** "Error code: 404" at the end of a text. */
const CODE = /(?:error|fehler|code)\W{1,3}(?:code\W{1,2})?(?:4(?:0[0134]|10)|50[0234])\b/i;
/** More than this in one heading is a sentence about errors. */
const MAX_HEADING = 90;
/** More text than this says more than that something is missing. */
const MAX_TEXT = 700;

/** The sign by which this is an error page; null if it is none. */
export function errorSign({ main, title, headings, length }: Shown): string | null {
  if (length > MAX_TEXT) return null;
  const says = (text: string): boolean => text.length <= MAX_HEADING && (BARE.test(text) || WORDS.test(text));
  const inTitle = says(title);
  const inHeading = headings.some(says);
  if (!(inTitle || inHeading)) return null;
  if (inTitle && inHeading) return 'title and heading';
  const text = main.paragraphs.join('\n').slice(0, MAX_TEXT * 2);
  return WORDS.test(text) || CODE.test(text) ? 'title or heading, and text' : null;
}
