import type { Translate } from '../../locales/t.ts';
import type { questions } from '../../locales/words.ts';
import type { Question } from '../../protocol/question.ts';

/** An answer as its reader says it: yes and no are kept without a language. */
export const answerText = (
  { form, answer }: Pick<Question, 'form' | 'answer'>,
  t: Translate<(typeof questions)['de']>,
): string => (form === 'confirm' && (answer === 'yes' || answer === 'no') ? t(answer) : (answer ?? ''));
