/** Mozilla Readability as its documentation says: on a copy, for it changes the document that it reads. */
import { Readability } from '@mozilla/readability';
import type { RawAnswer } from '../answer.ts';
import { textOfHtml } from './text-of-html.ts';

type Article = ReturnType<Readability<string>['parse']>;

const extract = (document: Document): Article => new Readability(document.cloneNode(true) as Document).parse();

const plain = (article: Article): RawAnswer => ({
  title: article?.title,
  byline: article?.byline,
  siteName: article?.siteName,
  lang: article?.lang,
  published: article?.publishedTime,
  excerpt: article?.excerpt,
  text: textOfHtml(article?.content),
});

Object.assign(globalThis, { extract, plain });
