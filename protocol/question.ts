/**
 * A question to one person about one topic (S13). At most one of a topic stands open for a person; it
 * is delivered in the window of the person's department, and its answer is kept and found again.
 */
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { personRefSchema, slugSchema } from './person.ts';
import { requiredText } from './text.ts';
import { momentSchema } from './time.ts';

/** As whom somebody is asked. The contact of a department is asked before its experts. */
export const ASKED_AS = ['submitter', 'contact', 'expert', 'clearer'] as const;
export const askedAsSchema = z.enum(ASKED_AS);
export type AskedAs = z.infer<typeof askedAsSchema>;

/** How it is answered: by one of the options, in words, or by yes. */
export const QUESTION_FORMS = ['text', 'choice', 'confirm'] as const;

/**
 * `waiting` until the department's window opens, then `delivered`; `expired` when nobody answered in
 * time, `withdrawn` when the editors no longer need it.
 */
export const QUESTION_STATES = ['waiting', 'delivered', 'answered', 'expired', 'withdrawn'] as const;
export const questionStateSchema = z.enum(QUESTION_STATES);
export type QuestionState = z.infer<typeof questionStateSchema>;

/** A question as an editor puts it; the queue adds who asks, when it is delivered and when it is due. */
export const questionInputSchema = z.object({
  id: idSchema,
  topicId: idSchema,
  toId: slugSchema,
  askedAs: askedAsSchema,
  form: z.enum(QUESTION_FORMS),
  text: requiredText(LIMITS.question),
  options: z.array(requiredText(LIMITS.questionOption)).check(z.maxLength(LIMITS.questionOptions)),
});
export type QuestionInput = z.infer<typeof questionInputSchema>;

export const questionSchema = z.object({
  ...questionInputSchema.shape,
  /** For the person asked, who may not see the topic itself. */
  topicTitle: requiredText(LIMITS.title),
  to: personRefSchema,
  askedBy: personRefSchema,
  askedAt: momentSchema,
  /** When it reaches the person: at once, or when the department's window opens next. */
  deliverAt: momentSchema,
  dueAt: momentSchema,
  state: questionStateSchema,
  answer: z.nullable(requiredText(LIMITS.answer)),
  answeredAt: z.nullable(momentSchema),
});
export type Question = z.infer<typeof questionSchema>;
