import { LIMITS } from '../../protocol/limits.ts';
import type { QuestionForm } from '../../protocol/question.ts';

/** What an editor is about to ask; kept by the caller, so that closing the panel loses no word. */
export type AskDraft = {
  /** Null: the first who may be asked. */
  toId: string | null;
  form: QuestionForm;
  text: string;
  /** One answer a line. */
  options: string;
};
export const NO_ASK_DRAFT: AskDraft = { toId: null, form: 'text', text: '', options: '' };

/** The answers to choose from, each once. */
export const optionsOf = ({ form, options }: AskDraft): string[] =>
  form === 'choice' ? [...new Set(options.split('\n').map((line) => line.trim()))].filter((line) => line !== '') : [];

/** Whether there is something to choose from, as the rules want it. */
export function optionsFit(draft: AskDraft): boolean {
  const options = optionsOf(draft);
  if (draft.form !== 'choice') return true;
  return (
    options.length >= 2 &&
    options.length <= LIMITS.questionOptions &&
    options.every((option) => option.length <= LIMITS.questionOption)
  );
}
