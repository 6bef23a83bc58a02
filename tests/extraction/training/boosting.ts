/**
 * Gradient-boosted trees for yes-or-no with soft labels. Small on purpose: histograms of at most 32
 * steps a feature, trees grown leaf by leaf. A leaf must hold rows of several pages, for the rows of
 * one page are one observation more than hundreds.
 */

/** `feature` is -1 at a leaf; rows whose feature is below `edge` go left. */
export type TreeNode = { feature: number; edge: number; left: number; right: number; value: number };
export type Tree = TreeNode[];
export type Boosted = { bias: number; trees: Tree[] };

export type Table = {
  width: number;
  /** Row after row. */
  values: Float32Array;
  label: Float32Array;
  weight: Float32Array;
  /** The page that each row is of. */
  page: Int32Array;
};

export type Settings = {
  trees: number;
  leaves: number;
  rate: number;
  lambda: number;
  /** Pages that both sides of every split must have rows of. */
  minPages: number;
  /** Share of features, and of pages, that each tree sees. */
  features: number;
  pages: number;
  seed: number;
};

const STEPS = 32;

/** Mulberry32: the same numbers for the same seed everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Steps of every feature, short numbers so that the model file stays small; `coarse` features get six. */
export function edgesOf(table: Table, coarse: ReadonlySet<number>): Float32Array[] {
  const count = table.values.length / table.width;
  const stride = Math.max(1, Math.floor(count / 20_000));
  return Array.from({ length: table.width }, (_, feature) => {
    const sample: number[] = [];
    for (let row = 0; row < count; row += stride) sample.push(table.values[row * table.width + feature] ?? 0);
    sample.sort((a, b) => a - b);
    const steps = coarse.has(feature) ? 6 : STEPS;
    const distinct = [...new Set(sample)];
    const cuts =
      distinct.length <= steps
        ? distinct.slice(1).map((value, at) => (value + (distinct[at] ?? 0)) / 2)
        : Array.from({ length: steps - 1 }, (_, at) => sample[Math.floor((sample.length * (at + 1)) / steps)] ?? 0);
    const short = cuts.filter((cut) => cut > (sample[0] ?? 0)).map((cut) => Number(cut.toPrecision(3)));
    return Float32Array.from(new Set(short)).sort();
  });
}

/** For every feature (outer) and row (inner) the number of edges at or below its value. */
export function binned(table: Table, edges: readonly Float32Array[]): Uint8Array {
  const count = table.values.length / table.width;
  const bins = new Uint8Array(table.width * count);
  for (const [feature, cuts] of edges.entries()) {
    for (let row = 0; row < count; row += 1) {
      const value = table.values[row * table.width + feature] ?? 0;
      let low = 0;
      for (let high = cuts.length; low < high; ) {
        const middle = (low + high) >> 1;
        if ((cuts[middle] ?? 0) <= value) low = middle + 1;
        else high = middle;
      }
      bins[feature * count + row] = low;
    }
  }
  return bins;
}

type Sums = { gradient: Float64Array; hessian: Float64Array };
type Split = { gain: number; feature: number; bin: number };
type Leaf = {
  rows: Int32Array;
  gradient: number;
  hessian: number;
  sums: Sums | null;
  split: Split | null;
  node: number;
};

