/** What a page that declares no name of its site shows of it: in its title, at the link home, or where it spells its host. */
import type { Evidence } from './evidence.ts';
import { hostLetters, hostWord, isAddress, isKin, lettersOf } from './host-letters.ts';
import { metaValue } from './meta.ts';
import { type Page, textIn } from './page.ts';

export type Named = {
  value: string;
  from: string;
  /** Whose name it is: of the site, of whoever publishes on it, or of an app or a company behind both. */
  of: 'site' | 'publisher' | 'other';
};

const isAddressOrTemplate = (small: string): boolean =>
  small.startsWith('http:') || small.startsWith('https:') || small.includes('{{');

/** False for addresses, texts and templates that nobody filled. */
export const isNaming = (text: string): boolean =>
  text !== '' && text.length <= 120 && !isAddressOrTemplate(text.toLowerCase());

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
export function shownName(evidence: Evidence, title: string): Named | null {
  const host = hostLetters(hostWord(evidence.page.address));
  const whole = titleTag(evidence);
  const parts = titleParts(whole, title);
  const links = homeLinks(evidence);
  const names = links.filter((name) => !isAddress(name));
  const saysIt = (name: string): boolean => saysHost(name, host);
  const sharesWord = (name: string): boolean => isKin(name, host);
  const beginsSo = (name: string): boolean => host.length > 2 && hostLetters(name).startsWith(host);
  const isTitled = title !== '' && whole.toLowerCase().includes(title.toLowerCase());
  const titled = lettersOf(whole);
  return (
    named(partsOf(whole).findLast(saysIt) ?? parts.findLast(beginsSo), 'title') ??
    named(names.find(saysIt), 'link home') ??
    named(parts.findLast(sharesWord), 'title') ??
    named(names.find(sharesWord), 'link home') ??
    named(wordsThatSay(whole, host), 'title') ??
    named(lineThatSays(evidence, host), 'line') ??
    named(isTitled ? parts.at(-1) : undefined, 'title') ??
    named(
      links.find((name) => saysIt(name) || (name.length > 3 && titled.includes(lettersOf(name)))),
      'link home',
    ) ??
    named(handleOf(evidence, host), 'meta twitter:site')
  );
}

const named = (value: string | undefined, from: string): Named | null =>
  value === undefined ? null : { value, from, of: 'site' };

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
  for (let index = 0; index < page.nodes.length; index += 1) {
    const { tag, end, attributes } = page.nodes[index] as Page['nodes'][number];
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

/** Spaces, an article and accents that a host lacks. */
const SLACK = 10;
const SHORTEST_HOST = 3;
const MAX_WORDS = 6;
/** Texts of that length that are read letter by letter. */
const MAX_LINES = 1_000;

/** "Boing Boing" of "A new hall / Boing Boing", where the host says "boingboing". */
function wordsThatSay(text: string, host: string): string | undefined {
  if (host.length < SHORTEST_HOST) return undefined;
  const words = text.trim().split(' ');
  for (let from = 0; from < words.length; from += 1) {
    if (words[from] === 'the') continue;
    for (let to = from + 1; to <= words.length && to <= from + MAX_WORDS; to += 1) {
      const said = words.slice(from, to).join(' ');
      if (said.length > host.length + SLACK) break;
      if (hostLetters(said) === host) return said.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}!]+$/gu, '');
    }
  }
  return undefined;
}

/** The host as the page spells it in a text that says nothing else. */
function lineThatSays({ page }: Evidence, host: string): string | undefined {
  if (host.length < SHORTEST_HOST) return undefined;
  let left = MAX_LINES;
  for (let at = 0; at < page.runs.length; at += 1) {
    const text = page.runs[at]?.text ?? '';
    if (text.length < host.length || text.length > host.length + SLACK) continue;
    if (hostLetters(text) === host) return wordsThatSay(text, host);
    left -= 1;
    if (left === 0) return undefined;
  }
  return undefined;
}

/** What the site is called in a network, if that is what its host says. */
function handleOf({ meta }: Evidence, host: string): string | undefined {
  const handle = metaValue(meta, 'twitter:site').replace('@', '');
  return saysHost(handle, host) ? handle : undefined;
}
