import '../tokens.css';
import '../base.css';
import './questions.css';
import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import MessageCircleQuestion from 'lucide/dist/esm/icons/message-circle-question-mark.mjs';
import type { ComponentChildren } from 'preact';
import type { QuestionsToMe } from '../../desk/question-views.ts';
import { questions as words } from '../../locales/words.ts';
import { EmptyState } from '../empty-state.tsx';
import { useWords } from '../language.tsx';
import { LoadingCards } from '../loading-cards.tsx';
import { Notice } from '../notice.tsx';
import { QuestionCard } from './question-card.tsx';

export type QuestionsScreenProps = {
  /** Null while they load. */
  questions: QuestionsToMe | null;
  /** The last answer could not be kept on this device. */
  failed: boolean;
  onAnswer(questionId: string, answer: string): void;
  /** Gives up an answer that the queue did not take. */
  onDiscard(entryId: string): void;
  /** What else waits for the person. */
  children?: ComponentChildren;
};

/** "For me": what is asked, what was asked before, and what else waits for the person. */
export function QuestionsScreen({ questions, failed, onAnswer, onDiscard, children }: QuestionsScreenProps) {
  const t = useWords(words);
  if (questions === null)
    return (
      <main class="sheet questions" aria-busy="true">
        <h1>{t('heading')}</h1>
        <LoadingCards />
      </main>
    );
  const { open, earlier, month } = questions;
  const list = (entries: QuestionsToMe['open'], digitsOn: boolean) => (
    <ol class="question-list">
      {entries.map((entry, at) => (
        <li key={entry.question.id} class="card">
          <QuestionCard
            entry={entry}
            digits={digitsOn && at === 0}
            onAnswer={(answer) => onAnswer(entry.question.id, answer)}
            onDiscard={onDiscard}
          />
        </li>
      ))}
    </ol>
  );
  return (
    <main class="sheet questions">
      <header class="questions-head">
        <h1>{t('heading')}</h1>
        <p class="soft" title={t('monthHint')}>
          {t('month', month)}
        </p>
      </header>
      <p class="soft">{t('lead')}</p>
      {failed ? (
        <Notice tone="danger" icon={CircleAlert} urgent>
          {t('notKept')}
        </Notice>
      ) : null}
      {open.length === 0 ? (
        <EmptyState icon={MessageCircleQuestion} title={t('emptyTitle')} text={t('emptyText')} />
      ) : (
        list(open, true)
      )}
      {children}
      {earlier.length === 0 ? null : (
        <section aria-labelledby="questions-earlier" class="questions-earlier">
          <h2 id="questions-earlier">{t('earlier')}</h2>
          {list(earlier, false)}
        </section>
      )}
    </main>
  );
}
