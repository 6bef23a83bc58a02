/** What is known already that is similar to a page somebody is about to suggest; and what editors said is not the same. */
import * as z from 'zod/mini';
import { isWebAddress } from './clip.ts';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { personRefSchema, slugSchema } from './person.ts';
import { boundedText } from './text.ts';
import { momentSchema } from './time.ts';
import { stateSchema } from './topic.ts';

/** No more of a page than a clip of it would bring [VI4]. */
export const similarRequestSchema = z.object({
  protocol: z.int().check(z.positive()),
  title: boundedText(LIMITS.title),
  excerpt: boundedText(LIMITS.excerpt),
  address: boundedText(LIMITS.address).check(z.refine((address) => address === '' || isWebAddress(address))),
});
export type SimilarRequest = z.infer<typeof similarRequestSchema>;

/** One that is similar. Of a topic that the reader may not see, no title, no name and no address [SM3]. */
const similarTopicSchema = z.object({
  topicId: idSchema,
  state: stateSchema,
  departmentId: slugSchema,
  supporterCount: z.int().check(z.nonnegative()),
  /** Null: not for this reader. */
  title: z.nullable(boundedText(LIMITS.title)),
  /** What both have, as it is written in the reader's own page. */
  words: z.array(boundedText(LIMITS.title)),
});
export type SimilarTopic = z.infer<typeof similarTopicSchema>;

export const similarResponseSchema = z.object({
  /** The most similar one first. */
  similar: z.array(similarTopicSchema).check(z.maxLength(LIMITS.similar)),
});

/** Two topics that an editor said are not the same, in the order of their ids; for the desk only. */
export const rejectionSchema = z.object({
  id: z.string().check(z.maxLength(80)),
  topicId: idSchema,
  otherId: idSchema,
  by: personRefSchema,
  at: momentSchema,
});
export type Rejection = z.infer<typeof rejectionSchema>;
