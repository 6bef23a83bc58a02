/** Opens the page that reads documents where there is none: a document of its own, or a frame in Firefox's event page. */
import { ownAddress } from '../browser/own-address.ts';

const PAGE = 'offscreen.html';

/** Chromium only, and unknown to the types of the polyfill. */
type Offscreen = {
  createDocument(parameters: { url: string; reasons: string[]; justification: string }): Promise<void>;
};

let opening: Promise<void> | null = null;

/** Resolves when the page listens. */
export function openReader(): Promise<void> {
  opening ??= open().finally(() => {
    opening = null;
  });
  return opening;
}

async function open(): Promise<void> {
  const { chrome } = globalThis as { chrome?: { offscreen?: Offscreen } };
  if (chrome?.offscreen === undefined) return openFrame();
  const reasons = ['WORKERS'];
  // Rejects where one is open already, which is just as well.
  await chrome.offscreen
    .createDocument({ url: PAGE, reasons, justification: 'Reads a document that a person clips.' })
    .catch(() => undefined);
}

async function openFrame(): Promise<void> {
  if (document.querySelector('iframe') !== null) return;
  const frame = document.createElement('iframe');
  frame.src = ownAddress(PAGE);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.documentElement.append(frame);
  await loaded;
}
