/** `Page` → what leaves the page's process. */
import { MAX_SAID } from './capture-limits.ts';
import {
  ELEMENT,
  KINDS,
  MAX_NAME,
  MAX_STEPS,
  MAX_UNITS,
  type PackedPage,
  type Part,
  SAYING,
  TEXT,
} from './packed-page.ts';
import type { Page, PageNode } from './page.ts';

/** Yields after each part. Beyond `MAX_SAID` the rest of the page is left out, and it says that it was cut. */
export function* packPage(page: Page): Generator<void, PackedPage> {
  const { address, contentType, nodes, runs, linkedData } = page;
  const packed: PackedPage = {
    address,
    contentType,
    cut: page.cut,
    linkedData: linkedData.filter(Boolean),
    labels: page.labels,
    parts: [],
  };
  const numbers = new Map([['', 0]]);
  let part: Part = [[], [], [], []];
  let units = 0;
  let saidLeft = MAX_SAID;
  /** The innermost element that is open. */
  let open = -1;
  let run = 0;

  const step = (kind: number, parent: number): void => {
    const up = depthOf(nodes, open) - depthOf(nodes, parent);
    part[0].push(up * KINDS + kind);
    open = parent;
  };
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    part[1].push(name.slice(0, MAX_NAME));
    take(name.length);
    return numbers.size - 1;
  };
  const take = (length: number): void => {
    units += length;
    saidLeft -= length;
  };
  const endPart = (): void => {
    packed.parts.push(JSON.stringify(part));
    part = [[], [], [], []];
    units = 0;
  };

  for (let index = 0; index <= nodes.length; index += 1) {
    const node = nodes[index];
    for (const end = node?.firstRun ?? runs.length; run < end; run += 1) {
      const said = runs[run];
      if (said === undefined) break;
      step(TEXT, said.node);
      part[2].push(said.text);
      units += said.text.length;
      if (isFull(part, units)) {
        endPart();
        yield;
      }
    }
    if (node === undefined) break;
    if (saidLeft <= 0) {
      packed.cut = true;
      break;
    }
    const said = saidBy(node);
    step(said === null ? ELEMENT : SAYING, node.parent);
    part[0].push(numberOf(node.tag), numberOf(node.hints));
    open = index;
    if (said !== null) {
      part[3].push(said);
      for (const name in said) take(name.length + (said[name]?.length ?? 0));
    }
    if (isFull(part, units)) {
      endPart();
      yield;
    }
  }
  endPart();
  return packed;
}

const isFull = ([steps]: Part, units: number): boolean => steps.length >= MAX_STEPS * 3 || units >= MAX_UNITS;

const depthOf = (nodes: readonly PageNode[], index: number): number => nodes[index]?.depth ?? -1;

/** What an element says beside its names; null for most. `role` and `hidden` are no attributes of a node, so their names are free. */
function saidBy({ role, hidden, attributes }: PageNode): Record<string, string> | null {
  if (role !== '' || hidden)
    return { ...attributes, ...(role === '' ? {} : { role }), ...(hidden ? { hidden: '' } : {}) };
  for (const _ in attributes) return attributes;
  return null;
}
