/** What a page states as its text and its description apart from what it shows. */
import { type Meta, metaValue } from './meta.ts';

/** A set of word groups that tells whether a passage stands in a text without searching the text for it. */
export type Prints = ReadonlySet<string>;

const GROUP = 4;
/** UTF-16 units of stated text that are compared: more would be a book, or a trap. */
const MAX_STATED = 120_000;
const NAMES = /"(?:articleBody|reviewBody|text)"\s*:\s*"/g;
const SHORTEST = 200;

/** The texts in linked data, whatever they belong to. */
export function statedText(sources: readonly string[]): Prints {
  const prints = new Set<string>();
  let left = MAX_STATED;
  for (const source of sources) {
    for (const found of source.matchAll(NAMES)) {
      const start = found.index + found[0].length;
      const text = source.slice(start, Math.min(endOfString(source, start), start + left));
      if (text.length < SHORTEST) continue;
      left -= text.length;
      addPrints(prints, unescaped(text));
    }
  }
  return prints;
}

export function statedDescription(meta: Meta): Prints {
  const prints = new Set<string>();
  for (const name of ['description', 'og:description', 'twitter:description']) addPrints(prints, metaValue(meta, name));
  return prints;
}

/** 1 if most of a passage stands in the stated text, 0.5 if some of it does, -1 if nothing; 0 if too little is known. */
export function stands(text: string, prints: Prints): number {
  if (prints.size === 0) return 0;
  const words = wordsOf(text.slice(0, 400));
  let tried = 0;
  let found = 0;
  const step = Math.max(1, Math.floor((words.length - GROUP) / 3));
  for (let at = 0; at + GROUP <= words.length; at += step) {
    tried += 1;
    if (prints.has(words.slice(at, at + GROUP).join(' '))) found += 1;
  }
  return tried === 0 ? 0 : found * 2 >= tried ? 1 : found > 0 ? 0.5 : -1;
}

/** Where a JSON string ends that begins at `start`. */
function endOfString(source: string, start: number): number {
  let end = source.indexOf('"', start);
  while (end !== -1 && isEscaped(source, end)) end = source.indexOf('"', end + 1);
  return end === -1 ? source.length : end;
}

function isEscaped(source: string, at: number): boolean {
  let slashes = 0;
  while (slashes < 8 && source[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

const unescaped = (json: string): string =>
  json
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\./g, ' ')
    .replace(/<[^>]{1,200}>|&nbsp;/g, ' ');

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function addPrints(prints: Set<string>, text: string): void {
  const words = wordsOf(text);
  for (let at = 0; at + GROUP <= words.length; at += 1) prints.add(words.slice(at, at + GROUP).join(' '));
}
