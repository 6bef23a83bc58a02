/**
 * Whether a short text of a page says that nothing may be published before some time: "Sperrfrist: …", "Embargoed
 * until …", "Not for release before …". What is written about embargoes, of states or of publishers, is none.
 */
import type { Embargo } from '../../../protocol/found.ts';
import { plain } from './plain.ts';
import { writtenTime } from './written-time.ts';

/** Of a line no more is read. UTF-16 units. */
const MOST = 300;

/** Words that may stand before the label, and signs but no quotation marks: what is quoted is somebody else's. */
const LEAD = String.raw`^[^\p{L}\p{N}"„“«»]*(?:(?:achtung|bitte|wichtig|hinweis|please|note|attention|strictly|strict|es gilt (?:eine|die)|mit|under|unter|sous)[^\p{L}\p{N}"„“«»]+){0,3}`;
const LABEL = `(?:presse)?(?:sperrfrist|sperrvermerk|embargo(?:ed)?|embargado|embargo fino)`;
/** What follows the label where it is one: it says until when, or asks to be heeded. */
const UNTIL = String.raw`(?:\s*[:–—]|\s+-|\s+(?:bis|until|till|to|beachten|jusqu|fino al|hasta|tot|endet|ends|expires|gilt bis|ablauf|time|date|lifts)\b|\s*\(|\s+\d)`;

const SAYS: readonly RegExp[] = [
  new RegExp(`${LEAD}${LABEL}${UNTIL}`, 'u'),
  // Of a release or a paper, whoever reads it is told when.
  /^[^\p{L}"„“«»]*(?:strictly )?(?:not|hold|no|embargoed) for (?:immediate )?(?:release|publication|broadcast|use)\b.{0,20}\b(?:before|until|till|prior to)\b/u,
  /^[^\p{L}"„“«»]*(?:not|hold)\b.{0,8}\b(?:release|publish|published|released|broadcast|publication)\b.{0,20}\b(?:before|until|till|prior to)\b/u,
  /^[^\p{L}"„“«»]*(?:bitte )?(?:nicht|keine) .{0,30}?\bvor (?:dem |der |beginn|ablauf|\d).{0,80}\b(?:veroffentlich|weitergeb|verbreit|send)/u,
  /^[^\p{L}"„“«»]*(?:veroffentlichung|verwendung|verbreitung|sendung|frei|freigegeben)\b.{0,30}?\b(?:erst )?(?:ab|nach|fruhestens)\b.{0,4}(?=.{0,40}\d)(?:dem |der )?(?:preis|beginn|\d|(?:mo|di|mi|do|fr|sa|so)\w*tag|mittwoch)/u,
  /^[^\p{L}"„“«»]*bis\b.{0,20}\b(?:veroffentlichung|bekanntgabe|pressekonferenz|verkundung)\b.{0,80}\bgesperrt\b/u,
  /^(?:dieser?s?|this|these|the)\b.{0,60}\b(?:unterlieg\w+ .{0,20}sperrfrist|(?:under|subject to) (?:a |an )?(?:strict )?embargo|(?:is|are) embargoed)\b.{0,20}\b(?:bis|until|till)\b/u,
];

/** It is over, there is none, or it is a waiting time of publishers and customs and says no day. */
const DENIED =
  /\b(?:aufgehoben|abgelaufen|entfallt|keine?|lifted|expired|none|ended|gebrochen|broken|n\/a)\b|^[^:]*:\s*\d+\s*(?:monate?n?|months?|mois|jahre?n?|years?|wochen?|weeks?)\b/u;

/**
 * The first word, where it is plain to see: no text begins with a word that none of the forms above begins with.
 * A single letter may be the first of a spaced word, and what is no plain letter may be nothing or another one.
 */
const FIRST_WORD = /^[\0-@[-`{-\x7f„“–—…]*([a-zäöü]{2,})(?=[\0-@[-`{-\x7f]|$)/i;
const FIRST_WORDS =
  /^(?:achtung|bitte|wichtig|hinweis|please|note|attention|strict|es$|mit$|under|unter|sous|presse|sperr|embarg|not$|hold|no$|nicht|keine|ver[oö]ffentlich|verwend|verbreit|sendung|frei|bis$|diese|th)/i;

/** The embargo that a text says, with its end where that can be read; null: it says none. */
export function embargoIn(source: string): Embargo | null {
  const first = FIRST_WORD.exec(source)?.[1];
  if (first !== undefined && !FIRST_WORDS.test(first)) return null;
  const text = plain(source.slice(0, MOST * 2))
    .slice(0, MOST)
    .toLowerCase();
  if (!SAYS.some((form) => form.test(text)) || DENIED.test(text)) return null;
  return { until: writtenTime(text) };
}

/** The one that ends last; one whose end nobody can read stands back behind one that says it. */
export function laterEmbargo(one: Embargo | undefined, other: Embargo | undefined): Embargo | undefined {
  if (one?.until == null) return other ?? one;
  if (other?.until == null) return one;
  return one.until >= other.until ? one : other;
}
