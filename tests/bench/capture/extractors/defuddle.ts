/** Defuddle as its documentation says for a page in a browser. */
import Defuddle from 'defuddle';
import type { RawAnswer } from '../answer.ts';
import { textOfHtml } from './text-of-html.ts';

type Parsed = ReturnType<Defuddle['parse']>;

const extract = (document: Document): Parsed => new Defuddle(document).parse();

const plain = (parsed: Parsed): RawAnswer => ({
  title: parsed.title,
  byline: parsed.author,
  siteName: parsed.site,
  lang: parsed.language,
  published: parsed.published,
  excerpt: parsed.description,
  text: textOfHtml(parsed.content),
});

Object.assign(globalThis, { extract, plain });
