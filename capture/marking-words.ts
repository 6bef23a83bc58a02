/**
 * A cheap first look at a text: whether it may be a marking at all, so that few leave the page and few are looked at
 * closely (desk/rules/markings/). Generous: what it lets through is judged there, what it does not is never seen again.
 */

const WORDS =
  /vertraulich|confiden|geheim|secret|dienstgebrauch|dienstlich|nfd|tlp|schutzklasse|restricted|verschluss|propriet|(?:^|[^a-z])intern(?:al|e[mnrs]?)?(?![a-z])|intern(?:$|[^a-z])|mitarbeite|beschäftigte|employees|staff only|weitergabe|weitergeben|weiterleiten|distribut|forward|veröffentlich|öffentlich|public|externally|klassifi|classifi|einstuf|sensitiv|vertr\.|confidenci|vertrouwelijk|riservato|poufn|wewn|intern gebruik|usage interne|uso interno|insiderinformation|inside information|sperrfrist|sperrvermerk|embargo|gesperrt|preisverleihung|for release|for publication|published before|publish before|released before|(?:^|[^a-z])frei ab/;
/** The same without anything but letters, for words that are spaced, split or set in unusual letters. */
const SQUEEZED =
  /vertraulich|confiden|geheim|secret|dienstgebrauch|vsnfd|tlp(?:red|amber|green)|schutzklasse|restricted|verschlusss|nurintern|internalonly|internaluse|interne[rn](?:gebrauch|verwendung)|firmenintern/;
/** Signs that nobody sees, ligatures, and wide or mathematical letters. */
const UNUSUAL = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufb00-\ufb06\ufeff\uff00-\uffef\ud835]/;
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const SPACED = /(?:^|[^A-Za-zÀ-ÿ])[A-Za-zÀ-ÿ](?:[ ._*-]{1,2}[A-Za-zÀ-ÿ]){4}(?![A-Za-zÀ-ÿ])/;

/** @param text of a few hundred signs at most */
export function mayBeMarking(text: string): boolean {
  if (WORDS.test(text.toLowerCase())) return true;
  if (!UNUSUAL.test(text) && !SPACED.test(text)) return false;
  const seen = text.normalize('NFKC').replace(UNSEEN, '').toLowerCase();
  return WORDS.test(seen) || SQUEEZED.test(seen.replace(/[^a-zäöüß]/g, ''));
}

/** Says of what follows it that it is the class of the page: "Klassifizierung", "Sensitivity". */
export const isClassName = (text: string): boolean =>
  /klassifi|classifi|einstufung|vertraulichkeit|geheimhaltung|sensitiv|confidentiality|schutzbedarf|schutzstufe|schutzklasse|(?:dokument|information|daten)\w{0,3}[ -]?(?:klasse|class)|sicherheitsstufe|sicherheitsklasse|tlp/i.test(
    text,
  );

/** Says that what follows it is when an embargo ends, where the two stand in cells of their own. */
export const isEmbargoName = (text: string): boolean =>
  /^[^\p{L}\p{N}]*(?:sperrfrist|sperrvermerk|embargo(?:ed)?(?: (?:until|bis))?)[^\p{L}\p{N}]*$/iu.test(text);

/** What stands beside such a name where it says an end: a day, an hour, an event. */
export const isEmbargoEnd = (text: string): boolean => /\d|beginn|\bbis\b|until|start/i.test(text);

/** The first half of a marking that stands in two lines. */
export const isHalf = (text: string): boolean =>
  /^\W*(?:streng|strengst|strikt|strictly|highly|top|company|vs|private and|private &|nur|only|for)\W*$/i.test(text);
