/** What one element says of itself: its names, whether it is shown, and the attributes that some signal reads. */
import { attribute, attributeNames, localName, readAttribute } from './dom.ts';
import { addLabel, isLabel } from './labels.ts';
import { collapsed } from './letters.ts';
import { isInline, NO_ATTRIBUTES, type PageNode } from './page.ts';

/** Subtrees that hold no text for readers. `noscript` stays unparsed where scripts run. */
const SKIPPED = new Set('script style noscript template svg canvas object embed audio video'.split(' '));

/** Standard elements that may carry a shadow root; custom ones have a "-" in their name. */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

const READ: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'rel'],
  input: ['type'],
  img: ['src', 'width', 'height', 'data-src', 'alt'],
  link: ['href', 'rel'],
  meta: ['name', 'property', 'http-equiv', 'content'],
  time: ['datetime', 'pubdate'],
  html: ['lang', 'xml:lang'],
  base: ['href'],
  body: ['lang'],
};
const READ_EVERYWHERE: ReadonlySet<string> = new Set(['itemprop', 'datetime', 'content', 'aria-busy']);

/** What is the same for all elements of one name. */
export type ElementKind = {
  /** Local name in lower case. */
  tag: string;
  isSkipped: boolean;
  isInline: boolean;
  mayHost: boolean;
  isFrame: boolean;
  /** Attributes that are read beside those that say what every element is called. */
  reads: ReadonlySet<string>;
};

/** Pages may invent any number of names. */
const MAX_KNOWN = 2_000;
/** By local name as the document has it. */
export const kinds = new Map<string, ElementKind>();
const hintsOf = new Map<string, string>();

/** The kind of an element whose name is met for the first time. */
export function kindOf(element: Element): ElementKind {
  const name = localName(element);
  return remember(kinds, name, newKind(name.toLowerCase()));
}

const newKind = (tag: string): ElementKind => ({
  tag,
  isSkipped: SKIPPED.has(tag),
  isInline: isInline(tag),
  mayHost: HOSTS.has(tag) || tag.includes('-'),
  isFrame: tag === 'iframe' || tag === 'frame',
  reads: Object.hasOwn(READ, tag) ? new Set([...READ_EVERYWHERE, ...(READ[tag] ?? [])]) : READ_EVERYWHERE,
});

function remember<T>(known: Map<string, T>, name: string, value: T): T {
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(name, value);
  return value;
}

/**
 * Writes what an element with attributes says to its node, and to `labels` if they are asked for. Most have few, so
 * asking for their names costs less than asking for each that could be there.
 */
export function readElement(element: Element, { reads }: ElementKind, said: PageNode, labels: string[] | null): void {
  let className = '';
  let id = '';
  let attributes = NO_ATTRIBUTES;
  const names = attributeNames(element);
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] ?? '';
    switch (name) {
      case 'class':
        className = readAttribute(element, name) ?? '';
        if (className.length > 200) className = className.slice(0, 200);
        break;
      case 'id':
        id = readAttribute(element, name) ?? '';
        if (id.length > 80) id = id.slice(0, 80);
        break;
      case 'role':
        said.role = attribute(element, name, 30).toLowerCase();
        break;
      case 'hidden':
        said.hidden = true;
        break;
      case 'aria-hidden':
        said.hidden ||= attribute(element, name, 5) === 'true';
        break;
      case 'style':
        said.hidden ||= isTakenOff(attribute(element, name, 300));
        break;
      default: {
        if (labels !== null && isLabel(name)) addLabel(labels, element, name);
        if (!reads.has(name)) break;
        const value = attribute(element, name, 4_096);
        if (value === '') break;
        if (attributes === NO_ATTRIBUTES) said.attributes = attributes = {};
        attributes[name] = value;
      }
    }
  }
  if (className === '' && id === '') return;
  const own = id === '' ? className : `${className} ${id}`;
  said.hints = hintsOf.get(own) ?? remember(hintsOf, own, divided(own));
}

/** True for an inline style that takes an element off the screen. */
export function isTakenOff(style: string): boolean {
  const small = style.toLowerCase();
  if (!small.includes('none') && !small.includes('hidden')) return false;
  const bare = small.replaceAll(' ', '').replaceAll('\n', '').replaceAll('\t', '');
  return bare.includes('display:none') || bare.includes('visibility:hidden');
}

/**
 * "articleBody main_text" → "article-body main-text", so that one word is found in every spelling. Patterns of its own are
 * asked only where they find something: few names have capitals.
 */
export function divided(names: string): string {
  let small = names.toLowerCase();
  if (small !== names) small = names.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  if (small.includes('_')) small = small.replace(/_+/g, '-');
  return collapsed(small).trim();
}
