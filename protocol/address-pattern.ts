/**
 * Patterns of paths and values, as address rules use them. A form of its own instead of regular
 * expressions: it comes from a company's file, runs on every address, and never takes more than one
 * pass over the text, whatever is written.
 *
 *   /spaces/{space}/pages/{id:number}/**     segments, one `**` for any number of them
 *   /{base:path}/threads/{slug}.{id:number}  a `path` placeholder is a `**` that is remembered
 *   /showthread.php?{id:number}-{slug}       behind `?`: the first parameter, where it has no value
 *
 * Literals do not mind case. Where several readings were possible a literal between two placeholders
 * is looked for from the end; behind a leading number from the start.
 */

/** What a placeholder takes, each tested in one pass; how it is remembered is said beside. */
const KINDS = {
  any: /^.+$/s,
  number: /^[0-9]+$/,
  /** Lower case. */
  hex: /^[0-9a-f]+$/i,
  /** Lower case without hyphens; with or without them in the address. */
  uuid: /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i,
  /** Letters, digits, `_` and `-`. */
  word: /^[\w-]+$/,
  /** Anything, in lower case. */
  lower: /^.+$/s,
  /** The key of an issue, such as `ABC-12`. */
  key: /^[A-Z][A-Z0-9_]*-[0-9]+$/,
  /** A title in which spaces may be `+`. */
  title: /^.+$/s,
  /** A title of MediaWiki: spaces may be `_`, the first letter may be small. */
  wiki: /^.+$/s,
  /** A number, or base64 of JSON that has it as `id`. */
  thread: /^[\w=-]+$/,
  /** Any number of segments. */
  path: /^.*$/s,
} as const;
type PlaceholderKind = keyof typeof KINDS;

type Placeholder = {
  name: string;
  kind: PlaceholderKind /** Exact number of characters, or null. */;
  length: number | null;
};
/** Literals stand around placeholders: always one more of them. */
type Segment = { literals: string[]; placeholders: Placeholder[] };
type Segments = {
  head: Segment[] /** What takes the rest, if anything does. */;
  rest: { name: string | null } | null;
  tail: Segment[];
};
export type AddressPattern = { path: Segments; query: Segments | null };
/** What the placeholders took, percent-encoded as the address has it. */
export type Bindings = Map<string, string>;

const PLACEHOLDER = /\{([a-z][a-zA-Z]*)(?::([a-z]+)([0-9]{0,2}))?\}/;
const MAX_PLACEHOLDERS = 4;
const isKind = (word: string): word is PlaceholderKind => Object.hasOwn(KINDS, word);

/** Null: not a pattern. A pattern of a path begins with a slash, one of a value need not. */
export function parseAddressPattern(source: string): AddressPattern | null {
  const [path = '', query, ...more] = source.split('?');
  const parsed = { path: parseSegments(path), query: query === undefined ? null : parseSegments(query) };
  if (parsed.path === null || more.length > 0 || (query !== undefined && parsed.query === null)) return null;
  return { path: parsed.path, query: parsed.query };
}

function parseSegments(source: string): Segments | null {
  const segments: Segments = { head: [], rest: null, tail: [] };
  for (const part of splitPath(source)) {
    const named = /^\{([a-z][a-zA-Z]*):path\}$/.exec(part);
    if (part === '**' || named !== null) {
      if (segments.rest !== null) return null;
      segments.rest = { name: named?.[1] ?? null };
      continue;
    }
    const segment = parseSegment(part);
    if (segment === null) return null;
    (segments.rest === null ? segments.head : segments.tail).push(segment);
  }
  return segments;
}

function parseSegment(source: string): Segment | null {
  const [first = '', ...found] = source.split(PLACEHOLDER);
  const segment: Segment = { literals: [first.toLowerCase()], placeholders: [] };
  // A split by a pattern of three groups gives them and the literal behind them, in turn.
  for (let at = 0; at < found.length; at += 4) {
    const [name = '', kind = 'any', digits = '', literal = ''] = found.slice(at, at + 4);
    if (!isKind(kind) || kind === 'path') return null;
    segment.placeholders.push({ name, kind, length: digits === '' || digits === undefined ? null : Number(digits) });
    segment.literals.push(literal.toLowerCase());
  }
  const between = segment.literals.slice(1, -1);
  const isSound = segment.placeholders.length <= MAX_PLACEHOLDERS && !between.includes('');
  return isSound && !segment.literals.some((literal) => /[{}*]/.test(literal)) ? segment : null;
}

