/**
 * A clip: what one person captured from one page. `ClipDraft` is what capture reads, `Clip` what
 * leaves the device (VI4), `ClipRow` what the queue sends back.
 */
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
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

/** Where a picture stands and how large it is; its bytes travel apart (BL1). */
export const pictureSchema = z.object({
  /** SHA-256 of the bytes, lower-case hex: ties the upload to this clip. */
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  type: z.enum(['image/webp', 'image/jpeg', 'image/png']),
  width: z.int().check(z.positive(), z.maximum(10_000)),
  height: z.int().check(z.positive(), z.maximum(10_000)),
  bytes: z.int().check(z.positive(), z.maximum(LIMITS.pictureBytes)),
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
  cut: z.array(cutSchema),
};

/** A page as it was read, before a person put a department and goal to it. */
export const clipDraftSchema = z.object({
  ...pageFields,
  /** Stays on the device: feeds search, similarity and language there (VI4). */
  text: boundedText(LIMITS.pageText),
  wordCount: z.int().check(z.nonnegative()),
  /** A page's lead picture, only as an address; nothing is fetched while capturing (CA1). */
  imageAddress: z.nullable(addressSchema),
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
