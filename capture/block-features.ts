/**
 * What the text model knows of each block: its words, where it stands, its company, and the page. Plain
 * numbers in a fixed order, cheap to read and the same in every browser.
 */
import { companyOf, looksOf, orderOf, PARAGRAPH } from './block-company.ts';
import type { Block } from './blocks.ts';
import { BLOCKS_PER_STEP } from './capture-limits.ts';
import type { Evidence } from './evidence.ts';
import { metaValue } from './meta.ts';
import { NAME_KINDS, outlineOf, PLACES } from './outline.ts';
import { PAGE_FEATURES, pageFeatures } from './page-features.ts';
import { ruledText } from './ruled-text.ts';
import { FINE } from './text-model.ts';
import { headingKind, log, readWords, WORD_FEATURES } from './text-words.ts';
import type { Title } from './title.ts';
import { inSteps } from './in-steps.ts';

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
  const looks = looksOf(blocks, (block) => {
    const parent = nodes[block.node]?.parent ?? -1;
    return (outline.look[block.node] ?? 0) * 2 ** 26 + (parent < 0 ? 0 : (outline.look[parent] ?? 0));
  });
  yield;
  const order = orderOf(blocks, title, nodes);
  const description = [metaValue(meta, 'description'), metaValue(meta, 'og:description')].join(' ');
  yield;

  const top = Math.max(container, 0);
  const containerStart = container;
  const containerEnd = nodes[container]?.end ?? nodes.length;
  const containerText = Math.max(1, outline.text[top] ?? 1);
  const total = Math.max(1, outline.text[0] ?? 0);
  const totalProse = Math.max(1, outline.prose[0] ?? 0);
  const pageValues = pageFeatures(evidence, blocks, outline, container).map((value) => value * FINE);

  yield;
  const column = columnOf(page, blocks);
  yield;
  const columnDepth = nodes[column]?.depth ?? 0;
  const columnEnd = nodes[column]?.end ?? 0;
  const columnPart = (outline.prose[column] ?? 0) / totalProse;
  /** Levels from `from` up to the element that holds both. */
  const climb = (from: number, to: number): number => {
    let levels = 0;
    for (let up = from; up >= 0 && !(to >= up && to < (nodes[up]?.end ?? 0)); up = nodes[up]?.parent ?? -1) levels += 1;
    return levels;
  };

  const rows = new Int32Array(blocks.length * WIDTH);
  let cell = 0;
  // One by one: a list of several at once is made and thrown away for each of a page's thousands.
  const put = (value: number): void => {
    rows[cell] = value * FINE;
    cell += 1;
  };
  const tagOf = (block: Block | undefined): number => TAGS.get(nodes[block?.node ?? -1]?.tag ?? '') ?? 0;
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
      cell = readWords(block, rows, at * WIDTH);

      const places = outline.within[index] ?? 0;
      gapSum += gaps[at] ?? 0;
      put(tagOf(block));
      put(regions.removed(index) ? 1 : 0);
      for (let place = 0; place < PLACES.length; place += 1) put((places >> place) % 2);
      for (let kind = 0; kind < outline.named.length; kind += 1) {
        const depth = outline.named[kind]?.[index] ?? -1;
        put(depth === -1 ? FAR : Math.min(FAR, node.depth - depth));
      }

      const isInside = index >= containerStart && index < containerEnd;
      put(kept.has(block) ? 1 : 0);
      put(isInside ? 1 : 0);
      put(isInside ? node.depth - (nodes[top]?.depth ?? 0) : -1);
      put(isInside ? insideBefore / containerText : index < containerStart ? -1 : 2);
      if (isInside) insideBefore += length;

      const far = order.titleAt === -1 ? 0 : at - order.titleAt;
      put(before / total);
      put(Math.max(-FAR, Math.min(2 * FAR, far)));
      put(Math.sign(far) * log(Math.abs(before - order.titleText)));
      put(seen.has(text) ? 1 : 0);
      seen.add(text);
      before += length;

      put(Math.min(99, outline.kin[index]?.count ?? 1));
      for (let level = 0, up = index; level < 3; level += 1) {
        up = up === -1 ? -1 : (outline.wider[up] ?? -1);
        const isTop = up === -1;
        const held = outline.text[up] ?? 0;
        const kin = outline.kin[up];
        put(isTop ? -1 : log(held));
        put(isTop ? -1 : (outline.linked[up] ?? 0) / Math.max(1, held));
        put(isTop ? -1 : (outline.blocks[up] ?? 0));
        put(isTop ? 1 : held / total);
        put(isTop ? 1 : (outline.prose[up] ?? 0) / totalProse);
        put(isTop ? -1 : Math.min(99, kin?.count ?? 1));
        put(kin === undefined ? -1 : log(kin.text / kin.count));
      }

      const look = looks[at] ?? { count: 1, text: 1, linked: 0, prose: 0 };
      put(Math.min(99, look.count));
      put(log(look.text / look.count));
      put(look.linked / look.text);
      put(log(look.prose / look.count));
      put(look.prose / totalProse);

      const same = (other: Block | undefined): number =>
        other === undefined ? -1 : other.node === index ? 2 : nodes[other.node]?.parent === node.parent ? 1 : 0;
      for (const step of [-1, 1]) {
        const other = blocks[at + step];
        put(other === undefined ? -1 : log(other.length));
        put(other === undefined ? -1 : other.linked / other.text.length);
        put(other === undefined ? -1 : tagOf(other));
      }
      put(same(blocks[at + 1]));
      cell = company(at, rows, cell);
      put(
        paragraph === undefined
          ? -1
          : same(paragraph) > 0
            ? 2
            : outline.wider[paragraph.node] === outline.wider[index]
              ? 1
              : 0,
      );
      put(heading.kind);
      put(Math.min(FAR, at - heading.at));
      put(heading.tag);
      put(text.length >= QUOTED && description.includes(text.slice(0, QUOTED)) ? 1 : 0);
      put(Math.min(30, talk));
      put(Math.min(FAR, gapSum));
      const up = climb(index, column);
      const kinUp = paragraph === undefined ? -1 : climb(index, paragraph.node);
      put(kinUp);
      put(paragraph === undefined ? -1 : (nodes[paragraph.node]?.depth ?? 0) - (node.depth - kinUp));
      put(paragraph === undefined ? -1 : log(Math.max(0, index - (nodes[paragraph.node]?.end ?? 0))));
      put(columnDepth - (node.depth - up));
      put(up);
      put(index < column ? -1 : index < columnEnd ? 0 : 1);
      put(columnPart);
      rows.set(pageValues, cell);

      if (SECTION_HEADS.has(node.tag)) heading = { at, kind: headingKind(text) || 20, tag: tagOf(block) };
      if ((outline.named[1]?.[index] ?? -1) !== -1) talk += 1;
      if (block.prose > PARAGRAPH && !regions.removed(index)) {
        paragraph = block;
        gapSum = 0;
      }
    }
  });
  return rows;
}

/** The element whose own paragraphs, and half of its children's, hold the most prose. */
function columnOf({ nodes }: Evidence['page'], blocks: readonly Block[]): number {
  const held = new Map<number, number>();
  let best = 0;
  let most = 0;
  for (const { node, prose } of blocks) {
    let at = nodes[node]?.parent ?? -1;
    for (let share = prose; share >= prose / 2 && at >= 0; share /= 2) {
      const sum = (held.get(at) ?? 0) + share;
      held.set(at, sum);
      if (sum > most) {
        best = at;
        most = sum;
      }
      at = nodes[at]?.parent ?? -1;
    }
  }
  return best;
}
