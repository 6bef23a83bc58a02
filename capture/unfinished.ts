/** Whether a page is worth a second reading in a moment: it is still arriving, or shows that it waits for its text. */
import { NODES_PER_PASS } from './capture-limits.ts';
import type { Page } from './page.ts';

/** What pages call the things that they show in the place of what they are still loading. */
const BUSY = /skeleton|spinner|loading/;
/** Fewer words than this are a frame around nothing. */
const A_FEW_WORDS = 30;

export function* isUnfinished(page: Page, ready: DocumentReadyState, wordCount: number): Generator<void, boolean> {
  if (ready === 'loading') return true;
  if (wordCount >= A_FEW_WORDS) return false;
  return ready !== 'complete' || wordCount === 0 || (yield* isBusy(page));
}

function* isBusy({ nodes }: Page): Generator<void, boolean> {
  for (const [at, { hints, role, attributes }] of nodes.entries()) {
    if (at % NODES_PER_PASS === NODES_PER_PASS - 1) yield;
    if (role === 'progressbar' || attributes['aria-busy'] === 'true' || BUSY.test(hints)) return true;
  }
  return false;
}
