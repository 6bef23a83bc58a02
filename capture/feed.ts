/** A post of a feed, read as if it were a page. */
import { cutText } from '../protocol/text.ts';
import { endsSentence } from './blocks.ts';
import type { Evidence } from './evidence.ts';
import { COMMENTS } from './hints.ts';
import type { MainText } from './main-text.ts';
import { around, type Page, textIn, textLengths } from './page.ts';
import type { Title } from './title.ts';
import { webAddress } from './web-address.ts';
import { sameWords } from './weigh.ts';

/** Less than this is a reaction, not a post, in UTF-16 units. */
const MIN_POST = 60;
/** More than this beside the posts is a page of its own, and they are what readers wrote below it. */
const MAX_BESIDE = 600;
/** A title that is made of a post's first sentence. */
const MAX_TITLE = 90;

/** The post of a feed as a page of its own: its nodes and text, with nothing around it. */
export function pageOfPost(page: Page, post: number): Page {
  const root = page.nodes[post];
  if (root === undefined) return page;
  const inside = (index: number): number => Math.max(index - post, 0);
  return {
    ...page,
    nodes: page.nodes.slice(post, root.end).map((node) => ({
      ...node,
      parent: node.parent - post < 0 ? -1 : node.parent - post,
      end: node.end - post,
      depth: node.depth - root.depth,
      block: inside(node.block),
      firstRun: node.firstRun - root.firstRun,
      endRun: node.endRun - root.firstRun,
    })),
    runs: page.runs.slice(root.firstRun, root.endRun).map((run) => ({ ...run, node: inside(run.node) })),
    linkedData: [],
    labels: [],
  };
}

/**
 * True for a post of a feed. None are: a comment, a teaser that leads elsewhere, an answer on a page that
 * has a title for all of them.
 */
export function isPost({ page, marks, regions }: Evidence, post: number): boolean {
  const node = page.nodes[post];
  if (node === undefined) return false;
  const lengths = textLengths(page);
  const places = [...around(page, post)];
  if (lengths(post) < MIN_POST || places.some(({ hints }) => COMMENTS.test(hints))) return false;
  if (places.some(({ role }) => role === 'feed')) return true;
  const inside = (index: number): boolean => index >= post && index < node.end;
  const title = textIn(page, marks.head.find((index) => page.nodes[index]?.tag === 'title') ?? -1, 300);
  const isTitled = marks.headings.some((index) => {
    const words = sameWords(textIn(page, index, 200));
    return words !== '' && !inside(index) && page.nodes[index]?.tag === 'h1' && sameWords(title).includes(words);
  });
  const isTeaser = marks.headings.some((index) => inside(index) && holdsLink(index));
  let beside = 0;
  for (const run of page.runs) if (!regions.removed(run.node) && !isOfSomePost(run.node)) beside += run.text.length;
  return !isTitled && !isTeaser && beside < MAX_BESIDE;

  function holdsLink(index: number): boolean {
    const last = page.nodes[index]?.end ?? 0;
    return (
      page.nodes.slice(index, last).some(({ tag }) => tag === 'a') ||
      page.nodes[page.nodes[index]?.parent ?? -1]?.tag === 'a'
    );
  }
  function isOfSomePost(index: number): boolean {
    for (const { tag, role } of around(page, index)) if (tag === 'article' || role === 'article') return true;
    return false;
  }
}

/** Posts seldom have a title: their first sentence is what a person would call them. */
export function titleOfPost(title: Title, { paragraphs }: MainText): Title {
  if (title.value !== '') return title;
  // Above it may stand who wrote it and when.
  const text = paragraphs.find(endsSentence) ?? paragraphs[0] ?? '';
  const [first = ''] = /^.+?[.!?…。！？](?=\s|$)/su.exec(text) ?? [text];
  return { value: cutText(first, MAX_TITLE).text, from: 'first sentence', node: null };
}

/** The post's own address: its link around a date, or one that says so. Only of the same site, and not the list's. */
export function permalinkIn(evidence: Evidence): { value: string; from: string } | null {
  const { page } = evidence;
  for (const [index, { tag, attributes, hints, end }] of page.nodes.entries()) {
    if (tag !== 'a' || attributes.href === undefined) continue;
    const isNamed = /permalink/.test(hints) || /bookmark/.test(attributes.rel ?? '');
    if (!isNamed && !page.nodes.slice(index, end).some((inner) => inner.tag === 'time')) continue;
    const address = webAddress(attributes.href, evidence);
    if (address === null) continue;
    const [own, list] = [new URL(address), new URL(page.address)];
    if (own.origin === list.origin && own.pathname + own.search !== list.pathname + list.search)
      return { value: address, from: 'link of the post' };
  }
  return null;
}