/** The names that a pattern binds. */
export function namesOf({ path, query }: AddressPattern): string[] {
  return [path, query].flatMap((part) =>
    part === null
      ? []
      : [
          ...[...part.head, ...part.tail].flatMap(({ placeholders }) => placeholders.map(({ name }) => name)),
          ...(part.rest?.name == null ? [] : [part.rest.name]),
        ],
  );
}

export const splitPath = (path: string): string[] => path.split('/').filter((part) => part !== '');

/** Adds what the placeholders took to `bindings`; false, and nothing of worth in them, if it does not match. */
export function matchSegments(pattern: Segments, parts: readonly string[], bindings: Bindings): boolean {
  const { head, rest, tail } = pattern;
  const fixed = head.length + tail.length;
  if (rest === null ? parts.length !== fixed : parts.length < fixed) return false;
  const tailAt = parts.length - tail.length;
  const fits =
    head.every((segment, at) => matchSegment(segment, parts[at] ?? '', bindings)) &&
    tail.every((segment, at) => matchSegment(segment, parts[tailAt + at] ?? '', bindings));
  if (fits && rest?.name != null) bindings.set(rest.name, parts.slice(head.length, tailAt).join('/'));
  return fits;
}

function matchSegment({ literals, placeholders }: Segment, text: string, bindings: Bindings): boolean {
  const lower = text.toLowerCase();
  const first = literals[0] ?? '';
  if (placeholders.length === 0) return lower === first;
  const last = literals.at(-1) ?? '';
  if (text.length < first.length + last.length || !lower.startsWith(first) || !lower.endsWith(last)) return false;
  let end = text.length - last.length;
  for (let at = placeholders.length - 1; at >= 0; at -= 1) {
    const placeholder = placeholders[at];
    if (placeholder === undefined) return false;
    let start = first.length;
    if (at > 0) {
      const literal = literals[at] ?? '';
      const isBehindNumber = at === 1 && placeholders[0]?.kind === 'number' && placeholder.kind !== 'number';
      const found = isBehindNumber ? lower.indexOf(literal, start) : lower.lastIndexOf(literal, end - literal.length);
      if (found < first.length || found + literal.length > end) return false;
      start = found + literal.length;
      if (!take(placeholder, text.slice(start, end), bindings)) return false;
      end = found;
    } else if (!take(placeholder, text.slice(start, end), bindings)) return false;
  }
  return true;
}

function take({ name, kind, length }: Placeholder, text: string, bindings: Bindings): boolean {
  if (!KINDS[kind].test(text) || (length !== null && text.length !== length)) return false;
  const value = remember(kind, text);
  if (value === null) return false;
  bindings.set(name, value);
  return true;
}

/** A value as it is remembered, so that its spellings become one; null if it is none of its kind after all. */
function remember(kind: PlaceholderKind, text: string): string | null {
  if (kind === 'hex' || kind === 'lower') return text.toLowerCase();
  if (kind === 'uuid') return text.toLowerCase().replaceAll('-', '');
  if (kind === 'title') return text.replaceAll('%20', '+');
  if (kind === 'wiki') return wikiTitle(text);
  return kind === 'thread' ? threadNumber(text) : text;
}

function wikiTitle(text: string): string {
  const title = text.replaceAll('%20', '_').replaceAll('%2B', '+');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function threadNumber(text: string): string | null {
  if (/^[0-9]+$/.test(text)) return text;
  try {
    return /"id":"([0-9]+)"/.exec(atob(text.replaceAll('-', '+').replaceAll('_', '/')))?.[1] ?? null;
  } catch {
    return null;
  }
}
