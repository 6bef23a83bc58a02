/** Mutants in a real Chromium, a range of seeds after the other. */
import type { Browser } from 'puppeteer-core';
import { bundleExtractor } from '../../extraction/bundle.ts';
import { originOf, repeatWith } from './origins.ts';

/** Documents pile up in a page. */
const PER_PAGE = 100;

/** One line for each mutant that is captured wrongly, with how to repeat it. */
export async function tryInBrowser(
  browser: Browser,
  from: number,
  count: number,
  onProgress: (done: number) => void = () => {},
): Promise<string[]> {
  const source = await bundleExtractor(new URL('./in-browser.ts', import.meta.url));
  const wrong: string[] = [];
  for (let start = from; start < from + count; start += PER_PAGE) {
    const page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => void request.abort().catch(() => {}));
    await page.evaluate(source);
    for (let seed = start; seed < Math.min(start + PER_PAGE, from + count); seed += 1) {
      const { name, html } = originOf(seed);
      const answer = await page.evaluate(`tryMutant(${JSON.stringify(html)}, ${seed})`);
      if (answer !== null) wrong.push(`${name}: ${String(answer)}\n  ${repeatWith(seed)}`);
    }
    await page.close();
    onProgress(Math.min(start + PER_PAGE - from, count));
  }
  return wrong;
}
