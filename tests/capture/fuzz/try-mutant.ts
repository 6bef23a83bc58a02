/** One mutant: captured twice, and what must hold of it. Runs in a page of a real browser. */
import { capturePage } from '../../../capture/index.ts';
import { type ClipDraft, clipDraftSchema } from '../../../protocol/clip.ts';
import { mutate } from './mutate.ts';
import { randomOf } from './random.ts';

const ADDRESS = 'https://www.example.com/2026/11/22/page.html';

/** More than any page within the capture's limits can take. */
const MAX_STEPS = 20_000;

/** What a document is, with every shadow root that can be seen. */
function picture(root: Document | ShadowRoot | Element): string {
  const parts: string[] = [];
  const below = [root];
  for (let node = below.pop(); node !== undefined; node = below.pop()) {
    parts.push(serialise(node));
    for (const element of node.querySelectorAll('*')) if (element.shadowRoot !== null) below.push(element.shadowRoot);
  }
  return parts.join('\n');
}

const serialise = (node: Document | ShadowRoot | Element): string =>
  [...node.childNodes].map((child) => ('outerHTML' in child ? child.outerHTML : child.nodeValue)).join('\n');

function capture(document: Document): ClipDraft {
  const reading = capturePage(document, ADDRESS);
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
  throw new Error(`not done after ${MAX_STEPS} steps`);
}

/** What is wrong with how the mutant of this page and seed is captured; null if nothing is. */
export function tryMutant(html: string, seed: number): string | null {
  const document = new DOMParser().parseFromString(html, 'text/html');
  mutate(document, randomOf(seed));
  const before = picture(document);
  try {
    const first = capture(document);
    if (picture(document) !== before) return 'the page was changed';
    const checked = clipDraftSchema.safeParse(first);
    if (!checked.success) return `the draft is not valid: ${JSON.stringify(checked.error.issues).slice(0, 500)}`;
    if (JSON.stringify(capture(document)) !== JSON.stringify(first)) return 'the second answer is another one';
    return null;
  } catch (error) {
    return error instanceof Error ? `${error.message}\n${error.stack ?? ''}`.slice(0, 1_000) : String(error);
  }
}
