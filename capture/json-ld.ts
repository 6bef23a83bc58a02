/** What a page says of itself as linked data (schema.org in JSON-LD): often exact, sometimes broken, never trusted. */
import { MAX_FIELD, MAX_LINKED_VALUES, NODES_PER_STEP } from './capture-limits.ts';
import { decodeEntities } from './entities.ts';
import { collapsed } from './letters.ts';
import { parsedUrl } from './parsed-url.ts';

type Json = Readonly<Record<string, unknown>>;

/** One schema.org thing with the properties that capture reads; every list may be empty. */
export type Thing = {
  types: string[];
  headline: string;
  name: string;
  authors: string[];
  publisher: string;
  published: string;
  modified: string;
  description: string;
  image: string;
  language: string;
  /** The page that it says it is on (`url`, `mainEntityOfPage`); empty if it does not say. */
  address: string;
  /** True if it says that it is not free to read (`isAccessibleForFree`). */
  paid: boolean;
  /** CSS selectors of the parts that are not. */
  paidParts: string[];
};

const ARTICLE = ['article', 'posting', 'newsitem', 'report'];
/** Units of UTF-16 that take a step of their own to be parsed. */
const LONG = 20_000;
const SUBJECT = ['review', 'recipe', 'webpage', 'podcastepisode', 'videoobject', 'course', 'event', 'product'];
/** What a page merely points to is not the page. */
const OTHERS = new Set(
  'author publisher creator isPartOf comment review citation mentions about hasPart itemListElement'.split(' '),
);

/**
 * Things in the order in which the page's subject is most likely among them: articles first, of them
 * the one that gives the page's own address; the rest as they stand.
 */
export function* readLinkedData(sources: readonly string[], pageAddress = ''): Generator<void, Thing[]> {
  const roots: unknown[] = [];
  for (const source of sources) {
    roots.push(parse(source));
    if (source.length > LONG) yield;
  }
  const known = identified(roots);
  const things: Thing[] = [];
  for (const [at, source] of sources.entries()) {
    const read = roots[at] === null ? salvaged(source) : yield* thingsOf(roots[at], known);
    for (const thing of read) things.push(thing);
  }
  const own = pathOf(pageAddress);
  const rank = (thing: Thing): number => {
    if (!isArticle(thing)) return isOneOf(thing, SUBJECT) ? 3 : 4;
    return thing.address === '' ? 1 : pathOf(thing.address) === own ? 0 : 2;
  };
  return things.sort((a, b) => rank(a) - rank(b));
}

function pathOf(address: string): string {
  const path = parsedUrl(address, 'https://page.invalid')?.pathname ?? '';
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

/** The objects that others refer to by `@id`, as graphs of linked data do with people and publishers. */
function identified(roots: readonly unknown[]): ReadonlyMap<string, Json> {
  const known = new Map<string, Json>();
  const queue: unknown[] = [...roots];
  for (let at = 0; at < queue.length && at < MAX_LINKED_VALUES; at += 1) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, 500));
    if (!isJson(value)) continue;
    const id = value['@id'];
    if (typeof id === 'string' && typeof value.name === 'string') known.set(id, value);
    for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) queue.push(inner);
  }
  return known;
}

/** What can still be read of linked data that is no JSON: one brace too many, a quotation mark inside a text. */
function salvaged(source: string): Thing[] {
  const found: Record<string, string> = {};
  const pairs = source
    .slice(0, 50_000)
    .matchAll(/"(@type|headline|datePublished|dateModified)"\s*:\s*"([^"\\]{1,300})"/g);
  for (const [, key = '', value = ''] of pairs) found[key] ??= value;
  return found['@type'] === undefined ? [] : [thing(found, new Map())];
}

export const isArticle = (thing: Thing): boolean => isOneOf(thing, ARTICLE);

/** @param parts in small letters, of which a type must have one */
export const isOneOf = ({ types }: Pick<Thing, 'types'>, parts: readonly string[]): boolean =>
  types.some((type) => {
    const small = type.toLowerCase();
    return parts.some((part) => small.includes(part));
  });

