import './questions.css';
import { useState } from 'preact/hooks';
import { isOpenQuestion } from '../../desk/questions.ts';
import { questions, asking as words } from '../../locales/words.ts';
import type { Question, QuestionLink } from '../../protocol/question.ts';
import { useFormat, useWords } from '../language.tsx';
import { answerText } from './answer-text.ts';

/** A link that was just made, by which the person answers without Clipdesk. */
export type AnswerLink = { address: string; expiresAt: QuestionLink['expiresAt'] };

type QuestionThreadProps = {
  /** Oldest first. */
  questions: readonly Question[];
  onWithdraw(questionId: string): void;
  /** Asks the queue for a link; null when there is none right now. */
  onLink(questionId: string): Promise<AnswerLink | null>;
  onCopy(text: string): Promise<void>;
  /** Opens the mail program. */
  onMail(mail: { subject: string; body: string }): void;
};

/** What was asked about a topic, of whom, and what came back. */
export function QuestionThread(props: QuestionThreadProps) {
  const t = useWords(words);
  if (props.questions.length === 0) return null;
  return (
    <section aria-label={t('thread')}>
      <ol class="thread">
        {props.questions.map((question) => (
          <Entry key={question.id} {...props} question={question} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ question, ...calls }: QuestionThreadProps & { question: Question }) {
  const t = useWords(words);
  const says = useWords(questions);
  const format = useFormat();
  const standing = () => {
    if (question.state === 'waiting') return says('comes', { when: format.when(question.deliverAt) });
    if (question.state === 'delivered') return says('delivered', { when: format.when(question.dueAt) });
    if (question.state === 'answered')
      return `${says('answered')} ${format.relative(question.answeredAt ?? question.askedAt)}`;
    return says(question.state);
  };
  return (
    <li class="thread-entry">
      <p class="small soft">
        <bdi>{t('asked', { from: question.askedBy.name, to: question.to.name })}</bdi> · {standing()}
        {question.insteadOf === null ? null : <> · {t('insteadOf', { name: question.insteadOf.name })}</>}
      </p>
      <p class="foreign" dir="auto">
        {question.text}
      </p>
      {question.answer === null ? null : (
        <p class="question-answer foreign" dir="auto">
          {answerText(question, says)}
        </p>
      )}
      {isOpenQuestion(question) ? <Actions {...calls} question={question} /> : null}
    </li>
  );
}

function Actions({ question, onWithdraw, onLink, onCopy, onMail }: QuestionThreadProps & { question: Question }) {
  const t = useWords(words);
  const format = useFormat();
  const [said, setSaid] = useState('');
  const withLink = async (use: (link: AnswerLink) => Promise<void> | void) => {
    const link = await onLink(question.id);
    if (link === null) setSaid(t('linkFailed'));
    else await use(link);
  };
  return (
    <div class="thread-actions">
      <button type="button" class="button button-quiet" onClick={() => onWithdraw(question.id)}>
        {t('withdraw')}
      </button>
      {question.state !== 'delivered' ? null : (
        <>
          <button
            type="button"
            class="button button-quiet"
            title={t('linkHint', { when: format.when(question.dueAt) })}
            onClick={() =>
              void withLink(({ address }) =>
                onCopy(address).then(
                  () => setSaid(t('linkCopied')),
                  () => setSaid(address),
                ),
              )
            }
          >
            {t('link')}
          </button>
          <button
            type="button"
            class="button button-quiet"
            onClick={() =>
              void withLink(({ address, expiresAt }) =>
                onMail({
                  subject: t('mailSubject', { title: question.topicTitle }),
                  body: t('mailBody', {
                    title: question.topicTitle,
                    question: question.text,
                    link: address,
                    when: format.when(expiresAt),
                  }),
                }),
              )
            }
          >
            {t('mail')}
          </button>
        </>
      )}
      <span class="small soft" role="status">
        {said}
      </span>
    </div>
  );
}
