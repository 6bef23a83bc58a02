import { useState } from 'preact/hooks';
import { QuestionsScreen } from '../../components/questions/questions-screen.tsx';
import { answerQuestion, questionsToMe } from '../../storage/answer-question.ts';
import { discardParked } from '../../storage/parked.ts';
import { requestSync } from '../browser/background-calls.ts';
import type { Session } from '../browser/session.ts';
import { useLive } from '../browser/use-live.ts';
import { MyWork } from './my-work.tsx';

export function QuestionsPage({ session }: { session: Session }) {
  const { db } = session;
  const questions = useLive(() => questionsToMe(db, Date.now()), [db]);
  const [failed, setFailed] = useState(false);
  return (
    <QuestionsScreen
      questions={questions ?? null}
      failed={failed}
      onAnswer={(questionId, answer) => {
        answerQuestion(db, questionId, answer, Date.now()).then(
          () => {
            setFailed(false);
            requestSync();
          },
          () => setFailed(true),
        );
      }}
      onDiscard={(entryId) => void discardParked(db, entryId).catch(() => undefined)}
    >
      <MyWork session={session} />
    </QuestionsScreen>
  );
}
