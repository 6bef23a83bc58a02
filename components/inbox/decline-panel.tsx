import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { common, inbox, reasons } from '../../locales/words.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { DECLINE_REASONS, type DeclineReason } from '../../protocol/topic.ts';
import { KeyCap } from '../key-cap.tsx';
import { useWords } from '../language.tsx';
import type { DeclineDraft } from './use-decisions.ts';

/** Withdrawing is the submitter's own; it has its digit all the same, so that the others keep theirs. */
const EDITORS_REASONS = DECLINE_REASONS.filter((reason) => reason !== 'withdrawn');

type DeclinePanelProps = {
  /** Kept by the caller, so that closing the panel loses no word. */
  draft: DeclineDraft;
  letterKeys: boolean;
  onDraft(draft: DeclineDraft): void;
  onDecline(reason: DeclineReason, sentence: string): void;
  onCancel(): void;
};

/** A reason, and one sentence that everyone who suggested the topic will read: both, or nothing is declined. */
export function DeclinePanel({ draft, letterKeys, onDraft, onDecline, onCancel }: DeclinePanelProps) {
  const t = useWords(inbox);
  const says = useWords(common);
  const reasonText = useWords(reasons);
  const id = useId();
  const { reason, sentence } = draft;
  const field = useRef<HTMLTextAreaElement>(null);
  const ready = reason !== null && sentence.trim() !== '';

  // The digit is pressed and the sentence can be typed at once: not one letter may fall beside it.
  useLayoutEffect(() => {
    if (reason !== null) field.current?.focus();
  }, [reason]);

  const send = () => {
    if (reason !== null && ready) onDecline(reason, sentence.trim());
  };

  return (
    <section class="decision-panel" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{t('declineHeading')}</h3>
      <div class="panel-choices" role="radiogroup" aria-labelledby={`${id}-heading`}>
        {EDITORS_REASONS.map((choice) => (
          <label key={choice} class="panel-choice">
            <input
              type="radio"
              name={`${id}-reason`}
              checked={choice === reason}
              onChange={() => onDraft({ ...draft, reason: choice })}
            />
            {letterKeys ? <KeyCap keys={String(DECLINE_REASONS.indexOf(choice) + 1)} /> : null}
            {reasonText(choice)}
          </label>
        ))}
      </div>
      <div class="field">
        <label class="field-label" for={`${id}-sentence`}>
          {t('declineSentence')}
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
          onInput={(event) => onDraft({ ...draft, sentence: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
      </div>
      <div class="panel-actions">
        <span class="small soft" role="status">
          {ready ? '' : t('declineMissing')}
        </span>
        <button type="button" class="button button-quiet" onClick={onCancel}>
          {says('cancel')}
        </button>
        <button type="button" class="button button-primary" aria-disabled={!ready} onClick={send}>
          {t('declineSend')}
          <KeyCap keys="↵" />
        </button>
      </div>
    </section>
  );
}
