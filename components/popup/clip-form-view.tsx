import History from 'lucide/dist/esm/icons/history.mjs';
import { useEffect, useRef } from 'preact/hooks';
import { popup } from '../../locales/words.ts';
import { isWebAddress } from '../../protocol/clip.ts';
import { useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import { TagLine } from '../tags/tag-line.tsx';
import { ByHand } from './by-hand.tsx';
import { EarlierSuggestion } from './earlier-suggestion.tsx';
import { Extract } from './extract.tsx';
import { NoteField } from './note-field.tsx';
import { PageHead } from './page-head.tsx';
import type { ClipForm, PopupScreenProps, PopupState } from './popup-props.ts';
import { isSavingKey } from './saving-key.ts';
import { SubmitButton } from './submit-button.tsx';

type ClipFormViewProps = PopupScreenProps & { state: Extract<PopupState, { kind: 'form' }> };

/** Whether a form holds all that a clip needs. */
export const isComplete = ({ values }: ClipForm): boolean =>
  values.title.trim() !== '' && values.departmentId !== null && isWebAddress(values.address);

/** The form of a new suggestion: everything is filled in already, Enter saves. */
export function ClipFormView({ state, onChange, onSave, onDiscardDraft }: ClipFormViewProps) {
  const { values, page } = state;
  const t = useWords(popup);
  const ready = isComplete(state) && !state.saving;
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const first = form.current?.querySelector<HTMLTextAreaElement>('[data-first-focus]');
    first?.focus();
    first?.setSelectionRange(first.value.length, first.value.length);
  }, []);

  return (
    <form
      ref={form}
      class="popup-form"
      aria-label={t('heading')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave();
      }}
      onKeyDown={(event) => {
        if (isSavingKey(event)) event.currentTarget.requestSubmit();
        else return;
        event.preventDefault();
      }}
    >
      {page === null ? (
        <ByHand failure={state.failure} values={values} onChange={onChange} />
      ) : (
        <PageHead page={page} title={values.title} onTitle={(title) => onChange({ title })} />
      )}
      {state.earlier === null ? null : <EarlierSuggestion earlier={state.earlier} />}
      {state.restored ? (
        <Notice
          tone="plain"
          icon={History}
          actions={
            <button type="button" class="button button-quiet" onClick={onDiscardDraft}>
              {t('startAgain')}
            </button>
          }
        >
          {t('restored')}
        </Notice>
      ) : null}
      {state.strategy.departments.length === 0 ? (
        <p class="soft">{t('strategyComing')}</p>
      ) : (
        <TagLine {...values} strategy={state.strategy} because={state.because} onChange={onChange} />
      )}
      <NoteField note={values.note} onNote={(note) => onChange({ note })} />
      {page === null ? null : <Extract page={page} />}
      <SubmitButton
        label={state.earlier === null ? t('suggest') : t('suggestToo')}
        ready={ready}
        saving={state.saving}
        problem={state.problem}
      />
    </form>
  );
}
