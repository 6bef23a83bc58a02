import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { common, holdReasons, inbox } from '../../../locales/words.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { HOLD_REASONS } from '../../../protocol/topic.ts';
import { KeyCap } from '../../key-cap.tsx';
import { useFormat, useReader, useWords } from '../../language.tsx';
import { LAST_DAY } from '../../plan/day-at.ts';
import { isSendingKey } from '../../sending-key.ts';
import { TypedDate } from '../../typed-date.tsx';
import { fromDateInput, holdDates, toDateInput } from './hold-dates.ts';
import { PanelForm } from './panel-form.tsx';
import { NO_DRAFT, type PanelDraft, type PanelProps } from './panel-props.ts';

/** A date decides at once, until somebody began to say why: then it is only chosen, and Enter decides. */
export function chooseDate(
  at: number,
  { draft, onDraft, onDecide }: Pick<PanelProps, 'draft' | 'onDraft' | 'onDecide'>,
) {
  if (draft.holdBegun) onDraft({ ...draft, holdAt: at });
  else onDecide('held', detailsOf(draft, at));
}

/** As the panel opens: a date decides at once again, unless somebody would send words unseen that they wrote before. */
export const holdAnew = (draft: PanelDraft): PanelDraft => {
  const { holdBegun, holdReason, holdSentence, holdAt } = NO_DRAFT;
  return draft.holdSentence.trim() === '' ? { ...draft, holdBegun, holdReason, holdSentence, holdAt } : draft;
};

const detailsOf = ({ holdReason, holdSentence }: PanelDraft, holdUntil: number) => {
  const sentence = holdSentence.trim();
  return { holdUntil, holdReason, ...(sentence === '' ? {} : { sentence }) };
};

/** When a topic comes back, why, and what the submitters read meanwhile: one key for the usual dates, a calendar for the others. */
export function HoldPanel(props: PanelProps) {
  const { target, draft, strategy, letterKeys, form, onDraft, onDecide, onClose } = props;
  const { now } = useReader();
  const t = useWords(inbox);
  const says = useWords(common);
  const reasonText = useWords(holdReasons);
  const format = useFormat();
  const id = useId();
  const dates = holdDates(now, strategy.rules);
  const first = useRef<HTMLButtonElement>(null);
  const date = useRef<HTMLInputElement>(null);
  const sentence = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => form.current?.focus(), [form]);
  const begin = () => draft.holdBegun || onDraft({ ...draft, holdBegun: true });
  const hasDate = draft.holdAt !== null && draft.holdAt > now;
  const isOther = draft.holdAt !== null && dates.every(({ at }) => at !== draft.holdAt);
  return (
    <PanelForm
      form={form}
      heading={target.count > 1 ? t('holdHeadingMany', { count: target.count }) : t('holdHeading')}
      onLetter={() => sentence.current?.focus()}
      onEnter={() => first.current?.focus()}
      onSubmit={() => {
        if (draft.holdAt === null || !hasDate) date.current?.focus();
        else onDecide('held', detailsOf(draft, draft.holdAt));
      }}
    >
      <div class="panel-choices">
        {dates.map(({ name, at }, index) => (
          <button
            key={name}
            ref={index === 0 ? first : null}
            type="button"
            class="panel-choice"
            aria-keyshortcuts={letterKeys ? String(index + 1) : undefined}
            aria-pressed={draft.holdAt === at}
            onClick={() => chooseDate(at, props)}
          >
            {letterKeys ? <KeyCap keys={String(index + 1)} /> : null}
            {t(name)}
            <span class="small soft">{format.date(at)}</span>
          </button>
        ))}
      </div>
      <div class="panel-choices" role="radiogroup" aria-labelledby={`${id}-why`} onFocusIn={begin}>
        <p id={`${id}-why`} class="panel-choices-head field-label">
          {t('holdWhy')}
        </p>
        {HOLD_REASONS.map((reason) => (
          <label key={reason} class="panel-choice">
            <input
              type="radio"
              name={`${id}-reason`}
              checked={draft.holdReason === reason}
              onChange={() => onDraft({ ...draft, holdBegun: true, holdReason: reason })}
            />
            {reasonText(reason)}
          </label>
        ))}
      </div>
      <div class="field">
        <label class="field-label" for={`${id}-sentence`}>
          {target.count > 1 ? t('holdSentenceMany') : t('holdSentence')}
        </label>
        <textarea
          ref={sentence}
          id={`${id}-sentence`}
          class="input foreign"
          dir="auto"
          rows={1}
          maxLength={LIMITS.sentence}
          value={draft.holdSentence}
          onFocus={begin}
          onInput={({ currentTarget }) => onDraft({ ...draft, holdBegun: true, holdSentence: currentTarget.value })}
          onKeyDown={(event) => {
            if (!isSendingKey(event)) return;
            event.preventDefault();
            form.current?.requestSubmit();
          }}
        />
      </div>
      <div class="panel-actions">
        <label class="panel-date" for={`${id}-day`}>
          <span class="field-label">{t('holdPick')}</span>
          <TypedDate
            id={`${id}-day`}
            field={date}
            type="date"
            min={toDateInput(dates[0]?.at ?? now)}
            max={LAST_DAY}
            value={isOther && draft.holdAt !== null ? toDateInput(draft.holdAt) : ''}
            onValue={(text) => onDraft({ ...draft, holdAt: fromDateInput(text, now) })}
          />
        </label>
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
        <button type="submit" class="button button-primary" aria-disabled={!hasDate} aria-keyshortcuts="Control+Enter">
          {t('holdConfirm')}
          <KeyCap keys="↵" />
        </button>
      </div>
    </PanelForm>
  );
}
