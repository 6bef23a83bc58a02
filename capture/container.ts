/** The element that holds the main text. */
import type { Block } from './blocks.ts';
import { ARTICLE_BODY } from './hints.ts';
import type { Page, PageNode } from './page.ts';

/** How much of the prose an element must hold for the search to go on inside it. */
const DOMINANCE = 0.9;
/** The same for elements that are named as the article. */
const NAMED_DOMINANCE = 0.65;

/**
 * Goes down from the top for as long as one child holds nearly all prose, and answers the last such
 * element. Short leads and asides lose to it; two halves of an article keep their common parent.
 */
export function findContainer(page: Page, blocks: readonly Block[]): number {
  const prose = proseSums(page, blocks);
  let container = page.nodes.length > 0 ? 0 : -1;
  for (let child = container; child !== -1; ) {
    container = child;
    child = dominantChild(page, prose, container);
  }
  return container;
}

function proseSums(page: Page, blocks: readonly Block[]): Float64Array {
  const prose = new Float64Array(page.nodes.length);
  for (const block of blocks) prose[block.node] = (prose[block.node] ?? 0) + block.prose;
  // Children stand behind their parents, so one pass backwards adds every subtree up.
  for (let index = page.nodes.length - 1; index > 0; index -= 1) {
    const parent = page.nodes[index]?.parent ?? -1;
    if (parent >= 0) prose[parent] = (prose[parent] ?? 0) + (prose[index] ?? 0);
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

const isContainer = ({ tag }: PageNode): boolean =>
  !/^(?:p|h[1-6]|li|td|tr|ul|ol|dl|blockquote|pre|figure)$/.test(tag);
