/** Error pages, which often come with status 200: what they say, and what their systems name them. */
import type { Shown } from './access.ts';
import { around } from './page.ts';

const CODE = '(?:40[0134]|410|50[0234])';

/** A title or heading that is nothing else: "404", "Error 404 | Site", "Fehler". What an article says about errors goes on. */
const TITLES = new RegExp(
  `^\\W*(?:(?:http|status|server)[ -]?)?(?:(?:error|fehler|erreur)(?:[ -]?code)?\\W{0,3})?${CODE}\\W*(?:$|[|·–—-])|^\\W*(?:error|fehler|oops|hoppla|ups|sorry)\\W*$`,
  'i',
);

/** What such pages say in whole, in any of their places. */
const WORDS = new RegExp(
  [
    /\bnot found\b/,
    /(?:could not|couldn[’']t|cannot|can[’']t|unable to) (?:be found|find (?:the|that|this|what))/,
    /(?:page|file|document|content|link)\b.{0,40}\b(?:doesn[’']t|does not|no longer) exists?/,
    /(?:page|content|site) (?:isn[’']t|is not|is no longer|is currently) (?:un)?available/,
    /access(?: is| was)? (?:denied|forbidden)|^forbidden\b|permission denied|not authori[sz]ed/,
    /(?:don[’']t|do not) have (?:permission|access|the (?:rights|permissions?))/,
    /internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out/,
    /something went wrong|(?:unexpected )?error (?:has )?occurred/,
    /nicht gefunden|(?:seite|datei|inhalt)\b.{0,40}\b(?:gibt es|existiert) (?:leider )?nicht|nicht (?:mehr )?verfügbar/,
    /zugriff (?:wurde )?verweigert|keine?n? (?:berechtigung|zugriff(?:srechte)?)\b|nicht berechtigt/,
    /interner (?:server)?fehler|fehler (?:ist )?aufgetreten/,
    /page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|pagina niet gevonden|stránka nenalezena/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/** What systems call the page or its one part: SharePoint, WordPress, Cloudflare, browsers' own. */
const NAMES =
  /(?:^|\s)(?:ms-error-body|error-?(?:page|404|403|500|container)|page-?404|cf-error-details|not-found(?:-page)?|page-not-found|http-error)(?:\s|$)/;
/** Names stand on the body or near it; deeper ones are of parts. */
const NAMED_DEPTH = 6;
/** More than this in one heading is a sentence about errors. */
const MAX_HEADING = 90;
/** More text than this says more than that something is missing. */
const MAX_TEXT = 700;

/** The sign by which this is an error page: two places of it must say so. Null if it is none. */
export function errorSign({ evidence: { page, marks }, main, title, headings, length }: Shown): string | null {
  if (length > MAX_TEXT) return null;
  const says = (text: string): boolean => text.length <= MAX_HEADING && (TITLES.test(text) || WORDS.test(text));
  const inTitle = says(title);
  const inHeading = headings.some(says);
  if (!inTitle && !inHeading) return null;
  const text = main.paragraphs.join('\n').slice(0, MAX_TEXT * 2);
  const inText =
    WORDS.test(text) || new RegExp(`\\b(?:error|fehler|code)\\W{1,3}(?:code\\W{1,2})?${CODE}\\b`, 'i').test(text);
  if (inText) return `${inTitle ? 'title' : 'heading'} and text of an error`;
  if (inTitle && inHeading) return 'title and heading of an error';
  return isNamed() ? 'error container' : null;

  function isNamed(): boolean {
    const places = [page.nodes.findIndex(({ tag }) => tag === 'body'), ...marks.headings.slice(0, 2)];
    return places.some((index) =>
      [...around(page, index)].some(({ depth, hints }) => depth <= NAMED_DEPTH && NAMES.test(hints)),
    );
  }
}
