/** All answers of a run and what they come to. */
import type { Field } from './answer.ts';
import type { Name, Outcome, RIVALS } from './extractors.ts';
import type { Judged } from './judge.ts';
import { mean, type TextScore, textScore } from './text-measures.ts';

export type Rival = (typeof RIVALS)[number];

export type Result = {
  set: string;
  id: string;
  kind: string | null;
  isArticle: boolean;
  /** False where the labels are the output of an extractor. */
  isIndependent: boolean;
  outcomes: Record<Name, Outcome>;
  judged: Record<Rival, Judged>;
};

/** Sets, kinds of page within them, articles, other pages, all of them: name and results. */
export function groupsOf(results: readonly Result[]): [string, Result[]][] {
  const groups = new Map<string, Result[]>();
  const add = (group: string, result: Result): void => {
    groups.set(group, [...(groups.get(group) ?? []), result]);
  };
  for (const result of results) {
    add(result.set, result);
    if (result.kind !== null) add(`${result.set}: ${result.kind}`, result);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  const labelled = results.filter(({ isIndependent, judged }) => isIndependent && judged.ours.text !== null);
  return [
    ...sorted,
    ['articles', labelled.filter(({ isArticle }) => isArticle)],
    ['non-articles', labelled.filter(({ isArticle }) => !isArticle)],
  ];
}

export const textScoreOf = (results: readonly Result[], name: Rival): TextScore =>
  textScore(results.flatMap(({ judged }) => judged[name].text?.shingles ?? []));

export function shareRight(
  results: readonly Result[],
  name: Rival,
  field: Field,
): { n: number; strict: number; lenient: number } {
  const verdicts = results.flatMap(({ judged }) => judged[name].fields[field] ?? []);
  return {
    n: verdicts.length,
    strict: mean(verdicts.map(({ strict }) => Number(strict))),
    lenient: mean(verdicts.map(({ lenient }) => Number(lenient))),
  };
}

/** Times of a call; `total` is what a page pays for one: reading the script and the first call. */
export type Call = 'script' | 'cold' | 'total' | 'warm';

export const timesOf = (results: readonly Result[], name: Name, call: Call): number[] =>
  results
    .map(({ outcomes: { [name]: of } }) => (call === 'total' ? of.script + of.cold : of[call]))
    .filter((time) => !Number.isNaN(time));
