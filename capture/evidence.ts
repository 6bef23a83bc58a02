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
  /** The post that is meant, if the page is a feed; else -1. */
  post: number;
};

export function* gatherEvidence(page: Page): Generator<void, Evidence> {
  const { marks, outerTitle } = headsOfFrames(page, yield* markNodes(page));
  const meta = readMeta(page, marks, outerTitle);
  yield;
  const things = readLinkedData(page.linkedData);
  yield;
  const head = headOfThisPage({ page, marks, meta, things });
  yield;
  return { ...head, post: -1, regions: yield* regionsOf(page, isDiscussion(page, things)) };
}

const FORUM_ADDRESS = /\b(?:forums?|boards?|threads?|topics?|showthread|viewtopic|discussions?|questions|community)\b/i;

/** True for a page on which people answer each other: a forum's thread, a question with its answers. */
const isDiscussion = (page: Page, things: readonly Thing[]): boolean =>
  things.some(({ types }) => types.some((type) => /^(?:DiscussionForumPosting|QAPage|Question)$/.test(type))) ||
  (URL.canParse(page.address) && FORUM_ADDRESS.test(new URL(page.address).hostname + new URL(page.address).pathname));
