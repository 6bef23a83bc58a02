import { useId, useState } from 'preact/hooks';
import { questions as words } from '../../locales/words.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { CONFIRM_ANSWERS, type Question } from '../../protocol/question.ts';
import { KeyCap } from '../key-cap.tsx';
import { useWords } from '../language.tsx';
import { isSendingKey } from '../sending-key.ts';
import { useWindowKey } from '../use-window-key.ts';

type AnswerFormProps = {
  question: Question;
  /** Digits choose, wherever the focus stands outside of fields; of several forms one at most. */
  digits: boolean;
  /** The key that leads here, as `aria-keyshortcuts` spells it. */
  shortcut: string | undefined;
  onAnswer(answer: string): void;
};

/** One step to an answer: a click or a digit for a choice, a sentence and Enter for text. */
export function AnswerForm(props: AnswerFormProps) {
  return props.question.form === 'text' ? <TextAnswer {...props} /> : <Choices {...props} />;
}

function Choices({ question, digits, shortcut, onAnswer }: AnswerFormProps) {
  const t = useWords(words);
  const choices =
    question.form === 'confirm'
      ? CONFIRM_ANSWERS.map((answer) => ({ answer: answer as string, label: t(answer) }))
      : question.options.map((answer) => ({ answer, label: answer }));
  useWindowKey((event) => {
    if (!digits || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
      return;
    const chosen = /^[1-9]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined;
    if (chosen === undefined) return;
    event.preventDefault();
    onAnswer(chosen.answer);
  });
  return (
    <div class="answer-choices">
      {choices.map(({ answer, label }, at) => (
        <button
          key={answer}
          type="button"
          class="button answer-choice"
          aria-keyshortcuts={
            digits ? `${at + 1}${at === 0 && shortcut !== undefined ? ` ${shortcut}` : ''}` : undefined
          }
          onClick={() => onAnswer(answer)}
        >
          <span class="foreign" dir="auto">
            {label}
          </span>
          {digits ? <KeyCap keys={String(at + 1)} /> : null}
        </button>
      ))}
    </div>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input:not([type=radio], [type=checkbox]), textarea, select');

function TextAnswer({ shortcut, onAnswer }: AnswerFormProps) {
  const t = useWords(words);
  const id = useId();
  const [text, setText] = useState('');
  const ready = text.trim() !== '';
  const send = () => {
    if (ready) onAnswer(text.trim());
  };
  return (
    <form
      class="answer-text"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="hidden-text" for={id}>
        {t('answer')}
      </label>
      <textarea
        id={id}
        class="input foreign"
        dir="auto"
        rows={2}
        maxLength={LIMITS.answer}
        placeholder={t('placeholder')}
        aria-keyshortcuts={shortcut}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!isSendingKey(event)) return;
          event.preventDefault();
          // Enter answers here; around it, it would save a suggestion.
          event.stopPropagation();
          send();
        }}
      />
      <button type="submit" class="button" aria-disabled={!ready}>
        {t('send')}
      </button>
    </form>
  );
}
