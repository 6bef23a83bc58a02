/** What stands near the title is about the page; what stands far below is about other ones. */
import { ELSEWHERE } from './hints.ts';
import { around, type Page } from './page.ts';
import type { Title } from './title.ts';

/** The run of text with which the title begins; the page's first if the title is not shown. */
export const titleRun = (page: Page, title: Title): number =>
  title.node === null ? 0 : (page.nodes[title.node]?.firstRun ?? 0);

/** True inside a part that speaks of other pages or of readers: comments, teasers, the footer. */
export function isElsewhere(page: Page, index: number): boolean {
  let levels = 0;
  for (const { tag, hints } of around(page, index)) {
    if (tag === 'footer' || ELSEWHERE.test(hints)) return true;
    levels += 1;
    if (levels === 8) break;
  }
  return false;
}
