/**
 * What came out of a page's process → `Page`. That process may be anybody's: every value is looked at before
 * it is used, nothing is read twice, and what is too much or not as written in packed-page.ts is no page.
 */

import { LIMITS } from '../protocol/limits.ts';
import { MAX_DEPTH, MAX_LABELS, MAX_LINKED_DATA, MAX_NODES, MAX_RUN, MAX_SAID, MAX_TEXT } from './capture-limits.ts';
import { ELEMENT, KINDS, MAX_NAME, SAYING, TEXT } from './packed-page.ts';
import { isInline, type Page, type PageNode } from './page.ts';

/** UTF-16 units of the JSON of one part: several times what `packPage` fills, for JSON may write one sign as six. */
const MAX_PART = 1_500_000;
const MAX_PARTS = 2_000;
/** Elements and texts: as many as the walk visits, and the parts of long texts. */
const MAX_MADE = MAX_NODES + 1_000;
/** UTF-16 units of an address and of a content type. */
const MAX_HEAD = 100_000;
/** Attributes of an element, and units of each. */
const MAX_ATTRIBUTES = 20;
const MAX_VALUE = 4_096;

const NONE: Record<string, string> = {};

/** Null for what is no page. Yields after each part; in whole it takes time with the length of the parts. */
export function* unpackPage(packed: unknown): Generator<void, Page | null> {
  if (!isRecord(packed)) return null;
  const { address, contentType, cut, linkedData, labels, parts } = packed;
  if (
    !isText(address, MAX_HEAD) ||
    !URL.canParse(address) ||
    !isText(contentType, MAX_HEAD) ||
    typeof cut !== 'boolean'
  )
    return null;
  if (!isTexts(linkedData, MAX_LINKED_DATA, MAX_LINKED_DATA) || !Array.isArray(parts)) return null;
  if (!isTexts(labels, LIMITS.markingText, MAX_LABELS * LIMITS.markingText)) return null;
  if (parts.length > MAX_PARTS) return null;
  const page: Page = { address, contentType, cut, linkedData, labels, nodes: [], runs: [] };
  const builder = new Builder(page);
  for (const part of parts) {
    if (!isText(part, MAX_PART) || !builder.add(parse(part))) return null;
    yield;
  }
  builder.end();
  return page;
}

/** Builds the nodes of a page from the parts of a walk. */
class Builder {
  readonly #page: Page;
  /** The open elements, innermost last. */
  readonly #open: { index: number; node: PageNode }[] = [];
  readonly #names = [''];
  /** A line break is a text that the walk does not count. */
  #textLeft = MAX_TEXT + MAX_NODES;
  #saidLeft = MAX_SAID * 2;

  constructor(page: Page) {
    this.#page = page;
  }

  /** False if it is no part, or too much. */
  add(part: unknown): boolean {
    if (!Array.isArray(part)) return false;
    const [steps, names, texts, said] = part as unknown[];
    if (!isTexts(names, MAX_NAME, this.#saidLeft) || !isTexts(texts, MAX_RUN, this.#textLeft)) return false;
    if (!Array.isArray(steps) || !Array.isArray(said)) return false;
    for (const name of names) {
      this.#names.push(name);
      this.#saidLeft -= name.length;
    }
    let nextText = 0;
    let nextSaid = 0;
    for (let at = 0; at < steps.length; at += 1) {
      const step: unknown = steps[at];
      if (!isNumber(step) || this.#page.nodes.length + this.#page.runs.length >= MAX_MADE) return false;
      this.#goUp(Math.floor(step / KINDS));
      const kind = step % KINDS;
      if (kind === TEXT) {
        const text = texts[nextText];
        if (text === undefined) return false;
        nextText += 1;
        this.#textLeft -= text.length;
        this.#page.runs.push({ node: this.#open.at(-1)?.index ?? -1, text });
      } else {
        const tag = this.#nameOf(steps[at + 1]);
        const hints = this.#nameOf(steps[at + 2]);
        const attributes = kind === SAYING ? this.#saidOf(said[nextSaid]) : NONE;
        if (tag === undefined || hints === undefined || attributes === null) return false;
        if (kind === SAYING) nextSaid += 1;
        else if (kind !== ELEMENT) return false;
        at += 2;
        if (this.#open.length >= MAX_DEPTH) return false;
        this.#addElement(tag, hints, attributes);
      }
    }
    return true;
  }

  end(): void {
    this.#goUp(this.#open.length);
  }

  #nameOf(number: unknown): string | undefined {
    return isNumber(number) ? this.#names[number] : undefined;
  }

  #saidOf(said: unknown): Record<string, string> | null {
    if (!isRecord(said)) return null;
    const values = Object.values(said);
    if (values.length > MAX_ATTRIBUTES || !isTexts(values, MAX_VALUE, this.#saidLeft)) return null;
    for (const value of values) this.#saidLeft -= value.length;
    return said as Record<string, string>;
  }

  #addElement(tag: string, hints: string, said: Record<string, string>): void {
    const { nodes, runs } = this.#page;
    const index = nodes.length;
    const around = this.#open.at(-1);
    const { role, hidden } = said;
    const node: PageNode = {
      tag,
      parent: around?.index ?? -1,
      end: 0,
      depth: this.#open.length,
      block: isInline(tag) ? (around?.node.block ?? index) : index,
      hints,
      role: role ?? '',
      hidden: hidden !== undefined,
      attributes: role === undefined && hidden === undefined ? said : withoutThose(said),
      firstRun: runs.length,
      endRun: 0,
    };
    nodes.push(node);
    this.#open.push({ index, node });
  }

  #goUp(levels: number): void {
    for (let left = Math.min(levels, this.#open.length); left > 0; left -= 1) {
      const closed = this.#open.pop();
      if (closed === undefined) return;
      closed.node.end = this.#page.nodes.length;
      closed.node.endRun = this.#page.runs.length;
    }
  }
}

const withoutThose = ({ role: _role, hidden: _hidden, ...attributes }: Record<string, string>) =>
  Object.keys(attributes).length === 0 ? NONE : attributes;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumber = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

const isText = (value: unknown, max: number): value is string => typeof value === 'string' && value.length <= max;

/** A list of texts, each of at most `max` UTF-16 units, and `all` in all. */
function isTexts(value: unknown, max: number, all: number): value is string[] {
  if (!Array.isArray(value)) return false;
  let left = all;
  // Not `every`, which passes over holes: a list may arrive with some.
  for (const text of value) {
    if (!isText(text, max)) return false;
    left -= text.length;
  }
  return left >= 0;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
