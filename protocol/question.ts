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
const askedAsSchema = z.enum(ASKED_AS);
export type AskedAs = z.infer<typeof askedAsSchema>;

/** How it is answered: in words, by one of the options, or by yes or no. */
export const QUESTION_FORMS = ['text', 'choice', 'confirm'] as const;
export type QuestionForm = (typeof QUESTION_FORMS)[number];
/** What answers a question of the form `confirm`; the words for it are each reader's own. */
export const CONFIRM_ANSWERS = ['yes', 'no'] as const;

/**
 * `waiting` until the department's window opens, then `delivered`; `expired` when nobody answered in
 * time, `withdrawn` when the editors no longer need it.
 */
const QUESTION_STATES = ['waiting', 'delivered', 'answered', 'expired', 'withdrawn'] as const;
const questionStateSchema = z.enum(QUESTION_STATES);
export type QuestionState = z.infer<typeof questionStateSchema>;

/** A question as an editor puts it; the queue adds who asks and as whom, when it is delivered and when it is due. */
export const questionInputSchema = z.object({
  id: idSchema,
  topicId: idSchema,
  toId: slugSchema,
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
  /** Who was meant and is away: the deputy is asked [AS5]. */
  insteadOf: z._default(z.nullable(personRefSchema), null),
  askedAs: askedAsSchema,
  askedBy: personRefSchema,
  askedAt: momentSchema,
  /** When it reaches the person: at once, or when the department's window opens next. */
  deliverAt: momentSchema,
  /** Null as long as the person knows nothing of it. */
  deliveredAt: z.nullable(momentSchema),
  dueAt: momentSchema,
  state: questionStateSchema,
  answer: z.nullable(requiredText(LIMITS.answer)),
  answeredAt: z.nullable(momentSchema),
});
export type Question = z.infer<typeof questionSchema>;

/** A way to answer without the extension: told once to the editor who asks for it, and kept as a hash. */
export const questionLinkSchema = z.object({
  /** 32 random bytes in base64url; stands behind `/q/` in the link. */
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  /** With the question. */
  expiresAt: momentSchema,
});
export type QuestionLink = z.infer<typeof questionLinkSchema>;
