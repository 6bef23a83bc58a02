import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { common, inbox } from '../../locales/words.ts';
import { KeyCap } from '../key-cap.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';
import { fromDateInput, holdDates, toDateInput } from './hold-dates.ts';

type HoldPanelProps = { letterKeys: boolean; onHold(until: number): void; onCancel(): void };

/** When a topic comes back: one key for the usual dates, a calendar for the others. */
export function HoldPanel({ letterKeys, onHold, onCancel }: HoldPanelProps) {
  const { now } = useReader();
  const t = useWords(inbox);
  const says = useWords(common);
  const format = useFormat();
  const id = useId();
  const dates = holdDates(now);
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <section class="decision-panel" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{t('holdHeading')}</h3>
      <div class="panel-choices">
        {dates.map(({ name, at }, index) => (
          <button
            key={name}
            ref={index === 0 ? first : null}
            type="button"
            class="panel-choice"
            onClick={() => onHold(at)}
          >
            {letterKeys ? <KeyCap keys={String(index + 1)} /> : null}
            {t(name)}
            <span class="small soft">{format.date(at)}</span>
          </button>
        ))}
      </div>
      <form
        class="panel-actions"
        onSubmit={(event) => {
          event.preventDefault();
          const picked = new FormData(event.currentTarget).get('date');
          const at = typeof picked === 'string' ? fromDateInput(picked, now) : null;
          if (at !== null) onHold(at);
        }}
      >
        <label class="panel-date">
          <span class="field-label">{t('holdPick')}</span>
          <input class="input" type="date" name="date" required min={toDateInput(dates[0]?.at ?? now)} />
        </label>
        <button type="button" class="button button-quiet" onClick={onCancel}>
          {says('cancel')}
        </button>
        <button type="submit" class="button button-primary">
          {t('holdConfirm')}
        </button>
      </form>
    </section>
  );
}
