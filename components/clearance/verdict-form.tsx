import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { VerdictWish } from '../../desk/clearance-views.ts';
import { common, clearances as words } from '../../locales/words.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { KeyCap } from '../key-cap.tsx';
import { useReader, useWords } from '../language.tsx';
import { dayAt, dayInput, isPossibleDay, LAST_DAY } from '../plan/day-at.ts';
import { isSendingKey } from '../sending-key.ts';

/** What a verdict still has to say before it can be given. */
export type VerdictKind = 'cleared_with_conditions' | 'refused';

export type VerdictFormProps = {
  timeZone: string;
  /** The part that stands open; null: only the three ways. */
  open: VerdictKind | null;
  /** Whether the digits on the buttons work on this one now. */
  digits: boolean;
  onOpen(kind: VerdictKind | null): void;
  onDecide(wish: VerdictWish): void;
};

const SAYING_NOTHING = { conditions: null, embargoUntil: null, note: null };
export const CLEAR: VerdictWish = { to: 'cleared', ...SAYING_NOTHING };

/** The three ways to decide, each one key; conditions and reasons are asked for where they are needed. */
export function VerdictForm(props: VerdictFormProps) {
  const { open, digits, onOpen, onDecide } = props;
  const t = useWords(words);
  if (open !== null) return <Details key={open} {...props} kind={open} />;
  const cap = (key: string) => (digits ? <KeyCap keys={key} /> : null);
  const shortcut = (key: string) => (digits ? key : undefined);
  return (
    <div class="clearance-actions">
      <button
        type="button"
        class="button button-primary"
        aria-keyshortcuts={shortcut('1')}
        onClick={() => onDecide(CLEAR)}
      >
        {t('clear')}
        {cap('1')}
      </button>
      <button
        type="button"
        class="button"
        aria-keyshortcuts={shortcut('2')}
        onClick={() => onOpen('cleared_with_conditions')}
      >
        {t('conditionsButton')}
        {cap('2')}
      </button>
      <button
        type="button"
        class="button button-danger"
        aria-keyshortcuts={shortcut('3')}
        onClick={() => onOpen('refused')}
      >
        {t('refuse')}
        {cap('3')}
      </button>
    </div>
  );
}

function Details({ kind, timeZone, onOpen, onDecide }: VerdictFormProps & { kind: VerdictKind }) {
  const t = useWords(words);
  const says = useWords(common);
  const { now } = useReader();
  const id = useId();
  const [text, setText] = useState('');
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    // With what sends it.
    field.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);
  const isRefusal = kind === 'refused';
  const said = text.trim() === '' ? null : text.trim();
  const embargoUntil = isRefusal ? null : dayAt(day, timeZone);
  const isTooFar = !isPossibleDay(day);
  const isMissing = said === null && embargoUntil === null;
  const submit = () => {
    setTried(true);
    if (isTooFar) return;
    if (isMissing) return field.current?.focus();
    onDecide(
      isRefusal
        ? { to: 'refused', conditions: null, embargoUntil: null, note: said }
        : { to: 'cleared_with_conditions', conditions: said, embargoUntil, note: null },
    );
  };
  return (
    <form
      class="clearance-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onOpen(null);
      }}
    >
      <div class="field">
        <label class="field-label" for={id}>
          {t(isRefusal ? 'refuseField' : 'conditionsField')}
        </label>
        <textarea
          ref={field}
          id={id}
          class="input foreign"
          dir="auto"
          rows={2}
          maxLength={LIMITS.sentence}
          value={text}
          aria-invalid={tried && isMissing}
          aria-describedby={`${id}-missing`}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            if (!isSendingKey(event)) return;
            event.preventDefault();
            submit();
          }}
        />
        <p id={`${id}-missing`} class="small clearance-late" role="status">
          {isTooFar
            ? says('dayTooFar')
            : tried && isMissing
              ? t(isRefusal ? 'reasonMissing' : 'conditionsMissing')
              : ''}
        </p>
      </div>
      {isRefusal ? null : (
        <label class="field">
          <span class="field-label">{t('embargoField')}</span>
          <input
            class="input clearance-day"
            type="date"
            min={dayInput(now, timeZone)}
            max={LAST_DAY}
            aria-invalid={isTooFar}
            value={day}
            onInput={({ currentTarget }) => setDay(currentTarget.value)}
          />
        </label>
      )}
      <div class="clearance-actions">
        <button type="submit" class={`button ${isRefusal ? 'button-danger' : 'button-primary'}`}>
          {t(isRefusal ? 'refuse' : 'sendConditions')}
          <KeyCap keys="↵" />
        </button>
        <button type="button" class="button button-quiet" onClick={() => onOpen(null)}>
          {says('cancel')}
        </button>
      </div>
    </form>
  );
}
