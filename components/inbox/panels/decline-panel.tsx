import { useCallback, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { LANES } from '../../../desk/states.ts';
import { LANGUAGES } from '../../../locales/t.ts';
import { common, inbox, reasons } from '../../../locales/words.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { DECLINE_REASONS, type DeclineReason } from '../../../protocol/topic.ts';
import { KeyCap } from '../../key-cap.tsx';
import { useWords } from '../../language.tsx';
import { isSendingKey } from '../../sending-key.ts';
import { isOffered, isSentence, offeredSentence, withReason } from './decline-sentence.ts';
import { PanelForm } from './panel-form.tsx';
import type { PanelProps } from './panel-props.ts';

/** Withdrawing is the submitter's own. The digits are the places of the others, without a gap. */
const EDITORS_REASONS = DECLINE_REASONS.filter((reason) => reason !== 'withdrawn');

/** The reason that a digit means, from 1. */
export const reasonOfDigit = (digit: number): DeclineReason | null => EDITORS_REASONS[digit - 1] ?? null;

/** A reason, and one sentence that everyone who suggested it will read: both, or nothing is declined. */
export function DeclinePanel({
  target,
  draft,
  sentenceLanguage,
  letterKeys,
  form,
  onDraft,
  onDecide,
  onClose,
}: PanelProps) {
  const t = useWords(inbox);
  const says = useWords(common);
  const reasonText = useWords(reasons);
  const id = useId();
  // What was accepted is not declined but dropped, unless the editor says otherwise.
  const isPlanned = target.topic !== null && LANES[target.topic.state] === 'plan';
  const shown = isPlanned && draft.reason === null ? withReason(draft, 'dropped', sentenceLanguage) : draft;
  const { reason, sentence } = shown;
  const chosen = draft.reason;
  const latest = useRef(sentence);
  latest.current = sentence;
  const field = useRef<HTMLTextAreaElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const byArrow = useRef(false);
  const isNew = useRef(true);
  /** What was written when the panel stood open before: it is there to be sent, or gone with the next letter. */
  const before = useRef(sentence);
  const hasSentence = isSentence(sentence);
  const ready = reason !== null && hasSentence;
  const missingOne = hasSentence ? 'declineMissingReason' : 'declineMissingSentence';
  const missing = ready ? null : reason === null && !hasSentence ? 'declineMissing' : missingOne;
  const heading = target.count > 1 ? t('declineHeadingMany', { count: target.count }) : t('declineHeading');

  const toSentence = useCallback(() => {
    field.current?.focus();
    // What was offered is read, and gone with the first letter of something better.
    if (isOffered(latest.current) || latest.current === before.current) field.current?.select();
    else before.current = '';
  }, []);
  // The digit is pressed and the sentence can be typed at once: not one letter may fall beside it. Who goes
  // through the reasons by arrow keys has not chosen yet. Where the panel comes back, a digit is a reason all the same.
  useLayoutEffect(() => {
    if (chosen === null || isNew.current) first.current?.focus();
    else if (!byArrow.current) toSentence();
    byArrow.current = false;
    isNew.current = false;
  }, [chosen, toSentence]);

  return (
    <PanelForm
      form={form}
      heading={heading}
      onLetter={toSentence}
      onSubmit={() => {
        if (ready) onDecide('declined', { reason, sentence: sentence.trim() });
      }}
    >
      <div
        class="panel-choices"
        role="radiogroup"
        aria-label={heading}
        onKeyDown={({ key }) => {
          byArrow.current = key.startsWith('Arrow');
        }}
      >
        {EDITORS_REASONS.map((choice, at) => (
          <label key={choice} class="panel-choice">
            <input
              ref={choice === (chosen ?? EDITORS_REASONS[0]) ? first : null}
              type="radio"
              name={`${id}-reason`}
              checked={choice === reason}
              onChange={() => onDraft(withReason(draft, choice, sentenceLanguage))}
            />
            {letterKeys ? <KeyCap keys={String(at + 1)} /> : null}
            {reasonText(choice)}
          </label>
        ))}
      </div>
      <div class="field">
        <label class="field-label" for={`${id}-sentence`}>
          {target.count > 1 ? t('declineSentenceMany') : t('declineSentence')}
        </label>
        <textarea
          ref={field}
          id={`${id}-sentence`}
          class="input foreign"
          dir="auto"
          rows={2}
          maxLength={LIMITS.sentence}
          placeholder={t('declineSentencePlaceholder')}
          value={sentence}
          onInput={(event) => onDraft({ ...shown, sentence: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (!isSendingKey(event)) return;
            event.preventDefault();
            form.current?.requestSubmit();
          }}
        />
      </div>
      <div class="panel-actions">
        <span class="small soft" role="status">
          {missing === null ? '' : t(missing)}
        </span>
        {reason !== null && sentence !== '' && isOffered(sentence)
          ? LANGUAGES.filter((language) => offeredSentence(reason, language) !== sentence).map((language) => (
              <button
                key={language}
                type="button"
                class="button button-quiet"
                onClick={() => onDraft({ ...draft, sentence: offeredSentence(reason, language) })}
              >
                {t(`sentenceIn_${language}`)}
              </button>
            ))
          : null}
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
        <button type="submit" class="button button-primary" aria-disabled={!ready} aria-keyshortcuts="Control+Enter">
          {target.count > 1 ? t('declineSendMany', { count: target.count }) : t('declineSend')}
          <KeyCap keys="↵" />
        </button>
      </div>
    </PanelForm>
  );
}
