/** Headings that may show the page's title. */
import type { Evidence } from './evidence.ts';
import { KICKER, TITLE_NAME } from './hints.ts';
import { collapsed } from './letters.ts';
import { type Page, type PageNode, textIn } from './page.ts';
import { type Candidate, sameWords } from './weigh.ts';

const MAX_TITLE = 2_000;
const MAX_HEADINGS = 80;
const LEVELS = ['h1', 'h2', 'h3'];

export type Heading = Candidate & { node: number };

/** Headings in the light of what the page says elsewhere (`stated`), in document order. */
export function shownTitles({ page, regions, marks }: Evidence, stated: readonly string[]): Heading[] {
  const whole = stated.map(sameWords);
  const known = new Set(whole.join(' ').split(' '));
  const found: Heading[] = [];
  for (const index of marks.headings.slice(0, MAX_HEADINGS)) {
    const node = page.nodes[index];
    const value = node?.attributes.content ?? textIn(page, index, MAX_TITLE);
    if (node === undefined || value === '') continue;
    const named = node.attributes.itemprop?.split(' ').includes('headline') === true;
    const level = LEVELS.includes(node.tag) ? node.tag : 'headline';
    const kind = regions.removed(index) ? `${level} aside` : level;
    const traits = new Set([kind]);
    if (whole.length > 0) traits.add(agreement(sameWords(value), whole, known));
    else if (level !== 'h1') traits.add('alone');
    if (TITLE_NAME.test(node.hints)) traits.add('titled');
    const tier = level === 'h1' ? 'h1' : 'heading';
    const all = [...traits].map((trait) => (trait === kind ? kind : `${tier} ${trait}`));
    if (named) all.push('heading named');
    const from = named ? 'itemprop headline' : node.tag;
    found.push({ value, from, node: index, traits: all });
    for (const part of partsOf(page, index, node)) found.push({ ...part, from, node: index });
  }
  return found;
}

/** Whether a heading says a part of what is stated elsewhere word by word, shares words with it, or stands alone. */
function agreement(words: string, whole: readonly string[], known: ReadonlySet<string>): string {
  if (words.includes(' ') && whole.some((text) => text.includes(words))) return 'says';
  const long = words.split(' ').filter((word) => word.length > 2);
  const share = long.filter((word) => known.has(word)).length / Math.max(1, long.length);
  return share === 0 ? 'alone' : share < 0.5 ? 'some' : 'most';
}

/** The headline inside a heading that also holds a kicker. */
function partsOf(page: Page, index: number, node: PageNode): { value: string; traits: string[] }[] {
  const parts: { value: string; traits: string[] }[] = [];
  for (let inner = index + 1; inner < node.end && inner < index + 12; inner += 1) {
    const child = page.nodes[inner];
    if (child === undefined) break;
    if (KICKER.test(child.hints) && child.endRun < node.endRun) {
      const rest = page.runs.slice(child.endRun, node.endRun).slice(0, 100);
      const text = rest.map((run) => run.text).join('');
      parts.push({
        value: collapsed(text.slice(0, MAX_TITLE))
          .replace(/^[\s:–|-]+/, '')
          .trim(),
        traits: ['below kicker'],
      });
    }
    if (TITLE_NAME.test(child.hints) && child.endRun - child.firstRun < node.endRun - node.firstRun) {
      parts.push({ value: textIn(page, inner, MAX_TITLE), traits: ['inner title'] });
    }
  }
  return parts;
}
