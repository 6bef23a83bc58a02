import './questions.css';
import type { QuestionToMe } from '../../desk/question-views.ts';
import { refusals, questions as words } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { QuestionCard } from './question-card.tsx';

export type PopupQuestions = {
  /** The most urgent first. */
  open: readonly QuestionToMe[];
  /** The question that was just answered here, with how far its answer came. */
  answered: QuestionToMe | null;
  failed: boolean;
};

type PopupQuestionsProps = {
  questions: PopupQuestions;
  onAnswer(questionId: string, answer: string): void;
  onDiscard(entryId: string): void;
  onMore(): void;
};

/** Over the form for the page: the most urgent question, to be answered where it stands. Takes no focus: clipping goes first. */
export function PopupQuestionCard({
  questions: { open, answered, failed },
  onAnswer,
  onDiscard,
  onMore,
}: PopupQuestionsProps) {
  const t = useWords(words);
  const explain = useWords(refusals);
  const [first] = open;
  const said = () => {
    if (failed) return t('notKept');
    if (answered === null) return '';
    const { delivery } = answered;
    return delivery.kind === 'parked' ? `${t('parked')}. ${explain(delivery.refusal.kind)}` : t(delivery.kind);
  };
  return (
    <aside class="popup-questions" aria-label={t('heading')} hidden={first === undefined && said() === ''}>
      <p class="popup-questions-said small" role="status">
        {said()}
      </p>
      {first === undefined ? null : (
        <QuestionCard
          key={first.question.id}
          entry={first}
          digits
          onAnswer={(answer) => onAnswer(first.question.id, answer)}
          onDiscard={onDiscard}
        />
      )}
      {open.length < 2 ? null : (
        <button type="button" class="button button-quiet popup-questions-more" onClick={onMore}>
          {t('more', { count: open.length - 1 })}
        </button>
      )}
    </aside>
  );
}
