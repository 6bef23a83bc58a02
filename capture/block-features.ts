/**
 * What the text model knows of each block: its words, where it stands, its company, and the page. Plain
 * numbers in a fixed order, cheap to read and the same in every browser.
 */
import { companyOf, looksOf, orderOf, PARAGRAPH } from './block-company.ts';
import type { Block } from './blocks.ts';
import { BLOCKS_PER_STEP } from './capture-limits.ts';
import type { Evidence } from './evidence.ts';
import { inSteps } from './in-steps.ts';
import { metaValue } from './meta.ts';
import { NAME_KINDS, outlineOf, PLACES, readNamed } from './outline.ts';
import { PAGE_FEATURES, pageFeatures } from './page-features.ts';
import { ruledText } from './ruled-text.ts';
import { FINE } from './text-model.ts';
import { headingKind, log, readWords, WORD_FEATURES } from './text-words.ts';
import type { Title } from './title.ts';

const list = (names: string): string[] => names.trim().split(/\s+/);

const PLACE_FEATURES = list(`tag removed ${PLACES.join(' ')} ${NAME_KINDS.join(' ')}`);
const CONTAINER_FEATURES = list('ruled inContainer belowContainer containerPart');
const ORDER_FEATURES = list('part titleBlocks titleText repeated');
const WIDER_FEATURES = list(`kin
  text1 links1 blocks1 part1 prose1 kin1 kinText1 text2 links2 blocks2 part2 prose2 kin2 kinText2
  text3 links3 blocks3 part3 prose3 kin3 kinText3`);
const LOOK_FEATURES = list('lookCount lookText lookLinks lookProse lookPart');
const COMPANY_FEATURES = list(`lengthBefore shareBefore tagBefore lengthAfter shareAfter tagAfter sameAfter
  proseBefore proseAfter linksBefore linksAfter sinceProse untilProse proseKin
  headKind headBlocks headTag inDescription talkSeen gapSeen`);
const COLUMN_FEATURES = list('climb climbBack nodesSince column columnUp columnSide columnPart');

export const BLOCK_FEATURES: readonly string[] = [
  ...WORD_FEATURES,
  ...PLACE_FEATURES,
  ...CONTAINER_FEATURES,
  ...ORDER_FEATURES,
  ...WIDER_FEATURES,
  ...LOOK_FEATURES,
  ...COMPANY_FEATURES,
  ...COLUMN_FEATURES,
  ...PAGE_FEATURES,
];
export const WIDTH = BLOCK_FEATURES.length;

/** Numbers that a block has in common with its neighbours, and where they stand among theirs. */
const [LENGTH, LINKS, TAG] = [0, 2, WORD_FEATURES.length];
const AFTER = BLOCK_FEATURES.indexOf('lengthAfter');
/** How many numbers there are of each of the wider parts that hold a block, and of its look. */
const WIDER_WIDTH = 7;

const TAGS = new Map(
  list('p h1 h2 h3 h4 h5 h6 li td th dt dd blockquote pre figcaption caption div section article header').map(
    (tag, at) => [tag, at + 1],
  ),
);
const SECTION_HEADS = new Set(list('h2 h3 h4 h5 h6'));
const FAR = 60;
/** So many equal signs at its beginning make a block a quote from the page's description. */
const QUOTED = 40;

export type Candidates = {
  blocks: readonly Block[];
  /** How many blocks that no text holds stood before each block, since the one before it. */
  gaps: readonly number[];
};

