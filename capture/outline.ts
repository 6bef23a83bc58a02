/** What the elements of a page hold and stand in: sums and names, each made in one pass over the nodes. */
import type { Block } from './blocks.ts';
import { NODES_PER_PASS, NODES_PER_STEP } from './capture-limits.ts';
import { ARTICLE_BODY, COMMENTS, FURNITURE, SMALL_PRINT } from './hints.ts';
import { inSteps } from './in-steps.ts';
import { NO_ATTRIBUTES, type Page, type PageNode } from './page.ts';

/** Elements that say what the text in them is; each is one bit of `Outline.within`. */
export const PLACES = ['footer', 'header', 'form', 'table', 'list', 'article', 'main', 'section', 'landmark'] as const;

const PLACE_OF: Readonly<Record<string, (typeof PLACES)[number]>> = {
  ul: 'list',
  ol: 'list',
  dl: 'list',
};

const LANDMARKS = new Set(
  `navigation complementary contentinfo banner search dialog alertdialog menu menubar toolbar tooltip alert tablist
   listbox`.split(/\s+/),
);

/** Kinds of names whose closest bearer above a block is looked for. */
const NAMES = [FURNITURE, COMMENTS, ARTICLE_BODY, SMALL_PRINT] as const;
export const NAME_KINDS = ['furniture', 'comments', 'body', 'small'] as const;
const ANY_NAME = NAMES.reduce((bits, { bit }) => bits | bit, 0);

export type Outline = {
  /** Reading length, linked part of it, prose and number of blocks of every subtree. */
  text: Int32Array;
  linked: Int32Array;
  prose: Float64Array;
  blocks: Int32Array;
  /** The closest ancestor that holds more blocks than this node; -1 at the top. */
  wider: Int32Array;
  /** Siblings of the same tag and names (the cards of a list, the posts of a thread, the rows of a table): for every node
   * which of them it is one of, counted from 1; 0 for none. */
  kin: Int32Array;
  /** How many each of these are, and how much text they hold. */
  kinCount: readonly number[];
  kinText: readonly number[];
  /** The same number for the same tag and names; all are below `looks`. */
  look: Int32Array;
  looks: number;
  /** Bits of `PLACES`. */
  within: Int32Array;
  /** The closest node, itself included, that bears any of `NAME_KINDS`; -1 for none. */
  bearer: Int32Array;
  count(tag: string): number;
};

const TAGS_IN_LOOK = 128;

/** For `names` see `Marks`. */
export function* outlineOf(page: Page, blocks: readonly Block[], names: Int32Array): Generator<void, Outline> {
  const size = page.nodes.length;
  const within = new Int32Array(size);
  const look = new Int32Array(size);
  const bearer = new Int32Array(size);
  if (size > 0) bearer[0] = -1;
  const looks = new Map<string, number>();
  const tags = new Map<string, { number: number; bits: number; count: number }>();
  // By their numbers: what `for … of` makes for each of thousands of nodes is felt in a script that runs once.
  yield* inSteps(size, NODES_PER_STEP, (from, to) => {
    for (let index = from; index < to; index += 1) {
      const node = page.nodes[index];
      if (node === undefined) return;
      const above = Math.max(node.parent, 0);
      let ownLook = looks.get(node.hints);
      if (ownLook === undefined) {
        ownLook = looks.size;
        looks.set(node.hints, ownLook);
      }
      let tag = tags.get(node.tag);
      if (tag === undefined) {
        tag = { number: tags.size, bits: placeBit(node.tag), count: 0 };
        tags.set(node.tag, tag);
      }
      tag.count += 1;
      look[index] = ownLook * TAGS_IN_LOOK + (tag.number % TAGS_IN_LOOK);
      within[index] = (within[above] ?? 0) | tag.bits | (node.role === '' ? 0 : ownBits(node));
      const bits = names[index] ?? 0;
      // Most nodes bear none, and are not asked.
      const isBare = bits === 0 && node.attributes === NO_ATTRIBUTES;
      bearer[index] = isBare || (namesOf(node, bits) & ANY_NAME) === 0 ? (bearer[above] ?? -1) : index;
    }
  });
  yield;
  const sums = yield* sumsOf(page, blocks);
  yield;
  return {
    ...sums,
    ...(yield* kinOf(page, sums, look)),
    look,
    looks: looks.size * TAGS_IN_LOOK,
    within,
    bearer,
    count: (tag) => tags.get(tag)?.count ?? 0,
  };
}

