/** The page's title: headings, linked data and meta tags, weighed by how they agree. */
import type { Evidence } from './evidence.ts';
import { isArticle } from './json-ld.ts';
import { around, textIn } from './page.ts';
import { isSiteName } from './site-name.ts';
import { type Candidate, sameWords, weigh } from './weigh.ts';

export type Title = {
  value: string;
  /** The heading that shows it, as an index of `Page.nodes`; null if the page does not show it. */
  node: number | null;
};

const MAX_TITLE = 2_000;
const MAX_HEADINGS = 80;
const SEPARATOR = /\s+[|·•»«›>–—~-]+\s+|\s*(?:\||::|»|›|—|｜)\s*|:\s+/u;
const TITLE_HINT = /\b(?:head-?line|title|titel|ueberschrift|heading)\b/;

/** Decides the title; `names` are the site's own names, which are no part of it. */
export function readTitle(evidence: Evidence, names: readonly string[]): Title {
  const headings = headingCandidates(evidence);
  const stated = [...linkedCandidates(evidence), ...metaCandidates(evidence, names)];
  const candidates = [...agreeing(headings, stated), ...stated];
  const usable = candidates.filter(
    ({ value }) => value.length <= MAX_TITLE && !isSiteName(value, names, evidence.page.address),
  );
  const best = weigh(usable.length > 0 ? usable : candidates)[0];
  if (best === undefined) return { value: '', node: null };
  const words = sameWords(best.value);
  const shown = headings.find(({ value }) => sameWords(value) === words) ?? headings[0];
  return { value: best.value, node: shown?.node ?? null };
}

type Heading = Candidate & { node: number };

/**
 * Headings in the light of what is stated elsewhere: one that shares no word with any of it is a
 * heading of the site, and one that says a part of it word by word is the title, whatever its level.
 */
function agreeing(headings: readonly Heading[], stated: readonly Candidate[]): Heading[] {
  const whole = stated.map(({ value }) => sameWords(value));
  const known = new Set(whole.join(' ').split(' '));
  return headings.flatMap((heading) => {
    const words = sameWords(heading.value);
    const shares = whole.length === 0 || words.split(' ').some((word) => word.length > 2 && known.has(word));
    const says = words.includes(' ') && whole.some((text) => text.includes(words));
    if (heading.from === 'h1' || says) return [{ ...heading, weight: heading.weight * (shares ? 1 : 0.4) }];
    return heading.from === 'itemprop headline' ? [heading] : [];
  });
}

function headingCandidates({ page, regions, marks }: Evidence): Heading[] {
  const found: Heading[] = [];
  const count = marks.headings.filter((index) => page.nodes[index]?.tag === 'h1').length;
  for (const index of marks.headings) {
    const node = page.nodes[index];
    if (node === undefined) continue;
    const named = node.attributes.itemprop?.split(' ').includes('headline') === true;
    const titled = TITLE_HINT.test(node.hints);
    if (found.length >= MAX_HEADINGS) break;
    const value = node.attributes.content ?? textIn(page, index, MAX_TITLE);
    if (value === '') continue;
    let weight = node.tag === 'h1' ? 3 : named ? 2.5 : titled ? 1.4 : 1;
    if (node.tag === 'h1' && count > 3) weight -= 1.5;
    if (node.tag === 'h1' && (named || titled)) weight += 0.5;
    if (regions.removed(index)) weight -= 1.5;
    if (isLogo(page, index)) weight -= 1.5;
    found.push({ value, from: named ? 'itemprop headline' : node.tag, weight: Math.max(weight, 0.1), node: index });
  }
  return found;
}

const isLogo = (page: Evidence['page'], index: number): boolean => {
  for (const node of around(page, index)) {
    if (/\b(?:logo|brand|site-title|site-name|sitename|masthead)\b/.test(node.hints)) return true;
    if (node.tag === 'article' || node.tag === 'main') return false;
  }
  return false;
};

function linkedCandidates({ things }: Evidence): Candidate[] {
  return things.slice(0, 12).flatMap((thing) => {
    if (isArticle(thing)) return [{ value: thing.headline || thing.name, from: 'json-ld headline', weight: 2.5 }];
    return thing.headline === '' ? [] : [{ value: thing.headline, from: 'json-ld headline', weight: 1.5 }];
  });
}

function metaCandidates({ page, meta, marks }: Evidence, names: readonly string[]): Candidate[] {
  const found: Candidate[] = [];
  const tag = marks.head.find((index) => page.nodes[index]?.tag === 'title');
  const sources = [
    { from: 'meta og:title', value: meta.values.get('og:title')?.[0], weight: 2.4 },
    { from: 'meta twitter:title', value: meta.values.get('twitter:title')?.[0], weight: 1.2 },
    { from: 'meta title', value: (meta.values.get('dc.title') ?? meta.values.get('title'))?.[0], weight: 0.8 },
    { from: 'title', value: tag === undefined ? undefined : textIn(page, tag, MAX_TITLE), weight: 1.6 },
  ];
  for (const { from, value, weight } of sources) {
    if (value === undefined || value === '') continue;
    for (const part of titleParts(value, names, page.address)) {
      found.push({ value: part.value, from, weight: weight * part.share });
    }
  }
  return found;
}

/**
 * A title with and without what may be the site's name at either end. The shares say how likely
 * each reading is before any other source agrees with it.
 */
export function titleParts(
  title: string,
  names: readonly string[],
  address: string,
): { value: string; share: number }[] {
  const cuts = [...title.slice(0, 1_000).matchAll(new RegExp(SEPARATOR, 'gu'))].slice(0, 12);
  const parts = [{ value: title, share: 1 }];
  const add = (value: string, rest: string): void => {
    if (value.trim() === '') return;
    const site = isSiteName(rest, names, address);
    if (site && parts[0] !== undefined) parts[0].share = 0.4;
    parts.push({ value: value.trim(), share: site ? 1.05 : 0.45 });
  };
  for (const cut of cuts) add(title.slice(0, cut.index), title.slice(cut.index + cut[0].length));
  for (const cut of cuts) add(title.slice(cut.index + cut[0].length), title.slice(0, cut.index));
  return parts;
}
