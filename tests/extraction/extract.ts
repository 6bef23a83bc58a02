/** The capture in the form that scorers of page extraction call, and nothing beside it: nobody asks for markings. */
import { captureArticle } from '../../capture/index.ts';

function extract(document: Document, url: string): Record<string, string | string[]> {
  const capture = captureArticle(document, url);
  let step = capture.next();
  while (step.done !== true) step = capture.next();
  const article = step.value;
  return {
    title: article.title,
    byline: article.byline,
    siteName: article.siteName ?? '',
    lang: article.lang ?? '',
    published: article.published ?? '',
    canonicalUrl: article.canonicalAddress ?? '',
    excerpt: article.excerpt,
    text: article.text,
  };
}

Object.assign(globalThis, { extract });
