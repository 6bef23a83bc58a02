/**
 * The text model: two small forests of decision trees that were trained on labelled pages
 * (tests/extraction/training). Only +, × and < are used, so every browser gives the same answer.
 */

/** One forest as text. Written by `encodeForest` of the training, read here. */
export type ForestSource = {
  /** The log odds of a block of which nothing is known. */
  bias: number;
  /** What one step of a leaf's letter is worth. */
  step: number;
  /** "feature:edge,edge;…" — every question that the trees ask, numbered in this order. */
  questions: string;
  /**
   * The trees, each in preorder. A question is two letters (its number), a leaf is "!" and one letter
   * (its value). A row whose feature is below the edge goes on with the first of the two subtrees.
   */
  trees: string;
};

export type Forest = {
  bias: number;
  /** The node at which each tree begins. */
  roots: readonly number[];
  /** The feature that each node asks for; -1 at a leaf. */
  feature: Int16Array;
  /** The edge of a question, the value of a leaf. */
  value: Float32Array;
  /** Where to go on when the feature is not below the edge; else it is the next node. */
  otherwise: Int32Array;
};

/** Letters of the code: no quote, backslash, backtick or dollar, for the code is a string in a script. */
export const LETTERS = Array.from({ length: 92 }, (_, at) => String.fromCharCode(35 + at))
  .filter((letter) => !"'$\\`".includes(letter))
  .join('');
export const LEAF = '!';
/** The letter of the value 0. */
export const ZERO = LETTERS.length >> 1;

/** Reads a forest; throws on one that is not well formed. */
export function readForest({ bias, step, questions, trees }: ForestSource): Forest {
  const asked = questions.split(';').flatMap((entry) => {
    const [feature, edges] = entry.split(':');
    return (edges ?? '').split(',').map((edge) => ({ feature: Number(feature), edge: Number(edge) }));
  });
  const number = new Map([...LETTERS].map((letter, at) => [letter, at]));
  const size = trees.length;
  const forest = {
    bias,
    roots: [] as number[],
    feature: new Int16Array(size).fill(-1),
    value: new Float32Array(size),
    otherwise: new Int32Array(size),
  };
  let nodes = 0;
  let at = 0;
  const letter = (): number => {
    const found = number.get(trees.charAt(at));
    if (found === undefined) throw new Error(`the text model is broken at letter ${at}`);
    at += 1;
    return found;
  };
  const readTree = (): void => {
    const node = nodes;
    nodes += 1;
    if (trees.charAt(at) === LEAF) {
      at += 1;
      forest.value[node] = (letter() - ZERO) * step;
      return;
    }
    const question = asked[letter() * LETTERS.length + letter()];
    if (question === undefined) throw new Error(`the text model asks a question that it does not have at letter ${at}`);
    forest.feature[node] = question.feature;
    forest.value[node] = question.edge;
    readTree();
    forest.otherwise[node] = nodes;
    readTree();
  };
  while (at < size) {
    forest.roots.push(nodes);
    readTree();
  }
  return forest;
}

/** The log odds that the row of `values` which begins at `from` is text. */
export function oddsOf({ bias, roots, feature, value, otherwise }: Forest, values: Float32Array, from: number): number {
  let odds = bias;
  for (const root of roots) {
    let node = root;
    for (let asked = feature[node] ?? -1; asked !== -1; asked = feature[node] ?? -1) {
      node = (values[from + asked] ?? 0) < (value[node] ?? 0) ? node + 1 : (otherwise[node] ?? 0);
    }
    odds += value[node] ?? 0;
  }
  return odds;
}

/** Log odds as a probability. `Math.exp` may differ in its last digit between engines; squaring does not. */
export function chanceOf(odds: number): number {
  let power = 1 - Math.max(-20, Math.min(20, odds)) / 256;
  for (let times = 0; times < 8; times += 1) power *= power;
  return 1 / (1 + power);
}
