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

/**
 * One page by one extractor. Times in milliseconds of the page's main thread: for reading the script, for the first
 * call and for the second. An extractor that threw has its words in `error`.
 */
export type Outcome = { answer: Answer; script: number; cold: number; warm: number; error: string };

const CALL = `(async () => {
  try { globalThis.answered = await extract(document, document.URL); return ''; }
  catch (thrown) { return String(thrown && thrown.stack || thrown).slice(0, 500); }
})()`;
const ANSWER = `typeof plain === 'function' ? plain(globalThis.answered) : globalThis.answered`;

/** The first and the second call on a page that was loaded for it alone. */
export async function runExtractor(browser: QuietBrowser, source: string, url: string, html: Buffer): Promise<Outcome> {
  try {
    await browser.load(url, html);
    const evaluate = await browser.openWorld();
    const timed = async (expression: string): Promise<{ value: unknown; took: number }> => {
      const before = await browser.worked();
      const value = await evaluate(expression);
      return { value, took: (await browser.worked()) - before };
    };
    const { took: script } = await timed(`${source}\n;void 0`);
    const { value, took: cold } = await timed(CALL);
    const error = String(value);
    const answer = answerOf(error === '' ? ((await evaluate(ANSWER)) as RawAnswer) : {});
    const { took: warm } = await timed(CALL);
    return { answer, script, cold, warm, error };
  } catch (error) {
    await browser.reset();
    const none = { script: Number.NaN, cold: Number.NaN, warm: Number.NaN };
    return { answer: answerOf({}), ...none, error: String(error).slice(0, 300) };
  }
}
