/** The lines that the capture is judged by, one JSON line each: ours beside the better peer. */
import { printPeerFigure, quantile } from '../figure.ts';
import type { Field } from './answer.ts';
import { type Name, PEERS } from './extractors.ts';
import { groupsOf, type Result, type Rival, shareRight, textScoreOf, timesOf } from './results.ts';

const FIELD_GOALS: readonly [Field, 'strict' | 'lenient', number][] = [
  ['title', 'strict', 0.85],
  ['byline', 'lenient', 0.82],
  ['published', 'strict', 0.88],
  ['siteName', 'strict', 0.95],
  ['lang', 'strict', 0.98],
  ['canonicalUrl', 'strict', 0.99],
];

const TEXT_GOALS: Readonly<Record<string, number>> = { zyte: 0.98, articles: 0.97, 'non-articles': 0.85 };

export function printFigures(results: readonly Result[]): void {
  const best = (
    of: (name: Rival) => number,
    better: (...values: number[]) => number,
  ): { name: string; value: number } => {
    const values = PEERS.map((name) => ({ name, value: of(name) }));
    const value = better(...values.map((one) => one.value));
    return values.find((one) => one.value === value) ?? { name: '', value };
  };
  for (const [group, some] of groupsOf(results)) {
    const score = (name: Rival): number => textScoreOf(some, name).f1;
    const { n } = textScoreOf(some, 'ours');
    if (n === 0) continue;
    const goal = TEXT_GOALS[group];
    printPeerFigure(
      `capture text F1, ${group}`,
      'share',
      n,
      score('ours'),
      best(score, Math.max),
      null,
      goal === undefined ? null : `>= ${goal}`,
    );
  }
  for (const [field, strictness, goal] of FIELD_GOALS) {
    const independent = results.filter(({ isIndependent }) => isIndependent);
    // Nobody but extractors labelled languages and own addresses so far: better those than none.
    const judged = shareRight(independent, 'ours', field).n > 0 ? independent : results;
    const share = (name: Rival): number => shareRight(judged, name, field)[strictness];
    const { n } = shareRight(judged, 'ours', field);
    if (n > 0)
      printPeerFigure(
        `capture ${field}, ${strictness}`,
        'share',
        n,
        share('ours'),
        best(share, Math.max),
        null,
        `>= ${goal}`,
      );
  }
  for (const [name, call, share] of [
    ['cold median', 'cold', 0.5],
    ['cold p95', 'cold', 0.95],
    ['script and cold median', 'total', 0.5],
    ['warm median', 'warm', 0.5],
  ] as const) {
    const time = (of: Name): number => quantile(timesOf(results, of, call), share);
    printPeerFigure(
      `capture ${name}`,
      'ms',
      timesOf(results, 'ours', call).length,
      time('ours'),
      best(time, Math.min),
      time('floor'),
      '<= 1.0 x peer',
    );
  }
}
