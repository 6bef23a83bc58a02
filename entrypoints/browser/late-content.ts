/** Pages that show a frame first and their text a moment later. */
import { captureTab, isSamePage, type TabCapture } from './capture-tab.ts';

/** Between two readings, in milliseconds. */
const PAUSE = 250;

/** Reads a page that was still waiting for its text until it has it, for at most `within` milliseconds. Answers the fullest reading of the same page. */
export async function withLateContent(
  tab: Parameters<typeof captureTab>[0],
  first: TabCapture,
  within: number,
): Promise<TabCapture> {
  let best = first;
  for (let waited = 0; best.ok && best.unfinished && waited < within; waited += PAUSE) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const next = await captureTab(tab);
    if (!next.ok || !isSamePage(next.draft.address, best.draft.address)) return best;
    if (next.draft.wordCount >= best.draft.wordCount) best = next;
  }
  return best;
}
