/** What the elements of a page hold and stand in: sums and names, each made in one pass over the nodes. */
import type { Block } from './blocks.ts';
import { NODES_PER_PASS, NODES_PER_STEP } from './capture-limits.ts';
import { ARTICLE_BODY, COMMENTS, FURNITURE, SMALL_PRINT } from './hints.ts';
import { NO_ATTRIBUTES, type Page, type PageNode } from './page.ts';
import { inSteps } from './in-steps.ts';

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

/** Siblings of the same tag and names: the cards of a list, the posts of a thread, the rows of a table. */
type Kin = { count: number; text: number };

export type Outline = {
  /** Reading length, linked part of it, prose and number of blocks of every subtree. */
  text: Float64Array;
  linked: Float64Array;
  prose: Float64Array;
  blocks: Int32Array;
  /** The closest ancestor that holds more blocks than this node; -1 at the top. */
  wider: Int32Array;
  kin: readonly (Kin | undefined)[];
  /** The same number for the same tag and names. */
  look: Int32Array;
  /** Bits of `PLACES`. */
  within: Int32Array;
  /** For every kind of name the depth of the closest node that bears it, itself included; -1 for none. */
  named: readonly Int16Array[];
  count(tag: string): number;
};

/** For `names` see `Marks`. */
export function* outlineOf(page: Page, blocks: readonly Block[], names: Int32Array): Generator<void, Outline> {
  const size = page.nodes.length;
  const within = new Int32Array(size);
  const look = new Int32Array(size);
  const named = NAMES.map(() => new Int16Array(size).fill(-1));
  const looks = new Map<string, number>();
  const tags = new Map<string, { number: number; bits: number; count: number }>();
  // By their numbers: what `for … of` makes for each of thousands of nodes is felt in a script that runs once.
  yield* inSteps(size, NODES_PER_STEP, (from, to) => {
    for (let index = from; index < to; index += 1) {
      const node = page.nodes[index];
      if (node === undefined) return;
      const above = Math.max(node.parent, 0);
      const isTop = node.tag === 'html' || node.tag === 'body';
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
      look[index] = ownLook * 128 + (tag.number % 128);
      within[index] = (within[above] ?? 0) | tag.bits | (isTop ? 0 : ownBits(node));
      const isBody = node.attributes !== NO_ATTRIBUTES && node.attributes.itemprop === 'articleBody';
      const bits = isTop ? 0 : isBody ? (names[index] ?? 0) | ARTICLE_BODY.bit : (names[index] ?? 0);
      for (let kind = 0; kind < named.length; kind += 1) {
        const depths = named[kind];
        const bit = NAMES[kind]?.bit ?? 0;
        if (depths !== undefined) depths[index] = (bits & bit) === 0 ? (depths[above] ?? -1) : node.depth;
      }
    }
  });
  yield;
  const sums = yield* sumsOf(page, blocks);
  yield;
  return {
    ...sums,
    ...(yield* kinOf(page, sums, look)),
    look,
    within,
    named,
    count: (tag) => tags.get(tag)?.count ?? 0,
  };
}

function placeBit(tag: string): number {
  const place = (PLACES as readonly string[]).indexOf(PLACE_OF[tag] ?? tag);
  return place === -1 ? 0 : 1 << place;
}

const bit = (place: (typeof PLACES)[number]): number => 1 << PLACES.indexOf(place);

const ownBits = ({ role }: PageNode): number =>
  role === '' ? 0 : role === 'main' ? bit('main') : LANDMARKS.has(role) ? bit('landmark') : 0;

function* sumsOf(
  page: Page,
  blocks: readonly Block[],
): Generator<void, Pick<Outline, 'text' | 'linked' | 'prose' | 'blocks'>> {
  const size = page.nodes.length;
  const sums = {
    text: new Float64Array(size),
    linked: new Float64Array(size),
    prose: new Float64Array(size),
    blocks: new Int32Array(size),
  };
  const add = (to: number, text: number, linked: number, prose: number, count: number): void => {
    sums.text[to] = (sums.text[to] ?? 0) + text;
    sums.linked[to] = (sums.linked[to] ?? 0) + linked;
    sums.prose[to] = (sums.prose[to] ?? 0) + prose;
    sums.blocks[to] = (sums.blocks[to] ?? 0) + count;
  };
  for (const { node, text, length, linked, prose } of blocks) {
    add(node, length, linked * (length / text.length), prose, 1);
  }
  yield;
  // Children stand behind their parents, so one pass backwards adds every subtree up.
  for (let index = size - 1; index > 0; index -= 1) {
    if (index % NODES_PER_PASS === 0) yield;
    const parent = page.nodes[index]?.parent ?? -1;
    if (parent < 0 || sums.blocks[index] === 0) continue;
    const { text, linked, prose, blocks: held } = sums;
    add(parent, text[index] ?? 0, linked[index] ?? 0, prose[index] ?? 0, held[index] ?? 0);
  }
  return sums;
}

function* kinOf(
  page: Page,
  { blocks, text }: Pick<Outline, 'blocks' | 'text'>,
  look: Int32Array,
): Generator<void, Pick<Outline, 'wider' | 'kin'>> {
  const wider = new Int32Array(page.nodes.length).fill(-1);
  const groups = new Map<number, Kin>();
  const kin: (Kin | undefined)[] = Array.from({ length: page.nodes.length });
  yield* inSteps(page.nodes.length, NODES_PER_PASS, (from, to) => {
    for (let index = from; index < to; index += 1) {
      const parent = page.nodes[index]?.parent ?? -1;
      const held = blocks[index] ?? 0;
      if (held === 0 || parent < 0) continue;
      wider[index] = (blocks[parent] ?? 0) > held ? parent : (wider[parent] ?? -1);
      const key = parent * 2 ** 26 + (look[index] ?? 0);
      let group = groups.get(key);
      if (group === undefined) {
        group = { count: 0, text: 0 };
        groups.set(key, group);
      }
      group.count += 1;
      group.text += text[index] ?? 0;
      kin[index] = group;
    }
  });
  return { wider, kin };
}
