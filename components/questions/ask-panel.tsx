import { isSendingKey } from '../sending-key.ts';
import './questions.css';
import UserRound from 'lucide/dist/esm/icons/user-round.mjs';
import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Askable, Asking } from '../../desk/question-views.ts';
import { common, refusals, asking as words } from '../../locales/words.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { QUESTION_FORMS, type Question } from '../../protocol/question.ts';
import { Chooser } from '../chooser/chooser.tsx';
import { keyText } from '../inbox/commands/key-text.ts';
import { KeyCap } from '../key-cap.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';
import { type AskDraft, optionsFit, optionsOf } from './ask-draft.ts';
import { EarlierAnswers } from './earlier-answers.tsx';

export type AskPanelProps = {
  /** Ctrl+Enter submits it. */
  form: RefObject<HTMLFormElement | null>;
  asking: Asking;
  /** Kept by the caller, so that closing the panel loses no word. */
  draft: AskDraft;
  /** [QU8] What was answered before, and to which text and person that belongs; null while it is looked for. */
  before: { text: string; toId: string | null; answers: readonly Question[] } | null;
  onDraft(draft: AskDraft): void;
  onAsk(question: { toId: string; form: AskDraft['form']; text: string; options: string[] }): void;
  /** Takes an earlier answer over as a note instead of asking; said in the editor's language. */
  onTakeOver(note: string): void;
  onCancel(): void;
};

/** The templates, with the form of answer that fits each. */
const TEMPLATES = [
  ['templatePicture', 'confirm'],
  ['templateOutside', 'confirm'],
  ['templateWho', 'text'],
  ['templateUntil', 'text'],
] as const;

/** Whom the draft asks: whoever was chosen, else the first who may be asked. */
export const chosenPerson = ({ people }: Asking, { toId }: Pick<AskDraft, 'toId'>): Askable | null =>
  people.find(({ person }) => person.id === toId) ?? people.find(({ refusal }) => refusal === null) ?? null;

/** One question to one person. It can be sent once it was looked whether somebody has answered it already. */
export function AskPanel(props: AskPanelProps) {
  const { form, asking, draft, before, onDraft, onAsk, onTakeOver, onCancel } = props;
  const t = useWords(words);
  const says = useWords(common);
  const explain = useWords(refusals);
  const { language } = useReader();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const to = chosenPerson(asking, draft);
  const text = draft.text.trim();
  // Of another text or person, the search that belongs to this one is still to come.
  const found = before?.text === text && before.toId === (to?.person.id ?? null) ? before.answers : null;
  const ready = to !== null && to.refusal === null && text !== '' && found !== null && optionsFit(draft);
  const missing = () => {
    if (to !== null && to.refusal !== null) return explain(to.refusal);
    if (!optionsFit(draft)) return t('optionsMissing', { most: LIMITS.questionOption });
    return text !== '' && found === null ? t('searching') : '';
  };
  const onEnter = (event: KeyboardEvent) => {
    if (!isSendingKey(event)) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };

  return (
    <form
      ref={form}
      class="decision-panel"
      aria-labelledby={`${id}-heading`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onAsk({ toId: to.person.id, form: draft.form, text, options: optionsOf(draft) });
      }}
    >
      <h3 id={`${id}-heading`}>{t('heading')}</h3>
      <Whom asking={asking} to={to} onChoose={(toId) => onDraft({ ...draft, toId })} />
      <fieldset class="ask-forms">
        <legend class="hidden-text">{t('form')}</legend>
        {QUESTION_FORMS.map((each) => (
          <label key={each} class="panel-choice">
            <input
              type="radio"
              name={`${id}-form`}
              checked={each === draft.form}
              onChange={() => onDraft({ ...draft, form: each })}
            />
            {t(each)}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label class="field-label" for={`${id}-text`}>
          {t('question')}
        </label>
        <textarea
          ref={field}
          id={`${id}-text`}
          class="input foreign"
          dir="auto"
          rows={2}
          maxLength={LIMITS.question}
          aria-describedby={`${id}-left`}
          value={draft.text}
          onInput={(event) => onDraft({ ...draft, text: event.currentTarget.value })}
          onKeyDown={onEnter}
        />
        <p id={`${id}-left`} class="small soft ask-count">
          {t('left', { count: LIMITS.question - draft.text.length })}
        </p>
      </div>
      <fieldset class="ask-templates">
        <legend class="hidden-text">{t('templates')}</legend>
        {TEMPLATES.map(([template, answeredBy]) => (
          <button
            key={template}
            type="button"
            class="button button-quiet"
            onClick={() => {
              onDraft({ ...draft, text: t(template), form: answeredBy });
              field.current?.focus();
            }}
          >
            {t(template)}
          </button>
        ))}
      </fieldset>
      {draft.form === 'choice' ? (
        <div class="field">
          <label class="field-label" for={`${id}-options`}>
            {t('options')}
          </label>
          <textarea
            id={`${id}-options`}
            class="input foreign"
            dir="auto"
            rows={3}
            value={draft.options}
            onInput={(event) => onDraft({ ...draft, options: event.currentTarget.value })}
          />
        </div>
      ) : null}
      <EarlierAnswers answers={text === '' ? [] : (found ?? [])} onTakeOver={onTakeOver} />
      <div class="panel-actions">
        <span class="small soft" role="status">
          {missing() === '' ? <Arrival to={to} /> : missing()}
        </span>
        <button type="button" class="button button-quiet" onClick={onCancel}>
          {says('cancel')}
        </button>
        <button type="submit" class="button button-primary" aria-disabled={!ready} aria-keyshortcuts="Control+Enter">
          {found !== null && found.length > 0 && text !== '' ? t('sendAnyway') : t('send')}
          <KeyCap keys={keyText(draft.form === 'choice' ? 'Ctrl+Enter' : 'Enter', language)} />
        </button>
      </div>
    </form>
  );
}

function Whom({ asking, to, onChoose }: { asking: Asking; to: Askable | null; onChoose(toId: string): void }) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <div class="ask-line">
      <Chooser
        icon={UserRound}
        label={t('who')}
        searchLabel={t('whoSearch')}
        emptyLabel={t('nobody')}
        placeholder={t('choose')}
        choices={asking.people.map(({ person, askedAs }) => ({ id: person.id, name: person.name, hint: t(askedAs) }))}
        chosenId={to?.person.id ?? null}
        open={open}
        onOpen={setOpen}
        onChoose={onChoose}
      />
      {to?.deputy == null ? null : (
        <span class="small">{t('deputy', { name: to.person.name, deputy: to.deputy.name })}</span>
      )}
      {to === null ? null : (
        <span class="small soft">
          {t(to.askedAs)} · {t('month', { asked: to.asked, most: asking.questionsPerMonth })}
        </span>
      )}
    </div>
  );
}

/** When the question will reach the person, before it is sent (S13). */
function Arrival({ to }: { to: Askable | null }) {
  const t = useWords(words);
  const format = useFormat();
  const { now } = useReader();
  if (to === null) return null;
  const due = format.when(to.dueAt);
  return <>{to.deliverAt <= now ? t('now', { due }) : t('later', { when: format.when(to.deliverAt), due })}</>;
}
