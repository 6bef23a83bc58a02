/** What the site calls itself. */
import type { Evidence } from './evidence.ts';
import { isArticle } from './json-ld.ts';
import { metaValue } from './meta.ts';
import { textIn } from './page.ts';
import { parsedUrl } from './parsed-url.ts';
import { sameWords } from './weigh.ts';

/** A name without what two spellings of it differ in. */
const squeeze = (text: string): string => sameWords(text).replaceAll(' ', '');

type Named = {
  value: string;
  from: string;
  /** Whose name it is: of the site, of whoever publishes on it, or of an app or a company behind both. */
  of: 'site' | 'publisher' | 'other';
};

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

const isAddressOrTemplate = (small: string): boolean =>
  small.startsWith('http:') || small.startsWith('https:') || small.includes('{{');

/** False for addresses, texts and templates that nobody filled. */
const isNaming = (text: string): boolean =>
  text !== '' && text.length <= 120 && !isAddressOrTemplate(text.toLowerCase());

/**
 * The one name to show: the first, unless the site or its publisher is called something better elsewhere. What an
 * app or a company is called says less of a site than `og:site_name`, however short it is.
 */
export function readSiteName(evidence: Evidence, names: readonly Named[], title: string): Named | null {
  const [first, ...others] = names;
  if (first === undefined) return shownName(evidence, title);
  if (others.some((other) => other.of === 'site' && squeeze(other.value) === squeeze(first.value))) return first;
  const host = hostLetters(hostWord(evidence.page.address));
  const better = others.find((other) => other.of !== 'other' && isBetter(other.value, first.value, host, title));
  if (better !== undefined || isKin(first.value, host) || !isTitle(first.value, title))
    return better ?? withoutFormer(first);
  const shown = shownName(evidence, title);
  return shown !== null && isKin(shown.value, host) ? shown : first;
}

/** Some systems give every page its own title as the name of the site. */
const isTitle = (name: string, title: string): boolean => title !== '' && name.startsWith(title);

/** "X" of "X (formerly Twitter)". */
const withoutFormer = (named: Named): Named => ({
  ...named,
  value: named.value.replace(/\s+\((?:formerly|previously|früher|ehemals|vormals)\s[^)]*\)$/i, ''),
});

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

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

const withoutThe = (letters: string): string => (letters.startsWith('the') ? letters.slice(3) : letters);

/** Letters and digits; "the" and accents, which no host has, aside. */
const lettersOf = (text: string): string => withoutThe(squeeze(withoutAccents(text)));

/** As hosts spell them: "mueller" and "Müller" are one. */
const hostLetters = (text: string): string => umlautless(lettersOf(text));

const umlautless = (letters: string): string => letters.replace(/([aou])e/g, '$1').replaceAll('ß', 'ss');

/** "dw.com", "www.courier.example/": an address in place of a name. */
const isAddress = (name: string): boolean => /^[^\s.]+(?:\.[^\s.]+)*\.[a-z]{2,10}\/?$/i.test(name);

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

/** True if a name shares a word with the host, or its initials are it. */
function isKin(name: string, host: string): boolean {
  if (host === '') return false;
  if (host.length > 2 && hostLetters(name).startsWith(host)) return true;
  const words = umlautless(sameWords(withoutAccents(name))).split(' ');
  if (words.map((word) => word.charAt(0)).join('') === host) return true;
  return words.some((word) => word.length > 3 && (host.includes(word) || (host.length > 3 && word.includes(host))));
}

const ENDS = /\s+[|·•»«–—-]\s+|\s*[|»｜]\s*/;

const fitting = (text: string): boolean => text.length >= 2 && text.length <= 60 && isNaming(text);

const titleTag = ({ page, marks }: Evidence): string => {
  const tag = marks.head.find((index) => page.nodes[index]?.tag === 'title');
  return tag === undefined ? '' : textIn(page, tag, 500);
};

/**
 * The name that a page shows where it declares none: what is the host's name before what shares a word with it, and
 * that before what merely stands where a name would.
 */
function shownName(evidence: Evidence, title: string): Named | null {
  const host = hostLetters(hostWord(evidence.page.address));
  const whole = titleTag(evidence);
  const parts = titleParts(whole, title);
  const links = homeLinks(evidence);
  const named = (value: string | undefined, from: string): Named | null =>
    value === undefined ? null : { value, from, of: 'site' };
  const isHost = (name: string): boolean => saysHost(name, host);
  const isKinOfHost = (name: string): boolean => isKin(name, host);
  const titled = lettersOf(whole);
  return (
    named(partsOf(whole).findLast(isHost) ?? parts.findLast((part) => hostLetters(part).startsWith(host)), 'title') ??
    named(
      links.find((name) => isHost(name) && !isAddress(name)),
      'link home',
    ) ??
    named(parts.findLast(isKinOfHost), 'title') ??
    named(
      links.find((name) => isKinOfHost(name) && !isAddress(name)),
      'link home',
    ) ??
    spelledHost(evidence, host, whole) ??
    named(title === '' || !whole.toLowerCase().includes(title.toLowerCase()) ? undefined : parts.at(-1), 'title') ??
    named(
      links.find((name) => isHost(name) || (name.length > 3 && titled.includes(lettersOf(name)))),
      'link home',
    ) ??
    named(handleOf(evidence, host), 'meta twitter:site')
  );
}

