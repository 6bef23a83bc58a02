/** One appearance of a topic on one channel. A topic has a state; where and when it appears stands here. */
import * as z from 'zod/mini';
import { isWebAddress } from './clip.ts';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { personRefSchema, slugSchema } from './person.ts';
import { networkSchema, shareTextsSchema } from './sharing.ts';
import { boundedText, requiredText } from './text.ts';
import { momentSchema } from './time.ts';

export const PUBLICATION_STATES = ['proposed', 'planned', 'published', 'cancelled'] as const;
const publicationStateSchema = z.enum(PUBLICATION_STATES);

export const publicationInputSchema = z.object({
  id: idSchema,
  topicId: idSchema,
  channelId: slugSchema,
  state: publicationStateSchema,
  /** The day it is planned for, as a moment; null: without a date yet. */
  dueAt: z.nullable(momentSchema),
  publishedAt: z.nullable(momentSchema),
  address: z.nullable(
    boundedText(LIMITS.address).check(z.refine(isWebAddress, { error: 'not an http or https address' })),
  ),
  /** From here on an absent field stays as it is: an older extension moves a date and lifts no embargo. */
  ownerId: z.optional(z.nullable(slugSchema)),
  /** Before this moment it is on no screen but the desk's, published or not. */
  embargoUntil: z.optional(z.nullable(momentSchema)),
  /** Empty: those of the topic's goal. */
  audienceIds: z.optional(z.array(slugSchema).check(z.maxLength(LIMITS.audiences))),
  /** Whether employees may pass it on, and over which networks. */
  shareable: z.optional(z.boolean()),
  networks: z.optional(z.array(networkSchema)),
  shareTexts: z.optional(shareTextsSchema),
});
export type PublicationInput = z.infer<typeof publicationInputSchema>;

export const publicationSchema = z.object({
  ...publicationInputSchema.shape,
  /** Who answers for it; null: the owner of its channel. */
  ownerId: z._default(z.nullable(slugSchema), null),
  embargoUntil: z._default(z.nullable(momentSchema), null),
  audienceIds: z._default(z.array(slugSchema), []),
  shareable: z._default(z.boolean(), false),
  networks: z._default(z.array(networkSchema), []),
  shareTexts: z._default(shareTextsSchema, {}),
  /** The picture of its topic, for those who do not hold the clip it is of; null: there is none for everybody. */
  picture: z._default(z.nullable(z.object({ clipId: idSchema, hash: requiredText(64) })), null),
  by: personRefSchema,
  changedAt: momentSchema,
});
export type Publication = z.infer<typeof publicationSchema>;
