/** What an extractor says of a page, in the words of the labels. */

export const FIELDS = ['title', 'byline', 'published', 'siteName', 'lang', 'canonicalUrl', 'excerpt'] as const;

export type Field = (typeof FIELDS)[number];

/** Every field and the text; empty where the extractor found nothing. */
export type Answer = Record<Field | 'text', string>;

/** The same as extractors answer it. */
export type RawAnswer = Partial<Record<Field | 'text', string | readonly string[] | null | undefined>>;

const plain = (value: RawAnswer[Field]): string => (typeof value === 'string' ? value : (value ?? []).join(', '));

export const answerOf = (raw: RawAnswer): Answer => ({
  title: plain(raw.title),
  byline: plain(raw.byline),
  published: plain(raw.published),
  siteName: plain(raw.siteName),
  lang: plain(raw.lang),
  canonicalUrl: plain(raw.canonicalUrl),
  excerpt: plain(raw.excerpt),
  text: plain(raw.text),
});
