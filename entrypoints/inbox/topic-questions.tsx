/** The questions about one topic, and the panel that asks another: writes what the editor does. */
import { useEffect, useState } from 'preact/hooks';
import type { AskPlace } from '../../components/inbox/inbox-props.ts';
import { type AskDraft, NO_ASK_DRAFT } from '../../components/questions/ask-draft.ts';
import { AskPanel, chosenPerson } from '../../components/questions/ask-panel.tsx';
import { type AnswerLink, QuestionThread } from '../../components/questions/question-thread.tsx';
import { LIMITS } from '../../protocol/limits.ts';
import type { Question } from '../../protocol/question.ts';
import { type QuestionWish, withdrawQuestion } from '../../storage/ask-question.ts';
import { answersBefore, askingAbout } from '../../storage/asking.ts';
import { SyncError } from '../../sync/errors.ts';
import type { Session } from '../browser/session.ts';
import { transportOf } from '../browser/session-sync.ts';
import { useLive } from '../browser/use-live.ts';

type TopicProps = {
  session: Session;
  topicId: string;
  /** Does something about a topic, and says so where it could not be kept. */
  onKeep(topicId: string, write: () => Promise<unknown>): void;
};

type QuestionsProps = TopicProps & { questions: readonly Question[] };

/** What was asked about a topic; nothing where nothing was. */
export function TopicQuestions({ session, topicId, questions, onKeep }: QuestionsProps) {
  const { db, account } = session;

  const link = async (questionId: string): Promise<AnswerLink | null> => {
    try {
      const { token, expiresAt } = await transportOf(session).questionLink(questionId);
      return { address: `${account.queueUrl}/q/${token}`, expiresAt };
    } catch (error) {
      if (error instanceof SyncError) return null;
      throw error;
    }
  };

  return (
    <QuestionThread
      questions={questions}
      onWithdraw={(questionId) => onKeep(topicId, () => withdrawQuestion(db, questionId, Date.now()))}
      onLink={link}
      onCopy={(text) => navigator.clipboard.writeText(text)}
      onMail={({ subject, body }) =>
        location.assign(`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`)
      }
    />
  );
}

type AskTopicProps = {
  session: Session;
  /** Drafts by topic: no word is lost when the panel closes, and none is handed on to another topic. */
  drafts: Map<string, AskDraft>;
  place: AskPlace;
  onAsk(question: QuestionWish): void;
  onNote(topicId: string, text: string): void;
};

/** The panel of `r` on the topic at hand. */
export function AskAboutTopic({ session: { db }, drafts, place, onAsk, onNote }: AskTopicProps) {
  const { topicId, form, onAsked, onClose } = place;
  const [draft, setDraft] = useState<AskDraft>(() => drafts.get(topicId) ?? NO_ASK_DRAFT);
  const [before, setBefore] = useState<{ text: string; toId: string | null; answers: Question[] } | null>(null);
  const asking = useLive(() => askingAbout(db, topicId, Date.now()), [db, topicId]);
  const text = draft.text.trim();
  const toId = asking == null ? null : (chosenPerson(asking, draft)?.person.id ?? null);

  // [QU8] For every text anew; the panel sends only what was looked for.
  useEffect(() => {
    let wanted = true;
    const found = (answers: Question[]) => {
      if (wanted) setBefore({ text, toId, answers });
    };
    // That nothing could be found out must not keep anybody from asking.
    answersBefore(db, { topicId, toId, text }).then(found, () => found([]));
    return () => {
      wanted = false;
    };
  }, [db, topicId, toId, text]);

  if (asking == null) return null;
  return (
    <AskPanel
      form={form}
      asking={asking}
      draft={draft}
      before={before}
      onDraft={(next) => {
        drafts.set(topicId, next);
        setDraft(next);
      }}
      onAsk={(question) => {
        drafts.delete(topicId);
        onAsk({ ...question, topicId });
        onAsked();
      }}
      onTakeOver={(note) => {
        // What is too long is cut, for nobody typed it.
        onNote(topicId, note.slice(0, LIMITS.note));
        drafts.delete(topicId);
        onClose();
      }}
      onCancel={onClose}
    />
  );
}
