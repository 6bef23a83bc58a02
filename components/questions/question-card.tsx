import './questions.css';
import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import { useId } from 'preact/hooks';
import type { QuestionToMe } from '../../desk/question-views.ts';
import { isOpenQuestion } from '../../desk/questions.ts';
import { asking, refusals, questions as words } from '../../locales/words.ts';
import { KeyCap } from '../key-cap.tsx';
import { useFormat, useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import { optionKey } from '../option-key.ts';
import { AnswerForm } from './answer-form.tsx';
import { answerText } from './answer-text.ts';

type QuestionCardProps = {
  entry: QuestionToMe;
  digits: boolean;
  /** The key that leads to the answer, as `aria-keyshortcuts` spells it. */
  shortcut?: string;
  onAnswer(answer: string): void;
  onDiscard(entryId: string): void;
};

/** One question to the reader: who asks about what, and the answer or the way to it. */
export function QuestionCard({ entry: { question, delivery }, digits, shortcut, ...calls }: QuestionCardProps) {
  const { onAnswer, onDiscard } = calls;
  const t = useWords(words);
  const ask = useWords(asking);
  const explain = useWords(refusals);
  const format = useFormat();
  const id = useId();
  return (
    <section class="question-card" aria-labelledby={id}>
      <p class="question-about small soft">
        <span>
          <bdi>{t('asks', { name: question.askedBy.name })}</bdi>{' '}
          <q class="foreign" dir="auto">
            {question.topicTitle}
          </q>
          {question.insteadOf === null ? null : <bdi> · {ask('insteadOf', { name: question.insteadOf.name })}</bdi>}
        </span>
        {isOpenQuestion(question) ? (
          <time dateTime={new Date(question.dueAt).toISOString()}>
            {t('due', { when: format.when(question.dueAt) })}
          </time>
        ) : null}
      </p>
      <h2 id={id} class="question-text foreign" dir="auto">
        {question.text}
        {shortcut === undefined ? null : <KeyCap keys={optionKey(shortcut)} />}
      </h2>
      {delivery.kind === 'parked' ? (
        <Notice
          tone="danger"
          icon={CircleAlert}
          title={`${t('parked')}.`}
          actions={
            <button type="button" class="button button-quiet" onClick={() => onDiscard(delivery.entryId)}>
              {t('discard')}
            </button>
          }
        >
          {explain(delivery.refusal.kind)}{' '}
          <q class="foreign" dir="auto">
            {answerText({ ...question, answer: delivery.answer }, t)}
          </q>
        </Notice>
      ) : null}
      {isOpenQuestion(question) ? (
        <AnswerForm question={question} digits={digits} shortcut={shortcut} onAnswer={onAnswer} />
      ) : (
        <Ended entry={{ question, delivery }} />
      )}
    </section>
  );
}

function Ended({ entry: { question, delivery } }: { entry: QuestionToMe }) {
  const t = useWords(words);
  const format = useFormat();
  if (question.state !== 'answered')
    return <p class="small soft">{t(question.state === 'expired' ? 'expired' : 'withdrawn')}</p>;
  return (
    <>
      <p class="question-answer foreign" dir="auto">
        {answerText(question, t)}
      </p>
      <p class="small soft">
        {delivery.kind === 'waiting'
          ? t('waiting')
          : `${t('answered')} ${format.relative(question.answeredAt ?? question.dueAt)}`}
      </p>
    </>
  );
}