/** "Courier" or "courier.example" on the host of that name. */
const saysHost = (name: string, host: string): boolean => {
  const letters = hostLetters(name);
  return letters !== '' && (letters === host || (isAddress(name) && letters.startsWith(host)));
};

/**
 * "Courier" of `<title>A line of their own | Courier</title>`: what is left of it without the page's title, the
 * outermost last.
 */
function titleParts(whole: string, title: string): string[] {
  const at = title === '' ? -1 : whole.toLowerCase().indexOf(title.toLowerCase());
  const rest = at === -1 ? whole : at === 0 ? whole.slice(title.length) : whole.slice(0, at);
  if (!ENDS.test(rest)) return [];
  const parts = partsOf(rest);
  return at > 0 ? parts.reverse() : parts;
}

const partsOf = (text: string): string[] =>
  text
    .split(ENDS)
    .map((part) => part.trim())
    .filter(fitting);

/** Links to the front page that are looked at: a logo is among the first. */
const MAX_HOME_LINKS = 5;

/** What is said of a picture beside the name in it. */
const OF_PICTURES =
  /^(?:logo|home(?:page)?|startseite)\b(?: (?:of|der|des|von|de|du|di)\b)?[\s:–-]*|[\s:–-]*\b(?:logo\b.*|home(?:page)?|startseite)$/gi;

/** What the page calls the links to its front page, in words or by their pictures. */
function homeLinks({ page }: Evidence): string[] {
  const origin = URL.canParse(page.address) ? new URL(page.address).origin : '/';
  const found: string[] = [];
  let left = MAX_HOME_LINKS;
  let index = -1;
  for (const { tag, end, attributes } of page.nodes) {
    index += 1;
    const { href } = attributes;
    if (tag !== 'a' || (href !== '/' && href !== origin && href !== `${origin}/`)) continue;
    const picture = page.nodes.slice(index, end).find((node) => node.tag === 'img')?.attributes.alt ?? '';
    const said = (textIn(page, index, 100) || picture.trim()).replace(OF_PICTURES, '');
    found.push(...partsOf(said));
    left -= 1;
    if (left === 0) break;
  }
  return found;
}

/** The host as the page spells it: in its title or in a line of its own. */
function spelledHost({ page }: Evidence, host: string, whole: string): Named | null {
  if (host.length < 3) return null;
  const inTitle = wordsThatSay(whole, host);
  if (inTitle !== '') return { value: inTitle, from: 'title', of: 'site' };
  const line = page.runs.find(({ text }) => text.length <= host.length + SLACK && hostLetters(text) === host);
  if (line !== undefined) return { value: wordsThatSay(line.text, host), from: 'line', of: 'site' };
  return null;
}

/** What the site is called in a network, if that is what its host says. */
function handleOf({ meta }: Evidence, host: string): string | undefined {
  const handle = metaValue(meta, 'twitter:site').replace('@', '');
  return host !== '' && hostLetters(handle) === host ? handle : undefined;
}

/** Spaces, an article and accents that a host lacks. */
const SLACK = 10;

/** "Boing Boing" of "A new hall / Boing Boing", where the host says "boingboing"; empty if it is not there. */
function wordsThatSay(text: string, host: string): string {
  const words = text.trim().split(' ');
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= from + 5 && to <= words.length; to += 1) {
      const said = words.slice(from, to).join(' ');
      if (said.length > host.length + SLACK) break;
      if (words[from] !== 'the' && hostLetters(said) === host)
        return said.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}!]+$/gu, '');
    }
  }
  return '';
}

/** The part of a host that people would call the site: "spiegel" of `www.spiegel.de`. */
function hostWord(address: string): string {
  const labels = parsedUrl(address)?.hostname.split('.') ?? [];
  const main = labels.filter((label) => label !== 'www').slice(0, -1);
  if (main.length > 1 && GENERIC.has(main.at(-1) ?? '')) main.pop();
  return main.at(-1) ?? labels[0] ?? '';
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

const GENERIC = new Set('co com ac gov org net edu ne or go gob gv nom admin'.split(' '));