export function boost(
  table: Table,
  edges: readonly Float32Array[],
  bins: Uint8Array,
  rows: Int32Array,
  settings: Settings,
): Boosted {
  const count = table.values.length / table.width;
  const random = seeded(settings.seed);
  const gradient = new Float32Array(count);
  const hessian = new Float32Array(count);
  const { label, weight, page } = table;
  let [yes, all] = [0, 0];
  for (const row of rows) {
    yes += (label[row] ?? 0) * (weight[row] ?? 0);
    all += weight[row] ?? 0;
  }
  const bias = Math.log(yes / (all - yes));
  const score = new Float64Array(count).fill(bias);
  const stamp = new Int32Array((page.reduce((most, one) => Math.max(most, one), 0) ?? 0) + 1);
  let stamped = 0;
  const trees: Tree[] = [];

  for (let number = 0; number < settings.trees; number += 1) {
    for (const row of rows) {
      const chance = 1 / (1 + Math.exp(-(score[row] ?? 0)));
      gradient[row] = ((label[row] ?? 0) - chance) * (weight[row] ?? 0);
      hessian[row] = Math.max(chance * (1 - chance), 1e-4) * (weight[row] ?? 0);
    }
    const chosen = Uint8Array.from(stamp, () => (random() < settings.pages ? 1 : 0));
    const features = edges.flatMap((cuts, feature) =>
      cuts.length > 0 && random() < settings.features ? [feature] : [],
    );
    const tree: Tree = [];
    const leafAt = (sum: number, curve: number): number =>
      tree.push({
        feature: -1,
        edge: 0,
        left: -1,
        right: -1,
        value: (settings.rate * sum) / (curve + settings.lambda),
      }) - 1;

    const sumsOf = (some: Int32Array): Sums => {
      const sums = {
        gradient: new Float64Array(features.length * STEPS),
        hessian: new Float64Array(features.length * STEPS),
      };
      for (const [at, feature] of features.entries()) {
        const base = feature * count;
        for (let index = 0; index < some.length; index += 1) {
          const row = some[index] ?? 0;
          const to = at * STEPS + (bins[base + row] ?? 0);
          sums.gradient[to] = (sums.gradient[to] ?? 0) + (gradient[row] ?? 0);
          sums.hessian[to] = (sums.hessian[to] ?? 0) + (hessian[row] ?? 0);
        }
      }
      return sums;
    };
    const gainOf = (sum: number, curve: number): number => (sum * sum) / (curve + settings.lambda);
    const pagesOn = (leaf: Leaf, split: Split): boolean => {
      const base = split.feature * count;
      for (const left of [true, false]) {
        stamped += 1;
        let found = 0;
        for (let index = 0; index < leaf.rows.length && found < settings.minPages; index += 1) {
          const row = leaf.rows[index] ?? 0;
          const at = page[row] ?? 0;
          if ((bins[base + row] ?? 0) <= split.bin !== left || stamp[at] === stamped) continue;
          stamp[at] = stamped;
          found += 1;
        }
        if (found < settings.minPages) return false;
      }
      return true;
    };
    const splitOf = (leaf: Leaf): Split | null => {
      const whole = gainOf(leaf.gradient, leaf.hessian);
      const offers: Split[] = [];
      for (const [at, feature] of features.entries()) {
        let [sum, curve] = [0, 0];
        let best: Split | null = null;
        for (let bin = 0; bin < (edges[feature]?.length ?? 0); bin += 1) {
          sum += leaf.sums?.gradient[at * STEPS + bin] ?? 0;
          curve += leaf.sums?.hessian[at * STEPS + bin] ?? 0;
          const gain = gainOf(sum, curve) + gainOf(leaf.gradient - sum, leaf.hessian - curve) - whole;
          if (gain > (best?.gain ?? 1e-3)) best = { gain, feature, bin };
        }
        if (best !== null) offers.push(best);
      }
      offers.sort((a, b) => b.gain - a.gain);
      return offers.slice(0, 12).find((offer) => pagesOn(leaf, offer)) ?? null;
    };
    const grow = (some: Int32Array, sums: Sums, sum: number, curve: number): Leaf => {
      const leaf: Leaf = { rows: some, gradient: sum, hessian: curve, sums, split: null, node: leafAt(sum, curve) };
      leaf.split = splitOf(leaf);
      return leaf;
    };
    const all = rows.filter((row) => chosen[page[row] ?? 0] === 1);
    const [sum, curve] = totals(all, gradient, hessian);
    const leaves = [grow(all, sumsOf(all), sum, curve)];
    while (leaves.length < settings.leaves) {
      const leaf = leaves.reduce((best, one) => ((one.split?.gain ?? 0) > (best.split?.gain ?? 0) ? one : best));
      const { split, sums } = leaf;
      if (split === null || sums === null) break;
      const base = split.feature * count;
      const left = leaf.rows.filter((row) => (bins[base + row] ?? 0) <= split.bin);
      const right = leaf.rows.filter((row) => (bins[base + row] ?? 0) > split.bin);
      const [less, more] = left.length < right.length ? [left, right] : [right, left];
      const lessSums = sumsOf(less);
      // The other side is what is left of the parent: half of the counting is saved.
      for (let at = 0; at < sums.gradient.length; at += 1) {
        sums.gradient[at] = (sums.gradient[at] ?? 0) - (lessSums.gradient[at] ?? 0);
        sums.hessian[at] = (sums.hessian[at] ?? 0) - (lessSums.hessian[at] ?? 0);
      }
      leaf.sums = null;
      const made = [less, more].map((some) =>
        grow(some, some === less ? lessSums : sums, ...totals(some, gradient, hessian)),
      );
      const [below, above] = less === left ? made : made.toReversed();
      const node = tree[leaf.node];
      if (below === undefined || above === undefined || node === undefined) break;
      Object.assign(node, { feature: split.feature, edge: split.bin, left: below.node, right: above.node });
      leaves.splice(leaves.indexOf(leaf), 1, below, above);
    }
    trees.push(tree);
    for (const row of rows) score[row] = (score[row] ?? 0) + leafOf(tree, bins, count, row);
  }
  return { bias, trees };
}

function totals(rows: Int32Array, gradient: Float32Array, hessian: Float32Array): [number, number] {
  let [sum, curve] = [0, 0];
  for (const row of rows) {
    sum += gradient[row] ?? 0;
    curve += hessian[row] ?? 0;
  }
  return [sum, curve];
}

function leafOf(tree: Tree, bins: Uint8Array, count: number, row: number): number {
  let node = tree[0];
  while (node !== undefined && node.feature !== -1) {
    node = tree[(bins[node.feature * count + row] ?? 0) <= node.edge ? node.left : node.right];
  }
  return node?.value ?? 0;
}

/** Writes the scores (log odds) of `rows` to `scores`. */
export function predict(model: Boosted, bins: Uint8Array, count: number, rows: Int32Array, scores: Float64Array): void {
  for (const row of rows) {
    scores[row] = model.trees.reduce((sum, tree) => sum + leafOf(tree, bins, count, row), model.bias);
  }
}
