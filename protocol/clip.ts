/**
 * A clip: what one person captured from one page. `ClipDraft` is what capture reads, `Clip` what
 * leaves the device (VI4), `ClipRow` what the queue sends back.
 */
import * as z from 'zod/mini';
import { foundSchema, markingTextSchema } from './found.ts';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { NOTHING_FOUND } from './nothing-found.ts';
import { personRefSchema, slugSchema } from './person.ts';
import { boundedText, requiredText } from './text.ts';
import { momentSchema, partialDateSchema } from './time.ts';

export const CLIP_KINDS = ['intranet', 'news', 'document', 'wiki', 'other'] as const;
export const clipKindSchema = z.enum(CLIP_KINDS);
export type ClipKind = z.infer<typeof clipKindSchema>;

/** True for an address that another person could open too. */
export function isWebAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '';
}

const addressSchema = boundedText(LIMITS.address).check(
  z.refine(isWebAddress, { error: 'not an http or https address' }),
);

/** What of a draft was longer than its limit and was cut. Said to the person, never hidden. */
const cutSchema = z.enum(['title', 'excerpt', 'quote', 'text', 'page']);

/**
 * How much of the page the person could see when it was read: all of it; what stands before a
 * paywall; a page that asks to sign in; an error page, whatever status it came with; a document whose
 * pages are pictures; one that is locked with a password. Said to the person before they suggest it.
 */
export const ACCESS = ['full', 'excerpt_only', 'sign_in', 'error_page', 'scanned', 'encrypted'] as const;
const accessSchema = z.enum(ACCESS);
export type Access = z.infer<typeof accessSchema>;

/** Where a clipped link stood: the page that made the person click. */
const contextSchema = z.object({ address: addressSchema, title: boundedText(LIMITS.title) });

/** The image that a person clipped, with what the page says of it and of its use. Never loaded by others: its address is a fact, not a source. */
export const clippedImageSchema = z.object({
  address: addressSchema,
  alt: boundedText(LIMITS.alt),
  caption: boundedText(LIMITS.caption),
  width: z.nullable(z.int().check(z.positive(), z.maximum(100_000))),
  height: z.nullable(z.int().check(z.positive(), z.maximum(100_000))),
  credit: boundedText(LIMITS.credit),
  /** The licence as the page names it or links it; empty: it says nothing, so ask before use. */
  licence: boundedText(LIMITS.credit),
});
export type ClippedImage = z.infer<typeof clippedImageSchema>;

/** Where a picture stands and how large it is; its bytes travel apart (BL1). */
export const pictureSchema = z.object({
  /** SHA-256 of the bytes, lower-case hex: ties the upload to this clip. */
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  type: z.enum(['image/webp', 'image/jpeg', 'image/png']),
  width: z.int().check(z.positive(), z.maximum(10_000)),
  height: z.int().check(z.positive(), z.maximum(10_000)),
  bytes: z.int().check(z.positive(), z.maximum(LIMITS.pictureBytes)),
  /** What it shows, for those who do not see it; empty when nobody knows. */
  alt: z._default(boundedText(LIMITS.alt), ''),
});
export type Picture = z.infer<typeof pictureSchema>;

/** What a page says of itself. All of it may be wrong: the page is hostile until shown otherwise. */
const pageFields = {
  address: addressSchema,
  canonicalAddress: z.nullable(addressSchema),
  title: boundedText(LIMITS.title),
  kind: clipKindSchema,
  siteName: z.nullable(requiredText(LIMITS.siteName)),
  byline: z.array(requiredText(LIMITS.byline)).check(z.maxLength(LIMITS.bylines)),
  lang: z.nullable(boundedText(LIMITS.language)),
  published: z.nullable(partialDateSchema),
  modified: z.nullable(partialDateSchema),
  excerpt: boundedText(LIMITS.excerpt),
  quote: z.nullable(requiredText(LIMITS.quote)),
  /** Text directive that finds the quote again (`text=…`, to stand behind `#:~:`); null if it could not be made. */
  quotePlace: z._default(z.nullable(requiredText(LIMITS.quotePlace)), null),
  access: z._default(accessSchema, 'full'),
  context: z._default(z.nullable(contextSchema), null),
  clippedImage: z._default(z.nullable(clippedImageSchema), null),
  cut: z.array(cutSchema),
  /** What the rules for company information are about; the queue judges by it too [IN2]. */
  found: z._default(foundSchema, NOTHING_FOUND),
};

/** The fields of a draft that name their signal. */
const signalFieldSchema = z.enum([
  'title',
  'byline',
  'siteName',
  'lang',
  'published',
  'modified',
  'canonicalAddress',
  'excerpt',
  'text',
  'image',
  'kind',
  'access',
]);

/** A page as it was read, before a person put a department and goal to it. */
export const clipDraftSchema = z.object({
  ...pageFields,
  /** Stays on the device: feeds search, similarity and language there (VI4). */
  text: boundedText(LIMITS.pageText),
  /** Stay on the device too: what there may say how far the page may go. */
  markings: z._default(z.array(markingTextSchema).check(z.maxLength(LIMITS.markingTexts)), []),
  wordCount: z.int().check(z.nonnegative()),
  /** A page's lead picture, only as an address; nothing is fetched while capturing (CA1). */
  imageAddress: z.nullable(addressSchema),
  imageAlt: z._default(boundedText(LIMITS.alt), ''),
  /** For each field that was found, the signal it came from, such as `json-ld headline`. */
  signals: z._default(z.partialRecord(signalFieldSchema, boundedText(LIMITS.signal)), {}),
});
export type ClipDraft = z.infer<typeof clipDraftSchema>;

export const clipSchema = z.object({
  id: idSchema,
  ...pageFields,
  title: requiredText(LIMITS.title),
  departmentId: slugSchema,
  /** Null: the person does not know, the editors decide. */
  goalId: z.nullable(slugSchema),
  note: boundedText(LIMITS.note),
  picture: z.nullable(pictureSchema),
  capturedAt: momentSchema,
});
export type Clip = z.infer<typeof clipSchema>;

/** What a submitter may change until the topic is accepted. An absent field stays as it is. */
export const clipChangesSchema = z.object({
  title: z.optional(requiredText(LIMITS.title)),
  departmentId: z.optional(slugSchema),
  goalId: z.optional(z.nullable(slugSchema)),
  note: z.optional(boundedText(LIMITS.note)),
  /** A clip never waits for its picture (BL1): one that is ready later arrives as a change. */
  picture: z.optional(pictureSchema),
  /** A clip never waits for the inside of a document either: what is read of it later arrives like this. */
  byline: z.optional(pageFields.byline),
  lang: z.optional(pageFields.lang),
  published: z.optional(pageFields.published),
  modified: z.optional(pageFields.modified),
  excerpt: z.optional(pageFields.excerpt),
  access: z.optional(accessSchema),
  found: z.optional(foundSchema),
});
export type ClipChanges = z.infer<typeof clipChangesSchema>;

/** A clip as the queue holds it. */
export const clipRowSchema = z.object({
  clip: clipSchema,
  topicId: idSchema,
  submitter: personRefSchema,
  addressKey: z.string().check(z.maxLength(64)),
  receivedAt: momentSchema,
});
export type ClipRow = z.infer<typeof clipRowSchema>;
