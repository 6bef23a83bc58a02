/** A title that somebody wrote, and not the program that made the file. */

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

/** @param text of one line, without blanks around it */
export const isWrittenTitle = (text: string): boolean =>
  text !== '' && !NOT_A_TITLE.some((pattern) => pattern.test(text)) && /\p{L}{2}/u.test(text);
