/** When somebody is away: their deputy gets meanwhile what is asked of them [AS5]. */
import * as z from 'zod/mini';
import { daySchema } from './desk-rules.ts';
import { idSchema } from './id.ts';
import { personRefSchema } from './person.ts';

export const absenceInputSchema = z.object({
  id: idSchema,
  /** Both days included, by the desk's calendar. */
  from: daySchema,
  to: daySchema,
});
export type AbsenceInput = z.infer<typeof absenceInputSchema>;

export const absenceSchema = z.object({ ...absenceInputSchema.shape, person: personRefSchema });
export type Absence = z.infer<typeof absenceSchema>;
