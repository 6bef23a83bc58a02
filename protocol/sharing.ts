/**
 * Passing on what was published (S9): with which networks' texts, and how often it was done. Who passed something on
 * is kept nowhere and is in no message.
 */
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { personRefSchema } from './person.ts';
import { requiredText } from './text.ts';

/** Where employees pass something on; `copy` is everywhere else. The order is the order on the screen. */
export const NETWORKS = ['linkedin', 'mastodon', 'facebook', 'instagram', 'xing', 'email', 'copy'] as const;
export const networkSchema = z.enum(NETWORKS);
export type Network = z.infer<typeof networkSchema>;

/** What to say there, in the company's words; a network without its own text takes that of `copy`. */
export const shareTextsSchema = z.partialRecord(networkSchema, requiredText(LIMITS.shareText));

/** How often a publication was passed on over one network on one day of the desk's time zone. */
export const shareSchema = z.object({
  /** `publicationId.network.day` */
  id: z.string().check(z.maxLength(80)),
  publicationId: idSchema,
  network: networkSchema,
  day: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  count: z.int().check(z.positive()),
});
export type Share = z.infer<typeof shareSchema>;

/** Whom a published topic is owed to: of those who suggested it, who agreed to be named. */
export const thanksSchema = z.object({ topicId: idSchema, people: z.array(personRefSchema).check(z.minLength(1)) });
export type Thanks = z.infer<typeof thanksSchema>;

/** That this person agreed to be named, sent to their own devices alone; without a row they did not. */
export const consentSchema = z.object({ personId: personRefSchema.shape.id });
export type Consent = z.infer<typeof consentSchema>;
