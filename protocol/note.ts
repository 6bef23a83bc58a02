/**
 * What editors write for each other about a topic. Apart from the sentence to the submitters in field,
 * table and action, so that no merge and no screen can mix the two; sent to the desk only [VI1].
 */
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { personRefSchema } from './person.ts';
import { requiredText } from './text.ts';
import { momentSchema } from './time.ts';

export const noteInputSchema = z.object({ id: idSchema, topicId: idSchema, text: requiredText(LIMITS.note) });
export type NoteInput = z.infer<typeof noteInputSchema>;

export const noteSchema = z.object({ ...noteInputSchema.shape, by: personRefSchema, at: momentSchema });
export type Note = z.infer<typeof noteSchema>;
