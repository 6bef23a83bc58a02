/** How far a page has come with arriving. */
import { hasElementFor, readyStateOf } from './dom.ts';
import type { Arrival } from './unfinished.ts';

/** What pages show in the place of what they are still loading. */
const BUSY = [
  '[aria-busy="true"]',
  '[role="progressbar"]',
  '[class*="skeleton" i]',
  '[class*="spinner" i]',
  '[class*="loading" i]',
];

/** How far a document has come. Each selector costs a look at every element, so it yields between them. */
export function* arrivalOf(document: Document): Generator<void, Arrival> {
  const ready = readyStateOf(document);
  if (ready !== 'complete') return ready === 'loading' ? 'loading' : 'waiting';
  for (const selector of BUSY) {
    if (hasElementFor(document, selector)) return 'waiting';
    yield;
  }
  return 'settled';
}
