/** What a device found on a page that is company information: levels that it is marked with, and kinds of personal data. */
import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { boundedText } from './text.ts';

/** How far company information may go, the freest first: a later one wins over those before it. */
export const LEVELS = ['public', 'internal', 'confidential', 'strictly_confidential'] as const;
export const levelSchema = z.enum(LEVELS);
export type Level = z.infer<typeof levelSchema>;

export const PERSONAL_DATA = [
  'iban',
  'tax_id',
  'health',
  'birth_date',
  'personnel_number',
  'email_list',
  'phone',
  'postal_address',
] as const;
const personalDataSchema = z.enum(PERSONAL_DATA);
export type PersonalData = z.infer<typeof personalDataSchema>;

/** A page that may not be published from before some time. */
const embargoSchema = z.object({
  /** As the page says it, `2026-12-15` or `2026-12-15T11:00`, in its own time unless `Z` follows; null: no date that can be read. */
  until: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}Z?)?$/))),
});
export type Embargo = z.infer<typeof embargoSchema>;

/** Travels with a clip: kinds only, never the words that were found. */
export const foundSchema = z.object({
  markings: z.array(levelSchema).check(z.maxLength(LEVELS.length)),
  personalData: z.array(personalDataSchema).check(z.maxLength(PERSONAL_DATA.length)),
  /** Absent: the page says nothing of one. */
  embargo: z.optional(embargoSchema),
});
export type Found = z.infer<typeof foundSchema>;

/** Where on a page a text stands that may be a marking. */
const MARKING_PLACES = ['title', 'meta', 'heading', 'edge', 'text', 'link', 'cell', 'label', 'property'] as const;
export type MarkingPlace = (typeof MARKING_PLACES)[number];

/** A short text that may be a marking. Stays on the device. `level`: what it was found to say; null before anybody asked. */
export const markingTextSchema = z.object({
  text: boundedText(LIMITS.markingText),
  place: z.enum(MARKING_PLACES),
  level: z._default(z.nullable(levelSchema), null),
});
export type MarkingText = z.infer<typeof markingTextSchema>;
