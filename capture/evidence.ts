import { type Thing, readLinkedData } from './json-ld.ts';
import { type Meta, readMeta } from './meta.ts';
import { regionsOf, type Regions } from './regions.ts';
import type { Page } from './page.ts';

/** All that the signal sources look at: read once, shared by all of them. */
export type Evidence = {
  page: Page;
  meta: Meta;
  things: readonly Thing[];
  regions: Regions;
};

export function* gatherEvidence(page: Page): Generator<void, Evidence> {
  const meta = readMeta(page);
  yield;
  const things = readLinkedData(page.linkedData);
  yield;
  return { page, meta, things, regions: yield* regionsOf(page) };
}
