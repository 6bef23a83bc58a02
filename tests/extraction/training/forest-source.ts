/** A trained forest → the text that capture reads (`ForestSource`). */
import { type ForestSource, LEAF, LETTERS, ZERO } from '../../../capture/text-model.ts';
import type { Boosted, Tree } from './boosting.ts';

export function encodeForest({ bias, trees }: Boosted, edges: readonly Float32Array[]): ForestSource {
  const asked = new Map<number, Set<number>>();
  for (const { feature, edge } of trees.flat()) {
    if (feature !== -1) asked.set(feature, (asked.get(feature) ?? new Set<number>()).add(edge));
  }
  const questions = [...asked]
    .sort(([a], [b]) => a - b)
    .map(([feature, bins]) => ({ feature, bins: [...bins].sort((a, b) => a - b) }));
  const numbers = new Map(
    questions.flatMap(({ feature, bins }) => bins.map((bin) => `${feature}:${bin}`)).map((key, at) => [key, at]),
  );
  const values = trees.flatMap((tree) =>
    tree.flatMap(({ feature, value }) => (feature === -1 ? [Math.abs(value)] : [])),
  );
  const step = Number((Math.max(...values) / (ZERO - 1)).toPrecision(4));
  const code = (tree: Tree, at: number): string => {
    const node = tree[at];
    if (node === undefined) throw new Error('a tree without a node that it names');
    if (node.feature === -1) return LEAF + LETTERS.charAt(Math.round(node.value / step) + ZERO);
    const number = numbers.get(`${node.feature}:${node.edge}`) ?? 0;
    const letters = LETTERS.charAt(Math.floor(number / LETTERS.length)) + LETTERS.charAt(number % LETTERS.length);
    return letters + code(tree, node.left) + code(tree, node.right);
  };
  return {
    bias: Number(bias.toFixed(4)),
    step,
    questions: questions
      .map(({ feature, bins }) => `${feature}:${bins.map((bin) => short(edges[feature]?.[bin] ?? 0)).join(',')}`)
      .join(';'),
    trees: trees.map((tree) => code(tree, 0)).join(''),
  };
}

/** The shortest number that is the same 32-bit number. */
function short(edge: number): string {
  for (let digits = 1; digits <= 9; digits += 1) {
    const text = String(Number(edge.toPrecision(digits)));
    if (Math.fround(Number(text)) === Math.fround(edge)) return text.replace(/^(-?)0\./, '$1.');
  }
  return String(edge);
}
