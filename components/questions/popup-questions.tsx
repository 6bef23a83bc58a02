import './questions.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { QuestionToMe } from '../../desk/question-views.ts';
import { refusals, questions as words } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { useMoreBelow } from '../popup/use-more-below.ts';
import { useWindowKey } from '../use-window-key.ts';
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

/** Leads from the form to the answer; on a Mac, Option with the letter types the other character. */
const TO_ANSWER = { keys: ['a', 'å'], shortcut: 'Alt+A' };

/** Where an answer is given, and where the form for the page goes on. */
const ANSWER = 'textarea, .answer-choice';
const PAGE = '.popup-body :is([data-first-focus], .button-primary)';

/**
 * Over the form for the page: the most urgent question, to be answered where it stands. Takes no focus by itself, for
 * clipping goes first and Enter saves; one key leads here. Behind an answer the next question has the focus, else the page.
 */
export function PopupQuestionCard({
  questions: { open, answered, failed },
  onAnswer,
  onDiscard,
  onMore,
}: PopupQuestionsProps) {
  const t = useWords(words);
  const explain = useWords(refusals);
  const [first] = open;
  const card = useRef<HTMLElement>(null);
  const look = useMoreBelow(card);
  const hasAnswered = useRef(false);
  const firstId = first?.question.id ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once another question stands there, or none
  useLayoutEffect(() => {
    // The field of the answer is gone, and the focus with it.
    const isLost = document.activeElement === null || document.activeElement === document.body;
    const isBehindAnswer = hasAnswered.current;
    hasAnswered.current = false;
    if (!isBehindAnswer || !isLost) return;
    (card.current?.querySelector<HTMLElement>(ANSWER) ?? document.querySelector<HTMLElement>(PAGE))?.focus();
  }, [firstId]);
  useWindowKey((event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const answer = card.current?.querySelector<HTMLElement>(ANSWER);
    if (answer == null || !TO_ANSWER.keys.includes(event.key.toLowerCase())) return;
    event.preventDefault();
    answer.focus();
  });
  const said = () => {
    if (failed) return t('notKept');
    if (answered === null) return '';
    const { delivery } = answered;
    return delivery.kind === 'parked' ? `${t('parked')}. ${explain(delivery.refusal.kind)}` : t(delivery.kind);
  };
  return (
    <aside
      ref={card}
      class="popup-questions"
      aria-label={t('heading')}
      hidden={first === undefined && said() === ''}
      onScroll={look}
    >
      <p class="popup-questions-said small" role="status">
        {said()}
      </p>
      {first === undefined ? null : (
        <QuestionCard
          key={first.question.id}
          entry={first}
          digits
          shortcut={TO_ANSWER.shortcut}
          onAnswer={(answer) => {
            hasAnswered.current = true;
            onAnswer(first.question.id, answer);
          }}
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
