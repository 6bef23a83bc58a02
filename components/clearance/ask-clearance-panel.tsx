import './clearance.css';
import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { isCleared, isClearedFor, NO_FLAGS, stricter } from '../../desk/clearances.ts';
import { clearanceLevels, common, clearance as words } from '../../locales/words.ts';
import type { Clearance, ClearanceAsk } from '../../protocol/clearance.ts';
import type { DeskRules } from '../../protocol/desk-rules.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { PanelForm } from '../inbox/panels/panel-form.tsx';
import type { ClearanceDraft } from '../inbox/panels/panel-props.ts';
import { KeyCap } from '../key-cap.tsx';
import { useReader, useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import { dayInput, endOfDay, isPossibleDay, LAST_DAY } from '../plan/day-at.ts';
import { isSendingKey } from '../sending-key.ts';
import { ClearanceMark } from './clearance-mark.tsx';
import { ClearanceTerms } from './clearance-terms.tsx';
import { LastRefusal } from './last-refusal.tsx';

/** What is public needs no clearance. */
const LEVELS = ['internal', 'confidential', 'strictly_confidential'] as const;
const FLAGS = ['personalData', 'thirdPartyRights', 'insider'] as const;

type AskClearancePanelProps = {
  form: RefObject<HTMLFormElement | null>;
  rules: DeskRules;
  /** How it stands; null: nobody ever asked for one. */
  standing: Clearance | null;
  /** Kept by the caller, so that closing the panel loses no word. */
  draft: ClearanceDraft;
  onDraft(draft: ClearanceDraft): void;
  onAsk(wish: Omit<ClearanceAsk, 'id' | 'topicId'>): void;
  onClose(): void;
};

/** What holds where nobody ever asked. */
const NONE = { level: 'public', flags: NO_FLAGS, state: 'not_needed' } as const;

/**
 * Asks the clearer of the topic's department: how confidential, what to mind, and why. It begins with what holds
 * already, which only rises; what is cleared is opened anew only by asking for more, and by saying so [CR1].
 */
export function AskClearancePanel({ form, rules, standing, draft, onDraft, onAsk, onClose }: AskClearancePanelProps) {
  const t = useWords(words);
  const levelText = useWords(clearanceLevels);
  const says = useWords(common);
  const { now } = useReader();
  const id = useId();
  const held = standing ?? NONE;
  const { flags: checked, note, day } = draft;
  const level = stricter(draft.level, held.level);
  const flags = {
    personalData: checked.personalData || held.flags.personalData,
    thirdPartyRights: checked.thirdPartyRights || held.flags.thirdPartyRights,
    insider: checked.insider || held.flags.insider,
  };
  const isTooFar = !isPossibleDay(day);
  const nothingMore = isClearedFor(held, { level, flags });
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <PanelForm
      form={form}
      heading={t('askHeading')}
      onSubmit={() =>
        !nothingMore &&
        !isTooFar &&
        onAsk({ level, flags, note: note.trim() === '' ? null : note.trim(), dueAt: endOfDay(day, rules, now) })
      }
    >
      {standing === null || !isCleared(standing.state) ? null : (
        <Notice tone={nothingMore ? 'plain' : 'warning'} icon={CircleAlert}>
          <ClearanceMark mark={standing} />
          <ClearanceTerms mark={standing} />
          {t(nothingMore ? 'alreadyCleared' : 'askAnew')}
        </Notice>
      )}
      {standing?.state !== 'refused' ? null : (
        <Notice tone="warning" icon={CircleAlert}>
          <LastRefusal clearance={standing} />
        </Notice>
      )}
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
          onInput={({ currentTarget }) => onDraft({ ...draft, note: currentTarget.value })}
          onKeyDown={(event) => {
            if (!isSendingKey(event)) return;
            event.preventDefault();
            form.current?.requestSubmit();
          }}
        />
      </div>
      <fieldset class="ask-forms">
        <legend class="field-label">{t('level')}</legend>
        {LEVELS.map((each) => (
          <label key={each} class="panel-choice">
            <input
              type="radio"
              name={`${id}-level`}
              disabled={stricter(each, held.level) !== each}
              checked={each === level}
              onChange={() => onDraft({ ...draft, level: each })}
            />
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
              disabled={held.flags[flag]}
              checked={flags[flag]}
              onChange={() => onDraft({ ...draft, flags: { ...checked, [flag]: !checked[flag] } })}
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
          min={dayInput(now, rules.timeZone)}
          max={LAST_DAY}
          aria-invalid={!isPossibleDay(day)}
          value={day}
          onInput={({ currentTarget }) => onDraft({ ...draft, day: currentTarget.value })}
        />
      </label>
      <div class="panel-actions">
        <span class="small soft" role="status">
          {isTooFar ? says('dayTooFar') : ''}
        </span>
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
        <button
          type="submit"
          class="button button-primary"
          aria-disabled={nothingMore || isTooFar}
          aria-keyshortcuts="Control+Enter"
        >
          {t('send')}
          <KeyCap keys="↵" />
        </button>
      </div>
    </PanelForm>
  );
}