const isTop = ({ tag }: PageNode): boolean => tag === 'html' || tag === 'body';

/** The kinds of names that a node bears, as the outline sees it. */
function namesOf(node: PageNode, bits: number): number {
  const { tag } = node;
  if (tag === 'html' || tag === 'body') return 0;
  return node.attributes.itemprop === 'articleBody' ? bits | ARTICLE_BODY.bit : bits;
}

/** Writes for each of `NAME_KINDS` the depth of the closest node at or above `index` that bears it; -1 for none. */
export function readNamed(page: Page, { bearer }: Outline, names: Int32Array, index: number, depths: Int32Array): void {
  depths.fill(-1);
  let missing = ANY_NAME;
  for (let at = bearer[index] ?? -1; at !== -1 && missing !== 0; ) {
    const node = page.nodes[at];
    if (node === undefined) return;
    const found = namesOf(node, names[at] ?? 0) & missing;
    for (let kind = 0; kind < NAMES.length; kind += 1) {
      if ((found & (NAMES[kind]?.bit ?? 0)) !== 0) depths[kind] = node.depth;
    }
    missing &= ~found;
    at = at === 0 ? -1 : (bearer[Math.max(node.parent, 0)] ?? -1);
  }
}

function placeBit(tag: string): number {
  const place = (PLACES as readonly string[]).indexOf(PLACE_OF[tag] ?? tag);
  return place === -1 ? 0 : 1 << place;
}

const bit = (place: (typeof PLACES)[number]): number => 1 << PLACES.indexOf(place);

const ownBits = (node: PageNode): number => (isTop(node) ? 0 : roleBits(node.role));

const roleBits = (role: string): number => (role === 'main' ? bit('main') : LANDMARKS.has(role) ? bit('landmark') : 0);

function* sumsOf(
  page: Page,
  list: readonly Block[],
): Generator<void, Pick<Outline, 'text' | 'linked' | 'prose' | 'blocks'>> {
  const size = page.nodes.length;
  const text = new Int32Array(size);
  const linked = new Int32Array(size);
  const prose = new Float64Array(size);
  const blocks = new Int32Array(size);
  for (let at = 0; at < list.length; at += 1) {
    const block = list[at] as Block;
    const to = block.node;
    text[to] = (text[to] as number) + block.length;
    linked[to] = (linked[to] as number) + block.linked * (block.length / block.text.length);
    prose[to] = (prose[to] as number) + block.prose;
    blocks[to] = (blocks[to] as number) + 1;
  }
  yield;
  // Children stand behind their parents, so one pass backwards adds every subtree up.
  for (let index = size - 1; index > 0; index -= 1) {
    if (index % NODES_PER_PASS === 0) yield;
    const held = blocks[index] as number;
    const to = page.nodes[index]?.parent ?? -1;
    if (held === 0 || to < 0) continue;
    text[to] = (text[to] as number) + (text[index] as number);
    linked[to] = (linked[to] as number) + (linked[index] as number);
    prose[to] = (prose[to] as number) + (prose[index] as number);
    blocks[to] = (blocks[to] as number) + held;
  }
  return { text, linked, prose, blocks };
}

function* kinOf(
  page: Page,
  { blocks, text }: Pick<Outline, 'blocks' | 'text'>,
  look: Int32Array,
): Generator<void, Pick<Outline, 'wider' | 'kin' | 'kinCount' | 'kinText'>> {
  const size = page.nodes.length;
  const wider = new Int32Array(size).fill(-1);
  const kin = new Int32Array(size);
  const groups = new Map<number, number>();
  const kinCount = [0];
  const kinText = [0];
  yield* inSteps(size, NODES_PER_PASS, (from, to) => {
    for (let index = from; index < to; index += 1) {
      const held = blocks[index] as number;
      if (held === 0) continue;
      const parent = page.nodes[index]?.parent ?? -1;
      if (parent < 0) continue;
      wider[index] = (blocks[parent] ?? 0) > held ? parent : (wider[parent] ?? -1);
      const key = (look[index] ?? 0) * size + parent;
      let group = groups.get(key);
      if (group === undefined) {
        group = kinCount.length;
        groups.set(key, group);
        kinCount.push(0);
        kinText.push(0);
      }
      kinCount[group] = (kinCount[group] ?? 0) + 1;
      kinText[group] = (kinText[group] ?? 0) + (text[index] ?? 0);
      kin[index] = group;
    }
  });
  return { wider, kin, kinCount, kinText };
}
