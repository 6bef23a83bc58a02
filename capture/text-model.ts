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
  /** What one step of a leaf is worth. */
  step: number;
  /** How many nodes all trees have, and how many trees there are. */
  size: number;
  trees: number;
  /**
   * The lists of a `Forest` one after the other in base64, little end first: four bytes a node for `value`, two a tree for
   * `roots`, one a node for `feature` and for `jump`. The browser itself makes lists of it: a loop over all nodes took
   * a page's first call half a millisecond.
   */
  code: string;
};

/** All trees in preorder, one after the other. */
export type Forest = {
  bias: number;
  step: number;
  /** The node at which each tree begins. */
  roots: Uint16Array;
  /** The feature that each node asks for; -1 at a leaf. */
  feature: Int8Array;
  /** The edge of a question, times `FINE`; the value of a leaf, in steps. */
  value: Int32Array;
  /** How many nodes further to go on when the feature is not below the edge; else it is the next node. */
  jump: Uint8Array;
};

/** Bytes of a node and of a tree in `ForestSource.code`. */
export const NODE_BYTES = 6;
export const TREE_BYTES = 2;

/** Reads a forest; throws on one that is cut. */
export function readForest({ bias, step, size, trees, code }: ForestSource): Forest {
  const { buffer, length } = bytesOf(code);
  if (length !== size * NODE_BYTES + trees * TREE_BYTES) throw new Error('the text model is cut');
  const afterRoots = size * 4 + trees * TREE_BYTES;
  return {
    bias,
    step,
    value: new Int32Array(buffer, 0, size),
    roots: new Uint16Array(buffer, size * 4, trees),
    feature: new Int8Array(buffer, afterRoots, size),
    jump: new Uint8Array(buffer, afterRoots + size, size),
  };
}

/** Browsers before 2025 have no `fromBase64`. */
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  typeof Uint8Array.fromBase64 === 'function'
    ? Uint8Array.fromBase64(text)
    : Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** So many trees tell what is no text at all from the rest: each of them says less than the one before it. */
const FIRST_TREES = 32;
/** Log odds below which, after these, the others are not asked. */
const HOPELESS = -3;

/** The log odds that the row of `values` (each times `FINE`) which begins at `from` is text. */
export function oddsOf(forest: Forest, values: Int32Array, from: number): number {
  const { bias, step, roots } = forest;
  const odds = bias + stepsOf(forest, values, from, 0, Math.min(FIRST_TREES, roots.length)) * step;
  return odds < HOPELESS ? odds : odds + stepsOf(forest, values, from, FIRST_TREES, roots.length) * step;
}

/** What the trees from `tree` up to `end` say of a row, in steps. */
function stepsOf(
  { roots, feature, value, jump }: Forest,
  values: Int32Array,
  from: number,
  tree: number,
  end: number,
): number {
  let steps = 0;
  // The one loop that a page runs through ten thousands of times: every node that is asked for is there.
  for (; tree < end; tree += 1) {
    let node = roots[tree] as number;
    let asked = feature[node] as number;
    while (asked !== -1) {
      node += (values[from + asked] as number) < (value[node] as number) ? 1 : (jump[node] as number);
      asked = feature[node] as number;
    }
    steps += value[node] as number;
  }
  return steps;
}

/** Log odds as a probability. `Math.exp` may differ in its last digit between engines; squaring does not. */
export function chanceOf(odds: number): number {
  let power = 1 - Math.max(-20, Math.min(20, odds)) / 256;
  for (let times = 0; times < 8; times += 1) power *= power;
  return 1 / (1 + power);
}
