import { questions, asking as words } from '../../locales/words.ts';
import type { Question } from '../../protocol/question.ts';
import { useFormat, useWords } from '../language.tsx';
import { answerText } from './answer-text.ts';

type EarlierAnswersProps = { answers: readonly Question[]; onTakeOver(note: string): void };

/** [QU8] What was answered before. The region is always there, so that it is read out when something is found. */
export function EarlierAnswers({ answers, onTakeOver }: EarlierAnswersProps) {
  const t = useWords(words);
  const says = useWords(questions);
  const format = useFormat();
  return (
    <div role="status">
      {answers.length === 0 ? null : (
        <ul class="ask-before">
          {answers.map((question) => {
            const date = format.date(question.answeredAt ?? question.askedAt);
            const answer = answerText(question, says);
            return (
              <li key={question.id} class="ask-before-entry">
                <p class="small soft">
                  {t('before', { date })} ·{' '}
                  <span class="foreign" dir="auto">
                    {question.topicTitle}
                  </span>
                </p>
                <p class="foreign" dir="auto">
                  {question.text}
                </p>
                <p class="question-answer foreign" dir="auto">
                  <bdi>{t('from', { name: question.to.name })}</bdi> {answer}
                </p>
                <button
                  type="button"
                  class="button"
                  onClick={() =>
                    onTakeOver(t('takenOver', { name: question.to.name, date, question: question.text, answer }))
                  }
                >
                  {t('takeOver')}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
