/** Pages that show a frame first and their text a moment later. */
import type { TabCapture } from './capture-tab.ts';

/** Between two readings, in milliseconds. */
const PAUSE = 250;

/**
 * Reads a page that was still waiting for its text until it has it, for at most about `within`
 * milliseconds. Answers the fullest reading of the page that was read `first`.
 */
export async function withLateContent(
  read: () => Promise<TabCapture>,
  first: TabCapture,
  within: number,
): Promise<TabCapture> {
  let best = first;
  for (let waited = 0; best.ok && best.unfinished && waited < within; waited += PAUSE) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const next = await read();
    // [CA2] A page that went on has no more of this one.
    if (!next.ok || next.draft.address !== best.draft.address) return best;
    if (next.draft.wordCount >= best.draft.wordCount) best = next;
  }
  return best;
}
