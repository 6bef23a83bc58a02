/** The capture in the form that scorers of page extraction call, and nothing beside it: nobody asks for markings. */
import { captureUnmarked } from '../../capture/index.ts';

function extract(document: Document, url: string): Record<string, string | string[]> {
  const capture = captureUnmarked(document, url);
  let step = capture.next();
  while (step.done !== true) step = capture.next();
  const draft = step.value;
  return {
    title: draft.title,
    byline: draft.byline,
    siteName: draft.siteName ?? '',
    lang: draft.lang ?? '',
    published: draft.published ?? '',
    canonicalUrl: draft.canonicalAddress ?? '',
    excerpt: draft.excerpt,
    text: draft.text,
  };
}

Object.assign(globalThis, { extract });
