/** A trained forest → the text that capture reads (`ForestSource`). */
import { FINE, type ForestSource, NODE_BYTES, TREE_BYTES } from '../../../capture/text-model.ts';
import type { Boosted, Tree } from './boosting.ts';

/** The values of leaves are whole steps, at most so many up or down. */
const MAX_STEPS = 42;

type Node = { feature: number; value: number; jump: number };

export function encodeForest({ bias, trees }: Boosted, edges: readonly Float32Array[]): ForestSource {
  const values = trees.flatMap((tree) =>
    tree.flatMap(({ feature, value }) => (feature === -1 ? [Math.abs(value)] : [])),
  );
  const step = Number((Math.max(...values) / MAX_STEPS).toPrecision(4));
  const preorder = (tree: Tree, at: number): Node[] => {
    const node = tree[at];
    if (node === undefined) throw new Error('a tree without a node that it names');
    if (node.feature === -1) return [{ feature: -1, value: Math.round(node.value / step), jump: 0 }];
    const left = preorder(tree, node.left);
    const edge = Number(short(edges[node.feature]?.[node.edge] ?? 0));
    const question = { feature: node.feature, value: Math.ceil(edge * FINE), jump: left.length + 1 };
    return [question, ...left, ...preorder(tree, node.right)];
  };
  const rows = trees.map((tree) => preorder(tree, 0));
  const nodes = rows.flat();
  const size = nodes.length;
  const bytes = new Uint8Array(size * NODE_BYTES + rows.length * TREE_BYTES);
  const view = new DataView(bytes.buffer);
  const afterRoots = size * 4 + rows.length * TREE_BYTES;
  for (const [at, { feature, value, jump }] of nodes.entries()) {
    view.setInt32(at * 4, value, true);
    view.setInt8(afterRoots + at, feature);
    view.setUint8(afterRoots + size + at, jump);
  }
  let root = 0;
  for (const [at, row] of rows.entries()) {
    view.setUint16(size * 4 + at * TREE_BYTES, root, true);
    root += row.length;
  }
  return {
    bias: Number(bias.toFixed(4)),
    step,
    size,
    trees: rows.length,
    code: Buffer.from(bytes).toString('base64'),
  };
}

/** The shortest number that is the same 32-bit number. */
function short(edge: number): string {
  for (let digits = 1; digits <= 9; digits += 1) {
    const text = String(Number(edge.toPrecision(digits)));
    if (Math.fround(Number(text)) === Math.fround(edge)) return text;
  }
  return String(edge);
}
