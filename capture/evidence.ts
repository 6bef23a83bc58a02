import { isDiscussion } from './discussion.ts';
import { headsOfFrames } from './frames.ts';
import { readLinkedData, type Thing } from './json-ld.ts';
import { type Marks, markNodes } from './marks.ts';
import { type Meta, readMeta } from './meta.ts';
import type { Page } from './page.ts';
import { type Regions, regionsOf } from './regions.ts';
import { headOfThisPage } from './stale-head.ts';

/** All that the signal sources look at: read once, shared by all of them. */
export type Evidence = {
  page: Page;
  marks: Marks;
  meta: Meta;
  things: readonly Thing[];
  regions: Regions;
  /** True for a page on which people answer each other. */
  discussion: boolean;
};

export function* gatherEvidence(page: Page): Generator<void, Evidence> {
  const { marks, outerTitle } = headsOfFrames(page, yield* markNodes(page));
  const meta = readMeta(page, marks, outerTitle);
  yield;
  const things = yield* readLinkedData(page.linkedData, page.address);
  yield;
  const head = headOfThisPage({ page, marks, meta, things });
  yield;
  const discussion = isDiscussion(page, things);
  return { ...head, discussion, regions: yield* regionsOf(page, discussion, marks.names) };
}