/** One row of `WIDTH` numbers a block, row after row, each times `FINE`. */
export function* blockFeatures(
  evidence: Evidence,
  title: Title,
  { blocks, gaps }: Candidates,
): Generator<void, Int32Array> {
  const { page, regions, meta, marks } = evidence;
  const { nodes } = page;
  const outline = yield* outlineOf(page, blocks, marks.names);
  const { container, kept } = yield* ruledText(page, regions, title, blocks);
  yield;
  const { text: held, linked, prose, look: lookOf } = outline;
  const looks = looksOf(blocks, ({ node }) => {
    const parent = nodes[node]?.parent ?? -1;
    return (lookOf[node] ?? 0) * outline.looks + (parent < 0 ? 0 : (lookOf[parent] ?? 0));
  });
  yield;
  const order = orderOf(blocks, title, nodes);
  const description = [metaValue(meta, 'description'), metaValue(meta, 'og:description')].join(' ');
  yield;

  const top = Math.max(container, 0);
  const containerStart = container;
  const containerEnd = nodes[container]?.end ?? nodes.length;
  const topDepth = nodes[top]?.depth ?? 0;
  const containerText = Math.max(1, held[top] ?? 1);
  const total = Math.max(1, held[0] ?? 0);
  const totalProse = Math.max(1, prose[0] ?? 0);
  const pageValues = Int32Array.from(pageFeatures(evidence, blocks, outline, container), (value) => value * FINE);

  yield;
  const column = columnOf(page, blocks);
  yield;
  const columnDepth = nodes[column]?.depth ?? 0;
  const columnEnd = nodes[column]?.end ?? 0;
  const columnPart = (prose[column] ?? 0) / totalProse;
  /** Levels from `from` up to the element that holds both. */
  const climb = (from: number, to: number): number => {
    let levels = 0;
    for (let up = from; up >= 0 && !(to >= up && to < (nodes[up]?.end ?? 0)); up = nodes[up]?.parent ?? -1) levels += 1;
    return levels;
  };

  const rows = new Int32Array(blocks.length * WIDTH);
  /** Writes what a part that holds a block says of it, `up` being no part at all at -1. */
  const writeWider = (up: number, cell: number): void => {
    const isTop = up === -1;
    const text = held[up] ?? 0;
    const kin = outline.kin[up] ?? 0;
    const count = kin === 0 ? 1 : (outline.kinCount[kin] ?? 1);
    rows[cell] = isTop ? -FINE : log(text) * FINE;
    rows[cell + 1] = isTop ? -FINE : ((linked[up] ?? 0) / Math.max(1, text)) * FINE;
    rows[cell + 2] = isTop ? -FINE : (outline.blocks[up] ?? 0) * FINE;
    rows[cell + 3] = isTop ? FINE : (text / total) * FINE;
    rows[cell + 4] = isTop ? FINE : ((prose[up] ?? 0) / totalProse) * FINE;
    rows[cell + 5] = isTop ? -FINE : Math.min(99, count) * FINE;
    rows[cell + 6] = kin === 0 ? -FINE : log((outline.kinText[kin] ?? 0) / count) * FINE;
  };
  /** Where the numbers of each part were written first: many blocks are in the same. */
  const widerAt = new Int32Array(nodes.length);
  const depths = new Int32Array(NAME_KINDS.length).fill(-1);
  let bearer = -1;
  yield;
  const company = companyOf(blocks);
  yield;
  const seen = new Set<string>();
  let heading = { at: -FAR, kind: 0, tag: 0 };
  let before = 0;
  let insideBefore = 0;
  let talk = 0;
  let gapSum = 0;
  let paragraph: Block | undefined;

  yield* inSteps(blocks.length, BLOCKS_PER_STEP, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const block = blocks[at];
      if (block === undefined) return;
      const { node: index, text, length } = block;
      const node = nodes[index];
      if (node === undefined) continue;
      const { tag, depth, parent } = node;
      const row = at * WIDTH;
      const next = readWords(block, rows, row);

      const places = outline.within[index] ?? 0;
      const isRemoved = regions.removed(index);
      gapSum += gaps[at] ?? 0;
      rows[next] = (TAGS.get(tag) ?? 0) * FINE;
      rows[next + 1] = isRemoved ? FINE : 0;
      let cell = next + 2;
      for (let place = 0; place < PLACES.length; place += 1) {
        rows[cell] = (places & (1 << place)) === 0 ? 0 : FINE;
        cell += 1;
      }
      const named = outline.bearer[index] ?? -1;
      if (named !== bearer) {
        bearer = named;
        readNamed(page, outline, marks.names, index, depths);
      }
      for (let kind = 0; kind < NAME_KINDS.length; kind += 1) {
        const above = depths[kind] ?? -1;
        rows[cell] = (above === -1 ? FAR : Math.min(FAR, depth - above)) * FINE;
        cell += 1;
      }

      const isInside = index >= containerStart && index < containerEnd;
      rows[cell] = kept.has(block) ? FINE : 0;
      rows[cell + 1] = isInside ? FINE : 0;
      rows[cell + 2] = isInside ? (depth - topDepth) * FINE : -FINE;
      rows[cell + 3] = isInside ? (insideBefore / containerText) * FINE : index < containerStart ? -FINE : 2 * FINE;
      if (isInside) insideBefore += length;

      const far = order.titleAt === -1 ? 0 : at - order.titleAt;
      rows[cell + 4] = (before / total) * FINE;
      rows[cell + 5] = Math.max(-FAR, Math.min(2 * FAR, far)) * FINE;
      rows[cell + 6] = Math.sign(far) * log(Math.abs(before - order.titleText)) * FINE;
      rows[cell + 7] = seen.has(text) ? FINE : 0;
      seen.add(text);
      before += length;

      const kin = outline.kin[index] ?? 0;
      rows[cell + 8] = (kin === 0 ? 1 : Math.min(99, outline.kinCount[kin] ?? 1)) * FINE;
      cell += 9;
      for (let level = 0, up = index; level < 3; level += 1) {
        up = up === -1 ? -1 : (outline.wider[up] ?? -1);
        const first = up === -1 ? 0 : (widerAt[up] ?? 0);
        if (first === 0) {
          writeWider(up, cell);
          if (up !== -1) widerAt[up] = cell;
        } else rows.copyWithin(cell, first, first + WIDER_WIDTH);
        cell += WIDER_WIDTH;
      }

      const look = looks[at];
      if (look !== undefined) {
        if (look.cell === 0) {
          look.cell = cell;
          rows[cell] = Math.min(99, look.count) * FINE;
          rows[cell + 1] = log(look.text / look.count) * FINE;
          rows[cell + 2] = (look.linked / look.text) * FINE;
          rows[cell + 3] = log(look.prose / look.count) * FINE;
          rows[cell + 4] = (look.prose / totalProse) * FINE;
        } else rows.copyWithin(cell, look.cell, look.cell + LOOK_FEATURES.length);
      }
      cell += LOOK_FEATURES.length;

      const last = row - WIDTH;
      rows[cell] = at === 0 ? -FINE : (rows[last + LENGTH] ?? 0);
      rows[cell + 1] = at === 0 ? -FINE : (rows[last + LINKS] ?? 0);
      rows[cell + 2] = at === 0 ? -FINE : (rows[last + TAG] ?? 0);
      // What stands behind a block is known when that is read.
      rows.fill(-FINE, cell + 3, cell + 6);
      if (at > 0) {
        rows[last + AFTER] = rows[row + LENGTH] ?? 0;
        rows[last + AFTER + 1] = rows[row + LINKS] ?? 0;
        rows[last + AFTER + 2] = rows[row + TAG] ?? 0;
      }
      /** Whether another block is in the same element, or in one beside it. */
      const same = (other: Block | undefined): number =>
        other === undefined ? -1 : other.node === index ? 2 : nodes[other.node]?.parent === parent ? 1 : 0;
      rows[cell + 6] = same(blocks[at + 1]) * FINE;
      cell = company(at, rows, cell + 7);
      const kinship = same(paragraph);
      rows[cell] =
        paragraph === undefined
          ? -FINE
          : kinship > 0
            ? 2 * FINE
            : outline.wider[paragraph.node] === outline.wider[index]
              ? FINE
              : 0;
      rows[cell + 1] = heading.kind * FINE;
      rows[cell + 2] = Math.min(FAR, at - heading.at) * FINE;
      rows[cell + 3] = heading.tag;
      rows[cell + 4] = text.length >= QUOTED && description.includes(text.slice(0, QUOTED)) ? FINE : 0;
      rows[cell + 5] = Math.min(30, talk) * FINE;
      rows[cell + 6] = Math.min(FAR, gapSum) * FINE;
      const up = climb(index, column);
      const kinUp = paragraph === undefined ? -1 : climb(index, paragraph.node);
      rows[cell + 7] = kinUp * FINE;
      rows[cell + 8] = (paragraph === undefined ? -1 : (nodes[paragraph.node]?.depth ?? 0) - (depth - kinUp)) * FINE;
      rows[cell + 9] =
        (paragraph === undefined ? -1 : log(Math.max(0, index - (nodes[paragraph.node]?.end ?? 0)))) * FINE;
      rows[cell + 10] = (columnDepth - (depth - up)) * FINE;
      rows[cell + 11] = up * FINE;
      rows[cell + 12] = index < column ? -FINE : index < columnEnd ? 0 : FINE;
      rows[cell + 13] = columnPart * FINE;
      rows.set(pageValues, cell + 14);

      if (SECTION_HEADS.has(tag)) heading = { at, kind: headingKind(text) || 20, tag: rows[row + TAG] ?? 0 };
      if (depths[1] !== -1) talk += 1;
      if (block.prose > PARAGRAPH && !isRemoved) {
        paragraph = block;
        gapSum = 0;
      }
    }
  });
  return rows;
}

/** The element whose own paragraphs, and half of its children's, hold the most prose. */
function columnOf({ nodes }: Evidence['page'], blocks: readonly Block[]): number {
  const held = new Float64Array(nodes.length);
  let best = 0;
  let most = 0;
  for (let index = 0; index < blocks.length; index += 1) {
    const { node, prose } = blocks[index] as Block;
    let at = nodes[node]?.parent ?? -1;
    for (let share = prose; share >= prose / 2 && at >= 0; share /= 2) {
      const sum = (held[at] as number) + share;
      held[at] = sum;
      if (sum > most) {
        best = at;
        most = sum;
      }
      at = nodes[at]?.parent ?? -1;
    }
  }
  return best;
}
