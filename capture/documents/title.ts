/** The title of a document: what its properties say if somebody wrote that, else its first heading. */

/** What programs put there by themselves, and what a file was called once. */
const NOT_A_TITLE = [
  /^(?:microsoft (?:word|powerpoint|excel|office)|adobe|openoffice|libreoffice|writer|quarkxpress)\b.*-\s/i,
  /\.(?:docx?|docm|dotx?|pptx?|potx?|xlsx?|od[tsp]|pdf|indd|qxd|qxp|rtf|txt|pages|key|tex|dvi|ps|html?|eps|ai|cdr|pub|vsdx?|tmp)"?$/i,
  /^(?:un(?:titled|benannt|named)|no title|(?:ohne|kein) titel|neues? (?:dokument|textdokument)|new document|titel|title|dokumenttitel|document title|vorlage|template)\b.{0,12}$/i,
  /^(?:dokument|document|pr[äa]sentation|presentation|mappe|book|folie|slide|tabelle|sheet|bericht|scan|layout|entwurf|draft)[\s_-]*\d*$/i,
  /^(?:powerpoint|microsoft|word|excel)[\s-]*(?:pr[äa]sentation|presentation|dokument|document|mappe)?$/i,
  /^(?:[\d\s._-]+|[\da-f-]{16,}|\p{P}*)$/iu,
  /^[a-z]:\\|^\/|^https?:|^file:/i,
];

/** Shorter words say little about whether two texts are of the same thing. */
const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);

const isTitle = (text: string): boolean =>
  text !== '' && !NOT_A_TITLE.some((pattern) => pattern.test(text)) && /\p{L}{2}/u.test(text);

/**
 * @param beginning text of the first pages. A stated title that shares no word with it is of the file
 * that this one was made from; with nothing to compare (a scan) it is believed.
 */
export function documentTitle(stated: string, heading: string, beginning: string): { value: string; signal: string } {
  const said = tidy(stated);
  const shown = tidy(heading);
  const believed = isTitle(said) && (shown === '' || sharesWords(said, beginning));
  if (believed) return { value: said, signal: 'properties' };
  if (shown !== '') return { value: shown, signal: 'heading' };
  return { value: '', signal: '' };
}

const tidy = (text: string): string => text.slice(0, 2_000).replace(/\s+/g, ' ').trim();

function sharesWords(title: string, text: string): boolean {
  const inText = words(text);
  const inTitle = words(title);
  return inText.size === 0 || inTitle.size === 0 || [...inTitle].some((word) => inText.has(word));
}