/** JSON as pages really write it: in comments or CDATA, with raw line breaks or a comma too many. */
function parse(source: string): unknown {
  const bare = source.trim();
  // Nearly all of it is nothing but JSON; four patterns over all of it are dear.
  if (bare.startsWith('{') || bare.startsWith('[')) {
    try {
      return JSON.parse(bare);
    } catch {
      // What it is wrapped in or broken by is looked for below.
    }
  }
  const text = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    .replace(/;\s*$/, '');
  for (const attempt of [() => text, () => repaired(text)]) {
    try {
      return JSON.parse(attempt());
    } catch {
      // Broken linked data is common and says nothing about the rest of the page.
    }
  }
  return null;
}

const repaired = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1');

/** Every typed object, however deep, breadth first and without recursion. */
function* thingsOf(root: unknown, known: ReadonlyMap<string, Json>): Generator<void, Thing[]> {
  const things: Thing[] = [];
  const queue: unknown[] = [root];
  for (let at = 0; at < queue.length && at < MAX_LINKED_VALUES; at += 1) {
    if (at % NODES_PER_STEP === NODES_PER_STEP - 1) yield;
    const value = queue[at];
    if (Array.isArray(value)) for (const item of value.slice(0, MAX_LINKED_VALUES)) queue.push(item);
    if (!isJson(value)) continue;
    if (value['@type'] !== undefined) things.push(thing(value, known));
    for (const [key, inner] of Object.entries(value)) {
      if (OTHERS.has(key)) continue;
      if (typeof inner === 'object' && inner !== null) queue.push(inner);
    }
  }
  return things;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function thing(json: Json, known: ReadonlyMap<string, Json>): Thing {
  return {
    types: texts(json['@type']),
    headline: first(json.headline) || first(json.alternativeHeadline),
    name: first(json.name),
    authors: [...names(json.author, known), ...(json.author === undefined ? names(json.creator, known) : [])],
    publisher: names(json.publisher, known)[0] ?? '',
    published: first(json.datePublished) || first(json.dateCreated) || first(json.uploadDate),
    modified: first(json.dateModified),
    description: first(json.description),
    image: address(json.image) || address(json.thumbnailUrl),
    language: first(json.inLanguage),
    address: address(json.mainEntityOfPage) || address(json.url),
    paid: isPaid(json),
    paidParts: parts(json)
      .filter(isPaid)
      .flatMap(({ cssSelector }) => texts(cssSelector)),
  };
}

/** Written as a boolean or as its word. */
const isPaid = ({ isAccessibleForFree: free }: Json): boolean =>
  free === false || first(free).toLowerCase() === 'false';

const parts = ({ hasPart }: Json): Json[] =>
  hasPart === undefined ? [] : (Array.isArray(hasPart) ? hasPart.slice(0, 20) : [hasPart]).filter(isJson);

/** The strings in a value that may be one, many or objects with an `@value`. */
function texts(value: unknown): string[] {
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value.slice(0, 50) : [value];
  return list
    .map((item) => (isJson(item) ? (item['@value'] ?? item['@id']) : item))
    .filter((item) => typeof item === 'string')
    .map(plain)
    .filter((text) => text !== '');
}

const plain = (text: string): string => collapsed(decodeEntities(text.slice(0, MAX_FIELD))).trim();

/** Most values are missing or one text: no lists are made of these. */
const first = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? plain(value) : (texts(value)[0] ?? '');

/** Names of people or organisations, given as text, as things or as references to things. */
function names(value: unknown, known: ReadonlyMap<string, Json>): string[] {
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value.slice(0, 50) : [value];
  return list.flatMap((item) => {
    if (!isJson(item)) return texts(item);
    const id = item['@id'];
    return texts(item.name ?? (typeof id === 'string' ? known.get(id)?.name : undefined));
  });
}

function address(value: unknown): string {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one === 'string') return one;
  return isJson(one) ? first(one.url) || first(one.contentUrl) || first(one['@id']) : '';
}
