/** How well a text agrees with the true one; every definition is that of a published benchmark. */

type Bag = ReadonlyMap<string, number>;

/** True positives, false positives and false negatives. */
export type Counts = { tp: number; fp: number; fn: number };

export const words = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Every run of `length` words with how often it occurs; a shorter text is one shingle. */
export function shingles(of: readonly string[], length: number): Bag {
  const bag = new Map<string, number>();
  for (let at = 0; at < of.length && (at === 0 || at + length <= of.length); at += 1) {
    const key = of.slice(at, at + length).join('\u0001');
    bag.set(key, (bag.get(key) ?? 0) + 1);
  }
  return bag;
}

export function overlap(truth: Bag, answer: Bag): Counts {
  const counts = { tp: 0, fp: 0, fn: 0 };
  for (const count of truth.values()) counts.fn += count;
  for (const [key, count] of answer) {
    const shared = Math.min(count, truth.get(key) ?? 0);
    counts.tp += shared;
    counts.fn -= shared;
    counts.fp += count - shared;
  }
  return counts;
}

/** Null where nothing was answered (precision) or nothing was to be found (recall). */
export function precisionOf({ tp, fp, fn }: Counts): number | null {
  if (fp === 0 && fn === 0) return 1;
  return tp + fp === 0 ? null : tp / (tp + fp);
}

export const recallOf = ({ tp, fp, fn }: Counts): number | null => precisionOf({ tp, fp: fn, fn: fp });

export const f1Of = ({ tp, fp, fn }: Counts): number => (tp + fp + fn === 0 ? 1 : (2 * tp) / (2 * tp + fp + fn));

/** Agreement in 4-word shingles: Zyte's article-extraction-benchmark. */
export const shingleCounts = (truth: string, answer: string): Counts =>
  overlap(shingles(words(truth), 4), shingles(words(answer), 4));

/** F1 of lower-cased bags of words: the WCXB benchmark. */
export function wordF1(truth: string, answer: string): number {
  const [wanted, found] = [truth, answer].map((text) => words(text.toLowerCase()));
  return f1Of(overlap(shingles(wanted ?? [], 1), shingles(found ?? [], 1)));
}

/** Wanted snippets that are found are hits, unwanted ones false alarms: trafilatura's evaluation. */
export function snippetCounts(text: string, wanted: readonly string[], unwanted: readonly string[]): Counts {
  const squeeze = (one: string): string => one.replace(/\s+/g, ' ').trim();
  const hay = squeeze(text);
  const found = (some: readonly string[]): number => some.filter((one) => hay.includes(squeeze(one))).length;
  const tp = found(wanted);
  return { tp, fn: wanted.length - tp, fp: found(unwanted) };
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

export type TextScore = { n: number; precision: number; recall: number; f1: number };

/** Precision averaged over pages with output, recall over pages with a truth, F1 of the two averages. */
export function textScore(pages: readonly Counts[]): TextScore {
  const averaged = (of: (counts: Counts) => number | null): number =>
    mean(pages.map(of).filter((value) => value !== null)) || 0;
  const precision = averaged(precisionOf);
  const recall = averaged(recallOf);
  return { n: pages.length, precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

/** F1 over all snippets of all pages. */
export const snippetF1 = (pages: readonly Counts[]): number =>
  f1Of(
    pages.reduce((sum, one) => ({ tp: sum.tp + one.tp, fp: sum.fp + one.fp, fn: sum.fn + one.fn }), {
      tp: 0,
      fp: 0,
      fn: 0,
    }),
  );
