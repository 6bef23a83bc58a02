/** Answers that were given before: looked for before anybody is asked again (S13). */
import type { Question } from '../protocol/question.ts';

/** What is about to be asked. */
export type Asking = { text: string; toId: string | null; departmentId: string | null };

export type Answered = {
  question: Question;
  /** The department of the topic that it was about; null where that is not known here. */
  departmentId: string | null;
};

/** More would be read by nobody who is about to ask. */
const SHOWN = 3;
/** How far a question has to resemble what is asked: one word of three, or fewer where person or department are the same. */
const ENOUGH = 0.34;
const SAME_PERSON = 0.15;
const SAME_DEPARTMENT = 0.15;

/**
 * The answered questions that fit best to what is about to be asked, best first, at most three. At least one
 * word has to be the same: a colleague alone is no reason to read what they said of something else.
 * @param wordsOf the words of a text, stems where there are any.
 */
export function earlierAnswers(
  asking: Asking,
  answered: readonly Answered[],
  wordsOf: (text: string) => ReadonlySet<string>,
): Question[] {
  const words = wordsOf(asking.text);
  if (words.size === 0) return [];
  const fitting = answered.flatMap(({ question, departmentId }) => {
    if (question.state !== 'answered' || question.answer === null) return [];
    const about = wordsOf(`${question.text} ${question.topicTitle} ${question.form === 'text' ? question.answer : ''}`);
    const shared = [...words].filter((word) => about.has(word)).length / words.size;
    const score =
      shared +
      (question.to.id === asking.toId ? SAME_PERSON : 0) +
      (departmentId !== null && departmentId === asking.departmentId ? SAME_DEPARTMENT : 0);
    return shared > 0 && score >= ENOUGH ? [{ question, score }] : [];
  });
  fitting.sort((a, b) => b.score - a.score || (b.question.answeredAt ?? 0) - (a.question.answeredAt ?? 0));
  return fitting.slice(0, SHOWN).map(({ question }) => question);
}
