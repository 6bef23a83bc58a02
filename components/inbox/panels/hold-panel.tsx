import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { common, holdReasons, inbox } from '../../../locales/words.ts';
import { HOLD_REASONS } from '../../../protocol/topic.ts';
import { KeyCap } from '../../key-cap.tsx';
import { useFormat, useReader, useWords } from '../../language.tsx';
import { fromDateInput, holdDates, toDateInput } from './hold-dates.ts';
import { PanelForm } from './panel-form.tsx';
import type { PanelProps } from './panel-props.ts';

/** When a topic comes back: one key for the usual dates, a calendar for the others. */
export function HoldPanel({ target, draft, letterKeys, form, onDraft, onDecide, onClose }: PanelProps) {
  const { now } = useReader();
  const t = useWords(inbox);
  const says = useWords(common);
  const reasonText = useWords(holdReasons);
  const format = useFormat();
  const id = useId();
  const dates = holdDates(now);
  const first = useRef<HTMLButtonElement>(null);
  const date = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const hold = (holdUntil: number) => onDecide('held', { holdUntil, holdReason: draft.holdReason });
  return (
    <PanelForm
      form={form}
      heading={target.count > 1 ? t('holdHeadingMany', { count: target.count }) : t('holdHeading')}
      onSubmit={() => {
        const at = fromDateInput(date.current?.value ?? '', now);
        if (at === null) date.current?.focus();
        else hold(at);
      }}
    >
      <div class="panel-choices" role="radiogroup" aria-label={t('holdWhy')}>
        {HOLD_REASONS.map((reason) => (
          <label key={reason} class="panel-choice">
            <input
              type="radio"
              name={`${id}-reason`}
              checked={draft.holdReason === reason}
              onChange={() => onDraft({ ...draft, holdReason: reason })}
            />
            {reasonText(reason)}
          </label>
        ))}
      </div>
      <div class="panel-choices">
        {dates.map(({ name, at }, index) => (
          <button
            key={name}
            ref={index === 0 ? first : null}
            type="button"
            class="panel-choice"
            aria-keyshortcuts={letterKeys ? String(index + 1) : undefined}
            onClick={() => hold(at)}
          >
            {letterKeys ? <KeyCap keys={String(index + 1)} /> : null}
            {t(name)}
            <span class="small soft">{format.date(at)}</span>
          </button>
        ))}
      </div>
      <div class="panel-actions">
        <label class="panel-date">
          <span class="field-label">{t('holdPick')}</span>
          <input ref={date} class="input" type="date" min={toDateInput(dates[0]?.at ?? now)} />
        </label>
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
        <button type="submit" class="button button-primary" aria-keyshortcuts="Control+Enter">
          {t('holdConfirm')}
        </button>
      </div>
    </PanelForm>
  );
}
