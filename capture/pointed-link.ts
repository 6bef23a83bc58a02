/** What a page says of one of its links; nobody asks the page that it leads to. */
import { attribute, tagOf } from './dom.ts';
import { elementsAround, elementsAt, elementsOf, isLongerThan, lineOf, namesOf, visibleTextOf } from './pointed.ts';

export type PointedLink = { title: string; excerpt: string; lang: string };

/** Links that say what to do and not what they lead to. */
const SAYS_NOTHING =
  /^(?:(?:hier|mehr|weiter|details?|link|here|more|click here|read on|continue|ansehen|anzeigen|öffnen|view|open|download|herunterladen)(?:\s*(?:lesen|erfahren|reading|info(?:s|rmationen)?|details))?|(?:weiter|mehr dazu |jetzt )?(?:lesen|erfahren)|(?:zum|zur) (?:artikel|beitrag|meldung|seite)|read (?:more|article)|learn more|find out more)[\s.…:»›→>]*$/iu;

/** Longer names are told by their beginning. UTF-16 units. */
const MAX_NAME = 500;

/** More text than this is no card but the page around it. UTF-16 units. */
const MAX_CARD = 2_000;
const MIN_EXCERPT = 40;

export function readLink(document: Document, address: string): PointedLink {
  const links = elementsAt(document, address, ['a', 'area'], (element) => [
    attribute(element, 'href', 4_096),
    attribute(element, 'xlink:href', 4_096),
  ]);
  const [first] = links;
  if (first === undefined) return { title: '', excerpt: '', lang: '' };
  const own = ownTitle(first);
  const card = cardAround(first);
  const title = own || (card === null ? '' : headingOf(card)) || links.map(ownTitle).find((name) => name !== '') || '';
  const around = card ?? blockAround(first);
  return {
    title,
    excerpt: around === null ? '' : excerptOf(around, [title, lineOf(first)]),
    lang: attribute(first, 'hreflang', 35),
  };
}

/** The first that says something: the words of the link, its names for those who do not see it, an image in it. */
function ownTitle(link: Element): string {
  // A whole card can be a link: its heading is the name.
  const names = [headingOf(link), lineOf(link), attribute(link, 'aria-label'), attribute(link, 'title')];
  for (const element of elementsOf(link)) if (tagOf(element) === 'img') names.push(attribute(element, 'alt'));
  return names.map((name) => name.trim()).find(saysSomething) ?? '';
}

function saysSomething(name: string): boolean {
  const beginning = name.slice(0, MAX_NAME);
  return /[\p{L}\p{N}]/u.test(beginning) && !SAYS_NOTHING.test(beginning);
}

/** The smallest part of the page around a link that has a heading of its own. */
function cardAround(link: Element): Element | null {
  for (const element of elementsAround(link, 8)) {
    if (isLongerThan(element, MAX_CARD)) return null;
    // A link can stand in the heading itself.
    if (!/^h[1-6]$/.test(tagOf(element)) && headingOf(element) !== '') return element;
  }
  return null;
}

function headingOf(root: Element): string {
  for (const element of [root, ...elementsOf(root)])
    if (/^h[1-6]$/.test(tagOf(element)) || attribute(element, 'role') === 'heading') return lineOf(element);
  return '';
}

function blockAround(link: Element): Element | null {
  for (const element of elementsAround(link, 4))
    if (/^(?:p|li|td|dd|blockquote|figcaption)$/.test(tagOf(element))) return element;
  return null;
}

/** The first part of a card that is a sentence: one that is named so, else a line that is long enough. */
function excerptOf(card: Element, without: readonly string[]): string {
  for (const element of elementsOf(card))
    if (/(?:teaser|summary|excerpt|abstract|description|lead|intro)(?:[-_]?text)?\b/i.test(namesOf(element))) {
      const line = lineOf(element);
      if (line.length >= MIN_EXCERPT && !without.includes(line) && !/^(?:a|h\d)$/.test(tagOf(element))) return line;
    }
  const lines = visibleTextOf(card)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim());
  return lines.find((line) => line.length >= MIN_EXCERPT && !without.includes(line)) ?? '';
}
