/** A list that somebody named: for themselves, or for everybody at the desk. */
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { personRefSchema } from './person.ts';
import { requiredText } from './text.ts';
import { topicFilterSchema } from './topic-filter.ts';

export const savedViewInputSchema = z.object({
  id: idSchema,
  name: requiredText(LIMITS.name),
  filter: topicFilterSchema,
  shared: z.boolean(),
});
export type SavedViewInput = z.infer<typeof savedViewInputSchema>;

export const savedViewSchema = z.object({ ...savedViewInputSchema.shape, owner: personRefSchema });
export type SavedView = z.infer<typeof savedViewSchema>;
