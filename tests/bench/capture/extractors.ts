/** Who takes part: ours, its peers, and the least that reading a page can cost. */
import { bundleExtractor } from '../../extraction/bundle.ts';
import { type Answer, answerOf, type RawAnswer } from './answer.ts';
import type { QuietBrowser } from './quiet-browser.ts';

export const ENTRIES = {
  ours: new URL('../../extraction/extract.ts', import.meta.url),
  Readability: new URL('./extractors/readability.ts', import.meta.url),
  Defuddle: new URL('./extractors/defuddle.ts', import.meta.url),
  floor: new URL('./extractors/floor.ts', import.meta.url),
} as const;

export type Name = keyof typeof ENTRIES;

export const NAMES = Object.keys(ENTRIES) as Name[];
/** Those that answer something. */
export const RIVALS = ['ours', 'Readability', 'Defuddle'] as const satisfies readonly Name[];
export const PEERS = ['Readability', 'Defuddle'] as const satisfies readonly Name[];

export type Sources = Record<Name, string>;

export async function bundleAll(): Promise<Sources> {
  const sources = { ours: '', Readability: '', Defuddle: '', floor: '' };
  for (const name of NAMES) sources[name] = await bundleExtractor(ENTRIES[name]);
  return sources;
}

/** One page by one extractor. Times in milliseconds; an extractor that threw has its words in `error`. */
export type Outcome = { answer: Answer; cold: number; warm: number; error: string };

const RUN = `(async () => {
  const took = [];
  let first;
  let error = '';
  for (const call of [0, 1]) {
    const start = performance.now();
    let raw;
    try { raw = await extract(document, document.URL); } catch (thrown) { error = String(thrown && thrown.stack || thrown).slice(0, 500); }
    took.push(performance.now() - start);
    if (call === 0) first = raw;
  }
  const answer = error !== '' ? {} : typeof plain === 'function' ? plain(first) : first;
  return { answer, cold: took[0], warm: took[1], error };
})()`;

/** The first and the second call on a page that was loaded for it alone. */
export async function runExtractor(browser: QuietBrowser, source: string, url: string, html: Buffer): Promise<Outcome> {
  try {
    await browser.load(url, html);
    const evaluate = await browser.openWorld();
    await evaluate(`${source}\n;void 0`);
    const outcome = (await evaluate(RUN)) as Omit<Outcome, 'answer'> & { answer: RawAnswer };
    return { ...outcome, answer: answerOf(outcome.answer) };
  } catch (error) {
    await browser.reset();
    return { answer: answerOf({}), cold: Number.NaN, warm: Number.NaN, error: String(error).slice(0, 300) };
  }
}
