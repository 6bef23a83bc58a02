/** Headings that may show the page's title. */
import type { Evidence } from './evidence.ts';
import { around, type Page, type PageNode, textIn } from './page.ts';
import { type Candidate, sameWords } from './weigh.ts';

const MAX_TITLE = 2_000;
const MAX_HEADINGS = 80;
const TITLE_HINT = /\b(?:head-?line|title|titel|ueberschrift|heading)\b/;
const KICKER =
  /\b(?:kicker|eyebrow|overline|dachzeile|spitzmarke|topline|roofline|pretitle|pre-title|label|category|ressort)\b/;

export type Heading = Candidate & { node: number };

/** Headings in the light of what the page says elsewhere (`stated`), in document order. */
export function shownTitles({ page, regions, marks }: Evidence, stated: readonly string[]): Heading[] {
  const whole = stated.map(sameWords);
  const known = new Set(whole.join(' ').split(' '));
  const found: Heading[] = [];
  const seen = new Map<string, number>();
  const mains = marks.headings.filter((index) => page.nodes[index]?.tag === 'h1' && !regions.removed(index)).length;
  for (const index of marks.headings.slice(0, MAX_HEADINGS)) {
    const node = page.nodes[index];
    if (node === undefined) continue;
    const value = node.attributes.content ?? textIn(page, index, MAX_TITLE);
    if (value === '') continue;
    const removed = regions.removed(index);
    const named = node.attributes.itemprop?.split(' ').includes('headline') === true;
    const level = node.tag === 'h1' || node.tag === 'h2' || node.tag === 'h3' ? node.tag : 'headline';
    const kind = removed ? `${level} in furniture` : level;
    const rank = seen.get(kind) ?? 0;
    seen.set(kind, rank + 1);
    const words = sameWords(value);
    const list = words.split(' ').filter((word) => word.length > 2);
    const share = list.filter((word) => known.has(word)).length / Math.max(1, list.length);
    const says = words.includes(' ') && whole.some((text) => text.includes(words));
    const held = says ? undefined : whole.find((text) => text.includes(' ') && words.includes(text));
    const agrees = says
      ? 'says'
      : held !== undefined
        ? words.startsWith(held)
          ? 'goes on'
          : 'leads to'
        : share === 0
          ? 'alone'
          : share < 0.5
            ? 'some'
            : 'most';
    const traits = [
      kind,
      `${level === 'h1' ? 'h1' : 'heading'} ${rank === 0 ? 'first' : 'later'}`,
      `${level === 'h1' ? 'h1' : 'heading'} ${agrees}`,
    ];
    if (level === 'h1' && !removed && mains === 1) traits.push('h1 only');
    if (level === 'h1' && mains > 3) traits.push('h1 of many');
    if (named) traits.push('heading named');
    if (TITLE_HINT.test(node.hints)) traits.push(level === 'h1' ? 'h1 titled' : 'heading titled');
    if (isLogo(page, index)) traits.push('heading logo');
    if (node.hidden) traits.push('heading hidden');
    if (isInArticle(page, index)) traits.push(level === 'h1' ? 'h1 in article' : 'heading in article');
    const from = named ? 'itemprop headline' : node.tag;
    found.push({ value, from, node: index, traits });
    for (const part of partsOf(page, index, node))
      found.push({ value: part.value, from, node: index, traits: part.traits });
  }
  return found;
}

/** The headline inside a heading that also holds a kicker. */
function partsOf(page: Page, index: number, node: PageNode): { value: string; traits: string[] }[] {
  const parts: { value: string; traits: string[] }[] = [];
  for (let inner = index + 1; inner < node.end && inner < index + 12; inner += 1) {
    const child = page.nodes[inner];
    if (child === undefined) break;
    if (KICKER.test(child.hints) && child.endRun < node.endRun) {
      let text = '';
      for (let at = child.endRun; at < node.endRun && text.length < MAX_TITLE; at += 1)
        text += page.runs[at]?.text ?? '';
      const value = text
        .replace(/\s+/g, ' ')
        .replace(/^[\s:–|-]+/, '')
        .trim();
      parts.push({ value, traits: ['heading below kicker'] });
    }
    if (TITLE_HINT.test(child.hints) && (child.firstRun > node.firstRun || child.endRun < node.endRun))
      parts.push({ value: textIn(page, inner, MAX_TITLE), traits: ['heading inner'] });
  }
  return parts;
}

const isLogo = (page: Page, index: number): boolean => {
  for (const node of around(page, index)) {
    if (/\b(?:logo|brand|site-title|site-name|sitename|masthead)\b/.test(node.hints)) return true;
    if (node.tag === 'article' || node.tag === 'main') return false;
  }
  return false;
};

const isInArticle = (page: Page, index: number): boolean => {
  let levels = 0;
  for (const { tag, role } of around(page, index)) {
    if (tag === 'article' || tag === 'main' || role === 'main') return true;
    levels += 1;
    if (levels === 30) break;
  }
  return false;
};
