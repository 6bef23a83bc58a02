/** The questions to this person in the popup: followed while it is open, answered where they stand. */
import type { PopupQuestions } from '../../components/questions/popup-questions.tsx';
import type { QuestionsToMe } from '../../desk/question-views.ts';
import { answerQuestion, questionsToMe } from '../../storage/answer-question.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { live } from '../../storage/live.ts';
import { discardParked } from '../../storage/parked.ts';
import { requestSync } from '../browser/background-calls.ts';

export function followQuestions(db: AccountDatabase, show: (questions: PopupQuestions) => void) {
  let known: QuestionsToMe | null = null;
  let answeredId: string | null = null;
  let failed = false;
  const draw = () => {
    if (known === null) return;
    const { open, earlier } = known;
    const answered = [...open, ...earlier].find(
      ({ question, delivery }) =>
        question.id === answeredId && (question.state === 'answered' || delivery.kind === 'parked'),
    );
    show({ open, answered: answered ?? null, failed });
  };
  live(() => questionsToMe(db, Date.now())).subscribe({
    next(questions) {
      known = questions;
      draw();
    },
    // The form for the page works all the same.
    error: () => undefined,
  });
  return {
    onAnswer(questionId: string, answer: string): void {
      answerQuestion(db, questionId, answer, Date.now()).then(
        () => {
          failed = false;
          answeredId = questionId;
          draw();
          requestSync();
        },
        () => {
          failed = true;
          draw();
        },
      );
    },
    onDiscardAnswer(entryId: string): void {
      void discardParked(db, entryId).catch(() => undefined);
    },
  };
}
