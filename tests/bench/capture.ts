/**
 * How well and how fast pages are read: ours, Mozilla Readability and Defuddle over the same folder of
 * labelled pages in one run, page by page, in an order that rotates. Each has a page of its own that was
 * loaded just before, and is called twice on it: `cold` and `warm`. Times are
 * those that the page's main thread worked.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bundleExtractor, PARTS } from '../extraction/bundle.ts';
import { bundleAll, NAMES, type Name, type Outcome, runExtractor, type Sources } from './capture/extractors.ts';
import { printFigures } from './capture/figures.ts';
import { judge } from './capture/judge.ts';
import {
  addressOf,
  isArticle,
  isIndependent,
  type LabelledPage,
  listPages,
  readHtml,
} from './capture/labelled-pages.ts';
import { printLongestSteps } from './capture/longest-step.ts';
import { openQuietBrowser, type QuietBrowser } from './capture/quiet-browser.ts';
import type { Result } from './capture/results.ts';
import { printTables } from './capture/tables.ts';

const USAGE = `npm run bench -- capture --pages DIR [--set NAME] [--limit N] [--out FILE]
npm run bench -- capture --steps

  --pages DIR   a folder with one folder a set: truth.json (page id → labels) and html/<id>.html.gz.
                Labels, all optional: url, title, byline, siteName, lang, published, canonicalUrl,
                excerpt, text, with, without, pageType
  --set NAME    only this set
  --limit N     the first N pages of each set
  --out FILE    all answers and verdicts as JSON
  --steps       how long the longest step takes, in the page and outside, on pages made to be hard`;

/** Tabs keep memory of what they showed. */
const PAGES_PER_TAB = 50;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pages: { type: 'string' },
      set: { type: 'string' },
      limit: { type: 'string' },
      out: { type: 'string' },
      steps: { type: 'boolean' },
    },
  });
  if (values.steps === true) return measureSteps();
  if (values.pages === undefined) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const limit = values.limit === undefined ? undefined : Number(values.limit);
  const pages = listPages(values.pages, { set: values.set, limit });
  if (pages.length === 0) throw new Error(`no labelled page in ${values.pages}`);
  const sources = await bundleAll();
  const browser = await openQuietBrowser();
  const results: Result[] = [];
  try {
    for (const [at, page] of pages.entries()) {
      if (at % PAGES_PER_TAB === PAGES_PER_TAB - 1) await browser.reset();
      results.push(await readPage(browser, sources, page, at));
      if (results.length % 100 === 0) console.error(`${results.length} of ${pages.length} pages`);
    }
  } finally {
    await browser.close();
  }
  if (values.out !== undefined) writeFileSync(values.out, JSON.stringify(results));
  printTables(results);
  console.log('');
  printFigures(results);
}

async function measureSteps(): Promise<void> {
  const browser = await openQuietBrowser();
  try {
    await printLongestSteps(browser, await bundleExtractor(PARTS));
  } finally {
    await browser.close();
  }
}

/** Every extractor on one page; who begins rotates, for the first one meets a browser that knows less. */
async function readPage(browser: QuietBrowser, sources: Sources, page: LabelledPage, at: number): Promise<Result> {
  const html = readHtml(page);
  const outcomes: Partial<Record<Name, Outcome>> = {};
  for (const step of NAMES.keys()) {
    const name = NAMES[(at + step) % NAMES.length] ?? 'ours';
    outcomes[name] = await runExtractor(browser, sources[name], addressOf(page), html);
  }
  const all = outcomes as Record<Name, Outcome>;
  const judged = (name: Name) => judge(page.labels, all[name].answer);
  return {
    set: page.set,
    id: page.id,
    kind: page.labels.pageType ?? null,
    isArticle: isArticle(page),
    isIndependent: isIndependent(page),
    outcomes: all,
    judged: { ours: judged('ours'), Readability: judged('Readability'), Defuddle: judged('Defuddle') },
  };
}
