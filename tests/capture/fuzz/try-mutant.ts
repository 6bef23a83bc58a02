/** One mutant: captured twice, handed over whole and mangled, and what must hold of it. Runs in a page of a real browser. */
import { type HandedOver, handOver } from '../../../capture/hand-over.ts';
import { capturePage } from '../../../capture/index.ts';
import { withFoundOnPage } from '../../../desk/rules/find.ts';
import { readDraft } from '../../../entrypoints/browser/read-draft.ts';
import { type ClipDraft, clipDraftSchema } from '../../../protocol/clip.ts';
import { mangled } from './mangle.ts';
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

function finish<T>(reading: Generator<void, T>): T {
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
  throw new Error(`not done after ${MAX_STEPS} steps`);
}

const capture = (document: Document): ClipDraft => finish(capturePage(document, ADDRESS));

/** As it arrives in the extension. */
const handed = (document: Document): HandedOver & { took: number } =>
  JSON.parse(JSON.stringify({ ...finish(handOver(document, ADDRESS, [])), took: 1 }));

/** What is mangled is no page, or a page of which a valid draft is made; it is never thrown at the person. */
const MANGLED = 3;

/** What is wrong with how the mutant of this page and seed is captured; null if nothing is. */
export async function tryMutant(html: string, seed: number): Promise<string | null> {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const random = randomOf(seed);
  mutate(document, random);
  const before = picture(document);
  try {
    const first = capture(document);
    if (picture(document) !== before) return 'the page was changed';
    const checked = clipDraftSchema.safeParse(first);
    if (!checked.success) return `the draft is not valid: ${JSON.stringify(checked.error.issues).slice(0, 500)}`;
    if (JSON.stringify(capture(document)) !== JSON.stringify(first)) return 'the second answer is another one';
    const handedOver = handed(document);
    if (picture(document) !== before) return 'the page was changed when it was handed over';
    const read = (await readDraft(handedOver))?.draft;
    if (read === undefined) return 'what was handed over is not read';
    if (!first.cut.includes('page') && JSON.stringify(read) !== JSON.stringify(withFoundOnPage(checked.data)))
      return 'the draft of what was handed over is another one';
    for (let times = 0; times < MANGLED; times += 1) await readDraft(mangled(handedOver, random));
    return null;
  } catch (error) {
    return error instanceof Error ? `${error.message}\n${error.stack ?? ''}`.slice(0, 1_000) : String(error);
  }
}
