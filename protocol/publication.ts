/** One appearance of a topic on one channel. A topic has a state; where and when it appears stands here. */
import * as z from 'zod/mini';
import { isWebAddress } from './clip.ts';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { personRefSchema, slugSchema } from './person.ts';
import { boundedText } from './text.ts';
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
});
export type PublicationInput = z.infer<typeof publicationInputSchema>;

export const publicationSchema = z.object({
  ...publicationInputSchema.shape,
  by: personRefSchema,
  changedAt: momentSchema,
});
export type Publication = z.infer<typeof publicationSchema>;
