/**
 * The text model: two small forests of decision trees that were trained on labelled pages
 * (tests/extraction/training). Only +, × and < are used, so every browser gives the same answer.
 */

/**
 * What the model knows of a block is written in parts of one, whole numbers all of them: a browser that runs a script
 * for the first time makes an object of every other number that it reads, and a page's forests read tens of thousands.
 */
export const FINE = 4_096;

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
  /** What one of a leaf's steps is worth. */
  step: number;
  /** The node at which each tree begins. */
  roots: readonly number[];
  /** The feature that each node asks for; -1 at a leaf. */
  feature: Int16Array;
  /** The edge of a question, times `FINE`; the value of a leaf, in steps. */
  value: Int32Array;
  /** Where to go on when the feature is not below the edge; else it is the next node. */
  otherwise: Int32Array;
};

/** Letters of the code: no quote, backslash, backtick or dollar, for the code is a string in a script. */
export const LETTERS = '#%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
export const LEAF = '!';
/** The letter of the value 0. */
export const ZERO = LETTERS.length >> 1;

/** Reads a forest; throws on one that is not well formed. Before the first text: every step of it is felt. */
export function readForest({ bias, step, questions, trees }: ForestSource): Forest {
  const features: number[] = [];
  const edges: number[] = [];
  for (const entry of questions.split(';')) {
    const colon = entry.indexOf(':');
    const asked = Number(entry.slice(0, colon));
    for (const edge of entry.slice(colon + 1).split(',')) {
      features.push(asked);
      edges.push(Math.ceil(Number(edge) * FINE));
    }
  }
  const numbers = new Int16Array(128).fill(-1);
  for (let at = 0; at < LETTERS.length; at += 1) numbers[LETTERS.charCodeAt(at)] = at;
  const size = trees.length;
  const feature = new Int16Array(size).fill(-1);
  const value = new Int32Array(size);
  const otherwise = new Int32Array(size);
  const roots: number[] = [];
  // Questions whose second subtree is still to come, innermost last, and how many subtrees the tree still lacks.
  const open: number[] = [];
  const leaf = LEAF.charCodeAt(0);
  let missing = 0;
  for (let node = 0, at = 0; at < size || missing > 0; node += 1) {
    if (missing === 0) {
      roots.push(node);
      missing = 1;
    }
    const sign = trees.charCodeAt(at);
    const second = numbers[trees.charCodeAt(at + 1)] ?? -1;
    const first = sign === leaf ? 0 : (numbers[sign] ?? -1);
    if (first === -1 || second === -1) throw new Error(`the text model is broken at letter ${at}`);
    at += 2;
    if (sign === leaf) {
      value[node] = second - ZERO;
      missing -= 1;
      const above = open.pop();
      if (above !== undefined) otherwise[above] = node + 1;
    } else {
      const question = first * LETTERS.length + second;
      const asked = features[question];
      if (asked === undefined) throw new Error(`the text model asks a question that it does not have at letter ${at}`);
      feature[node] = asked;
      value[node] = edges[question] ?? 0;
      open.push(node);
      missing += 1;
    }
  }
  return { bias, step, roots, feature, value, otherwise };
}

/** The log odds that the row of `values` (each times `FINE`) which begins at `from` is text. */
export function oddsOf(
  { bias, step, roots, feature, value, otherwise }: Forest,
  values: Int32Array,
  from: number,
): number {
  let steps = 0;
  // The one loop that a page runs through ten thousands of times: every node that is asked for is there.
  for (let tree = 0; tree < roots.length; tree += 1) {
    let node = roots[tree] as number;
    let asked = feature[node] as number;
    while (asked !== -1) {
      node = (values[from + asked] as number) < (value[node] as number) ? node + 1 : (otherwise[node] as number);
      asked = feature[node] as number;
    }
    steps += value[node] as number;
  }
  return bias + steps * step;
}

/** Log odds as a probability. `Math.exp` may differ in its last digit between engines; squaring does not. */
export function chanceOf(odds: number): number {
  let power = 1 - Math.max(-20, Math.min(20, odds)) / 256;
  for (let times = 0; times < 8; times += 1) power *= power;
  return 1 / (1 + power);
}
