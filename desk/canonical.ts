/**
 * Whether the canonical address that a page declares is that of the page. Many are not: single-page
 * apps keep that of their first page, systems name the front page, the section or the login, or leave
 * off what tells two pages apart. So it is believed only where the two addresses show it.
 */
import type { PlainAddress } from './plain-address.ts';

/** Pages that stand in for others. */
const STAND_IN =
  /^(log-?in|sign-?(in|on)|anmelden|anmeldung|auth|sso|errors?|fehler|40[134]|500|not-?found|forbidden|access-denied|consent)(\.\w+)?$/i;
const FRONT = /^(start|startseite|home|homepage|index|default|main|welcome|search|suche)(\.\w+)?$/i;
const FORMS = /^(amp|print|druck|drucken|druckansicht|m|mobile|mobil)$/i;
const LANGUAGE = /^[a-z]{2}(-[a-z]{2})?$/i;

export function isBelieved(own: PlainAddress, canonical: PlainAddress): boolean {
  if (own.fragment !== '' || canonical.fragment !== '' || siteOf(own.host) !== siteOf(canonical.host)) return false;
  if (isSamePath(own.path, canonical.path)) return leavesNothingOff(own, canonical);
  const last = canonical.path.at(-1);
  if (last === undefined || FRONT.test(last) || canonical.path.some((segment) => STAND_IN.test(segment))) return false;
  if (isSamePath(withoutForm(own.path), canonical.path)) return leavesNothingOff(own, canonical);
  const isAbove = canonical.path.every((segment, at) => segment.toLowerCase() === own.path[at]?.toLowerCase());
  return (
    !isAbove && (isShortened(own, canonical) || carriesSameNumbers(own, canonical) || isNameForNumber(own, canonical))
  );
}

/** The host but for a label that says how the page is shown. */
const siteOf = (host: string): string => host.replace(/^(amp|m|mobile|mobil|print)\./, '');
const isSamePath = (a: string[], b: string[]): boolean => a.join('/').toLowerCase() === b.join('/').toLowerCase();

/** `/a` of `/amp/a`, `/a/print` and `/a.amp.html`. */
const withoutForm = (path: string[]): string[] =>
  path.filter((segment) => !FORMS.test(segment)).map((segment) => segment.replace(/\.(amp|print)(?=\.|$)/i, ''));

/** A name of several words, or with a number in it: says by itself which page it is. */
const isSpecific = (segment: string): boolean =>
  /[^-+_][-+_][^-+_]/.test(segment) || /\d{3}/.test(segment) || segment.includes('%');

/** Names of parameters that say which page, version, language or place of a list. */
const NAMING =
  /(id|^(.*[^a-z])?(nr|no|num|number|key|page|seite|p|q|s|t|doc|news|article|artikel|node|topic|thread|item|post|tab|lang|l|locale|version|rev|revision|start|offset|date|datum|monat|jahr|year|month|title|titel|name|route|path|file))\]?$/i;
const names = (parameter: string): boolean => NAMING.test(parameter.slice(-40));
const DECORATION = /^(print|amp|true|full|mobile|desktop)$/i;

/** Whether the canonical address has all parameters of the page but decoration, and no others. */
function leavesNothingOff(own: PlainAddress, canonical: PlainAddress): boolean {
  const isIn = (params: PlainAddress['params'], [name, value]: [string, string]) =>
    params.some((param) => param[0] === name && param[1] === value);
  if (!canonical.params.every((param) => isIn(own.params, param))) return false;
  const isNamed = canonical.params.length > 0 || isSpecific(canonical.path.at(-1) ?? '');
  return own.params
    .filter((param) => !isIn(canonical.params, param))
    .every(([name, value]) => DECORATION.test(value) || (!names(name) && (isNamed || !/\d/.test(value))));
}

/** The own path without some of its sections; none of them a language or a number. */
function isShortened(own: PlainAddress, canonical: PlainAddress): boolean {
  const last = canonical.path.at(-1) ?? '';
  if (last.toLowerCase() !== own.path.at(-1)?.toLowerCase()) return false;
  let found = 0;
  const left = own.path.filter((segment) => {
    const isKept = segment.toLowerCase() === canonical.path[found]?.toLowerCase();
    if (isKept) found += 1;
    return !isKept;
  });
  return (
    found === canonical.path.length &&
    (isSpecific(last) || found > 1) &&
    !left.some((segment) => LANGUAGE.test(segment) || /\d/.test(segment)) &&
    leavesNothingOff(own, canonical)
  );
}

const numbersOf = ({ path, params }: PlainAddress): string[] =>
  [...path, ...params.map(([, value]) => value)].flatMap(
    (text) => text.toLowerCase().match(/[0-9a-f]{12,}|\d+/g) ?? [],
  );

/** Both carry all numbers of the page, whatever stands around them; one is long enough to name it, and no year. */
function carriesSameNumbers(own: PlainAddress, canonical: PlainAddress): boolean {
  const mine = numbersOf(own);
  const theirs = new Set(numbersOf(canonical));
  return (
    mine.some((number) => number.length > 2 && !/^(19|20)\d\d$/.test(number)) &&
    mine.every((number) => theirs.has(number))
  );
}

/** The page is asked for by one number, its canonical address is its name. */
function isNameForNumber(own: PlainAddress, canonical: PlainAddress): boolean {
  const naming = own.params.filter(([name, value]) => names(name) || /\d/.test(value));
  return (
    naming.length === 1 &&
    /\d{2}/.test(naming[0]?.[1] ?? '') &&
    !isSpecific(own.path.at(-1) ?? '') &&
    canonical.params.length === 0 &&
    canonical.path.length > 1 &&
    isSpecific(canonical.path.at(-1) ?? '')
  );
}
