import './clearance.css';
import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { NO_FLAGS } from '../../desk/clearances.ts';
import { clearanceLevels, common, clearance as words } from '../../locales/words.ts';
import type { ClearanceAsk } from '../../protocol/clearance.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { PanelForm } from '../inbox/panels/panel-form.tsx';
import { KeyCap } from '../key-cap.tsx';
import { useReader, useWords } from '../language.tsx';
import { dayAt, dayInput } from '../plan/day-at.ts';

/** What is public needs no clearance. */
const LEVELS = ['internal', 'confidential', 'strictly_confidential'] as const;
const FLAGS = ['personalData', 'thirdPartyRights', 'insider'] as const;

type AskClearancePanelProps = {
  form: RefObject<HTMLFormElement | null>;
  timeZone: string;
  onAsk(wish: Omit<ClearanceAsk, 'id' | 'topicId'>): void;
  onClose(): void;
};

/** Asks the clearer of the topic's department: how confidential, what to mind, and why. */
export function AskClearancePanel({ form, timeZone, onAsk, onClose }: AskClearancePanelProps) {
  const t = useWords(words);
  const levelText = useWords(clearanceLevels);
  const says = useWords(common);
  const { now } = useReader();
  const id = useId();
  const [level, setLevel] = useState<ClearanceAsk['level']>('internal');
  const [flags, setFlags] = useState(NO_FLAGS);
  const [note, setNote] = useState('');
  const [day, setDay] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <PanelForm
      form={form}
      heading={t('askHeading')}
      onSubmit={() =>
        onAsk({ level, flags, note: note.trim() === '' ? null : note.trim(), dueAt: dayAt(day, timeZone) })
      }
    >
      <div class="field">
        <label class="field-label" for={`${id}-why`}>
          {t('why')}
        </label>
        <textarea
          ref={field}
          id={`${id}-why`}
          class="input foreign"
          dir="auto"
          rows={2}
          maxLength={LIMITS.sentence}
          value={note}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </div>
      <fieldset class="ask-forms">
        <legend class="field-label">{t('level')}</legend>
        {LEVELS.map((each) => (
          <label key={each} class="panel-choice">
            <input type="radio" name={`${id}-level`} checked={each === level} onChange={() => setLevel(each)} />
            {levelText(each)}
          </label>
        ))}
      </fieldset>
      <fieldset class="ask-forms">
        <legend class="field-label">{t('flags')}</legend>
        {FLAGS.map((flag) => (
          <label key={flag} class="panel-choice">
            <input
              type="checkbox"
              checked={flags[flag]}
              onChange={() => setFlags({ ...flags, [flag]: !flags[flag] })}
            />
            {t(flag)}
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span class="field-label">{t('dueDay')}</span>
        <input
          class="input clearance-day"
          type="date"
          min={dayInput(now, timeZone)}
          value={day}
          onInput={({ currentTarget }) => setDay(currentTarget.value)}
        />
      </label>
      <div class="panel-actions">
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
        <button type="submit" class="button button-primary" aria-keyshortcuts="Control+Enter">
          {t('send')}
          <KeyCap keys="↵" />
        </button>
      </div>
    </PanelForm>
  );
}
