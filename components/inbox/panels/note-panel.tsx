import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { common, notes as words } from '../../../locales/words.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { KeyCap } from '../../key-cap.tsx';
import { useReader, useWords } from '../../language.tsx';
import { keyText } from '../commands/key-text.ts';
import { PanelForm } from './panel-form.tsx';
import type { PanelProps } from './panel-props.ts';

/** What editors write for each other: another colour and another field than the sentence that submitters read. */
export function NotePanel({ draft, form, onDraft, onNote, onClose }: PanelProps) {
  const t = useWords(words);
  const says = useWords(common);
  const { language } = useReader();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const text = draft.note.trim();
  return (
    <PanelForm form={form} look="internal" heading={t('heading')} onSubmit={() => text !== '' && onNote(text)}>
      <p id={`${id}-only`} class="small">
        {t('only')}
      </p>
      <label class="hidden-text" for={id}>
        {t('field')}
      </label>
      <textarea
        ref={field}
        id={id}
        class="input foreign"
        dir="auto"
        rows={3}
        aria-describedby={`${id}-only`}
        maxLength={LIMITS.note}
        placeholder={t('placeholder')}
        value={draft.note}
        onInput={(event) => onDraft({ ...draft, note: event.currentTarget.value })}
      />
      <div class="panel-actions">
        <button type="button" class="button button-quiet" onClick={onClose}>
          {says('cancel')}
        </button>
        <button
          type="submit"
          class="button button-primary"
          aria-disabled={text === ''}
          aria-keyshortcuts="Control+Enter"
        >
          {t('add')}
          <KeyCap keys={keyText('Ctrl+Enter', language)} />
        </button>
      </div>
    </PanelForm>
  );
}
