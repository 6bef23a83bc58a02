/** What a document says → `ClipDraft`. */

import type { ClipDraft } from '../../protocol/clip.ts';
import type { MarkingText } from '../../protocol/found.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { atOnce } from '../at-once.ts';
import { makeDraft } from '../draft.ts';
import { mostLikely } from '../marking-texts.ts';
import { mayBeMarking } from '../marking-words.ts';
import { authorsIn } from './authors.ts';
import type { DocumentFindings } from './findings.ts';
import { documentTitle } from './title.ts';

/** Of the text, as much as is looked at for words of the title: about two pages. UTF-16 units. */
const BEGINNING = 6_000;
/** A paragraph shorter than this is a heading, a date line or an address. */
const EXCERPT_FROM = 60;

/** @param name what the document is called where it says nothing: by its tab, link or file */
export function documentDraft(found: DocumentFindings, address: string, name: string): ClipDraft {
  const { format, paragraphs, lang, created, modified, description } = found;
  const title = documentTitle(found.statedTitle, found.heading, paragraphs.join(' ').slice(0, BEGINNING));
  const byline = found.authors.flatMap(authorsIn);
  const prose = paragraphs.find((text) => text.length >= EXCERPT_FROM && text !== title.value);
  const excerpt = description.length >= EXCERPT_FROM ? description : (prose ?? beginningOf(paragraphs, title.value));
  const tag = languageTag(lang);
  const signals = namedSignals(format, {
    title: title.signal,
    byline: byline.length > 0 ? 'author' : '',
    lang: tag === null ? '' : 'language',
    published: created === null ? '' : 'created',
    modified: modified === null ? '' : 'modified',
    excerpt: excerpt === '' ? '' : excerpt === description ? 'description' : 'text',
    text: paragraphs.length === 0 ? '' : 'text',
  });
  const draft = makeDraft(
    {
      address,
      canonicalAddress: null,
      title: title.value || name,
      kind: 'document',
      siteName: '',
      byline,
      lang: tag,
      published: created,
      modified,
      excerpt,
      image: null,
      access: found.access,
      signals,
      paragraphs,
      pageCut: found.pageCut,
    },
    '',
  );
  return { ...atOnce(draft), markings: documentMarkings(found, title.value) };
}

/** Those that found something, with the format that they are of: `pdf heading`. */
const namedSignals = (format: string, signals: ClipDraft['signals']): ClipDraft['signals'] =>
  Object.fromEntries(
    Object.entries(signals)
      .filter(([, signal]) => signal !== '')
      .map(([field, signal]) => [field, `${format} ${signal}`]),
  );

/** Slides and tables have no prose: their first lines say best what they are about. */
const beginningOf = (paragraphs: readonly string[], title: string): string =>
  paragraphs
    .slice(0, 6)
    .filter((text) => text !== title)
    .slice(0, 4)
    .join(' · ');

function languageTag(lang: string | null): string | null {
  const tag = lang?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) && tag.length <= 35 ? tag : null;
}

/** What the draft keeps of heads, feet and properties, and of the text what may be a marking. */
function documentMarkings({ markings, paragraphs, description }: DocumentFindings, title: string): MarkingText[] {
  const inText = paragraphs.map(
    (text): MarkingText => ({ text: text.slice(0, LIMITS.markingText), place: 'text', level: null }),
  );
  const stated: MarkingText[] = [
    { text: description.slice(0, LIMITS.markingText), place: 'property', level: null },
    { text: title, place: 'title', level: null },
  ];
  return mostLikely([...markings, ...stated, ...inText].filter(({ text }) => mayBeMarking(text)));
}
