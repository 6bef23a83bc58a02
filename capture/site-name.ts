/** What the site calls itself. */
import type { Evidence } from './evidence.ts';
import { hostLetters, hostWord, isAddress, isKin, lettersOf, squeeze, withoutThe } from './host-letters.ts';
import { isArticle } from './json-ld.ts';
import { metaValue } from './meta.ts';
import { isNaming, type Named, shownName } from './shown-site-name.ts';

/** Meta tags that hold a name when nothing better does, the most deliberate first. */
const OTHER_META = [
  'application-name',
  'apple-mobile-web-app-title',
  'al:ios:app_name',
  'citation_journal_title',
  'dc.publisher',
  'publisher',
];

/** Every name of the site that the page gives, the most deliberate first. May hold several spellings; templates that nobody filled are none. */
export function siteNames({ meta, things }: Evidence): Named[] {
  const publishers = things.filter((thing) => thing.publisher !== '');
  const publisher = (publishers.find(isArticle) ?? publishers[0])?.publisher ?? '';
  const site = things.find((thing) => thing.types.includes('WebSite') && thing.name !== '')?.name ?? '';
  const organisation =
    things.find((thing) => thing.types.some((type) => type.toLowerCase().endsWith('organization')))?.name ?? '';
  const named: Named[] = [
    { value: metaValue(meta, 'og:site_name'), from: 'meta og:site_name', of: 'site' },
    { value: site, from: 'json-ld WebSite', of: 'site' },
    { value: publisher, from: 'json-ld publisher', of: 'publisher' },
    { value: metaValue(meta, ...OTHER_META), from: 'meta application-name', of: 'other' },
    { value: organisation, from: 'json-ld Organization', of: 'other' },
  ];
  return named.filter(({ value }) => isNaming(value));
}

/**
 * The one name to show: the first, unless the site or its publisher is called something better elsewhere. What an
 * app or a company is called says less of a site than `og:site_name`, however short it is.
 */
export function readSiteName(evidence: Evidence, names: readonly Named[], title: string): Named | null {
  const [first, ...others] = names;
  if (first === undefined) return shownName(evidence, title);
  if (others.some((other) => other.of === 'site' && squeeze(other.value) === squeeze(first.value)))
    return withoutFormer(first);
  const host = hostLetters(hostWord(evidence.page.address));
  const better = others.find((other) => other.of !== 'other' && isBetter(other.value, first.value, host, title));
  if (better !== undefined || !isTitle(first.value, title) || isKin(first.value, host))
    return better ?? withoutFormer(first);
  const shown = shownName(evidence, title);
  return shown !== null && isKin(shown.value, host) ? shown : first;
}

/** Some systems give every page its own title as the name of the site. */
const isTitle = (name: string, title: string): boolean => title !== '' && name.startsWith(title);

/** "X" of "X (formerly Twitter)". */
const withoutFormer = (named: Named): Named =>
  named.value.endsWith(')') ? { ...named, value: named.value.replace(FORMER, '') } : named;

const FORMER = /\s+\((?:formerly|previously|früher|ehemals|vormals)\s[^)]*\)$/i;

/** @param host the letters of the word that the host says */
function isBetter(name: string, first: string, host: string, title: string): boolean {
  if (squeeze(name) === squeeze(first)) return false;
  if (isFuller(name, first) || isSameWithout(name, first)) return true;
  if (isCompany(name) || isAddress(name) || CLAIM.test(name)) return false;
  if (isAddress(first)) return isKin(name, host) || isKin(name, hostLetters(first));
  // The name of an agency or of the system behind the site says nothing of the host.
  if (hostLetters(name) === host ? hostLetters(first) !== host : isKin(name, host) && !isKin(first, host)) return true;
  return title.length > 9 && first.length > title.length && first.startsWith(title);
}

/** Between a name and what it claims. */
const CLAIM = /\s[-–—|·]\s|｜/;

const LEGAL_FORMS = new Set('inc gmbh ggmbh ag llc ltd co kg sa as ab bv nv plc ug ev spa srl'.split(' '));

/** True if a name ends with a legal form: it is the company's and not the site's. */
function isCompany(name: string): boolean {
  const words = name.toLowerCase().split(/[ ,]+/);
  return words.length > 1 && LEGAL_FORMS.has((words.at(-1) ?? '').replace(/[./]/g, ''));
}

/** "The Courier" for "Courier", "Época" for "Epoca". */
function isFuller(name: string, first: string): boolean {
  const [one, other] = [squeeze(name), squeeze(first)];
  return (
    lettersOf(name) === lettersOf(first) && (one.length === other.length ? one > other : one.length > other.length)
  );
}

/**
 * True if `name` is `whole` without a claim, a legal form or the end of a host: "Courier" of "Courier Inc",
 * "courier.com" and "Courier – all the news".
 */
function isSameWithout(name: string, whole: string): boolean {
  const [bare, all] = [withoutThe(squeeze(name)), squeeze(whole)];
  if (bare.length < 3 || bare.length >= all.length) return false;
  const isClaim = CLAIM.test(whole);
  if (isClaim && all.endsWith(bare)) return true;
  return all.startsWith(bare) && (isClaim || isAddress(whole) || isCompany(whole));
}

/** A page asks for one address only, dozens of times. */
let hostAsked = '';
let hostKnown = '';

const HOST_ENDS = ['com', 'org', 'net', 'de', 'at', 'ch'];

function withoutEnd(name: string): string {
  const end = HOST_ENDS.find((one) => name.endsWith(one));
  return end === undefined ? name : name.slice(0, -end.length);
}

/** True if `text` is one of the site's names or only says its host. */
export function isSiteName(text: string, names: readonly string[], address: string): boolean {
  const own = squeeze(text);
  const bare = withoutEnd(own);
  if (bare.length < 2) return false;
  if (address !== hostAsked) {
    hostAsked = address;
    hostKnown = squeeze(hostWord(address));
  }
  const host = hostKnown;
  if (bare === host || (bare.length >= 4 && host.includes(bare)) || (host.length >= 4 && bare.includes(host)))
    return true;
  return names.some((name) => {
    const known = squeeze(name);
    return known === own || (bare.length >= 4 && known.includes(bare)) || (known.length >= 4 && bare.includes(known));
  });
}
