/** The element that holds the main text. */
import type { Block } from './blocks.ts';
import { ARTICLE_BODY } from './hints.ts';
import type { Page, PageNode } from './page.ts';

/** How much of the prose an element must hold for the search to go on inside it. */
const DOMINANCE = 0.85;
/** Less than a few sentences: a listing, a shop, a start page. No element stands out by its prose. */
const LITTLE_PROSE = 300;
/** The same for elements that are named as the article. */
const NAMED_DOMINANCE = 0.45;

/**
 * Goes down from the top for as long as one child holds nearly all prose, and answers the last such
 * element. Short leads and asides lose to it; two halves of an article keep their common parent.
 */
export function findContainer(page: Page, blocks: readonly Block[]): number {
  const prose = proseSums(page, blocks);
  if ((prose[0] ?? 0) < LITTLE_PROSE) return mainPart(page, blocks);
  let container = page.nodes.length > 0 ? 0 : -1;
  for (let child = container; child !== -1; ) {
    container = child;
    child = dominantChild(page, prose, container);
  }
  return container;
}

/** The element that is named as the main part if it holds a good share of the text, else the whole page. */
function mainPart(page: Page, blocks: readonly Block[]): number {
  const total = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const named = page.nodes.findIndex(({ tag, role }) => tag === 'main' || role === 'main');
  const end = page.nodes[named]?.end ?? 0;
  const held = blocks.reduce((sum, { node, text }) => sum + (node >= named && node < end ? text.length : 0), 0);
  return named !== -1 && held > total * 0.3 ? named : page.nodes.length > 0 ? 0 : -1;
}

function proseSums(page: Page, blocks: readonly Block[]): Float64Array {
  const prose = new Float64Array(page.nodes.length);
  // Whether a node holds any: a browser makes an object of every fraction that is read for the first time.
  const holds = new Uint8Array(page.nodes.length);
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    prose[block.node] = (prose[block.node] ?? 0) + block.prose;
    if (block.prose > 0) holds[block.node] = 1;
  }
  // Children stand behind their parents, so one pass backwards adds every subtree up.
  for (let index = page.nodes.length - 1; index > 0; index -= 1) {
    if (holds[index] === 0) continue;
    const parent = page.nodes[index]?.parent ?? -1;
    if (parent < 0) continue;
    prose[parent] = (prose[parent] ?? 0) + (prose[index] ?? 0);
    holds[parent] = 1;
  }
  return prose;
}

function dominantChild(page: Page, prose: Float64Array, container: number): number {
  const whole = prose[container] ?? 0;
  const end = page.nodes[container]?.end ?? 0;
  for (let child = container + 1; child < end; child = page.nodes[child]?.end ?? end) {
    const node = page.nodes[child];
    if (node === undefined || !isContainer(node)) continue;
    if ((prose[child] ?? 0) >= whole * (isNamed(node) ? NAMED_DOMINANCE : DOMINANCE) && whole > 0) return child;
  }
  return -1;
}

const isNamed = ({ tag, role, hints, attributes }: PageNode): boolean =>
  tag === 'article' ||
  tag === 'main' ||
  role === 'main' ||
  role === 'article' ||
  attributes.itemprop === 'articleBody' ||
  ARTICLE_BODY.test(hints);

const PARTS_OF_TEXT = new Set('p h1 h2 h3 h4 h5 h6 li td tr ul ol dl blockquote pre figure'.split(' '));
const isContainer = ({ tag }: PageNode): boolean => !PARTS_OF_TEXT.has(tag);
