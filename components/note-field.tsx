import { useId } from 'preact/hooks';
import { common, popup } from '../locales/words.ts';
import { LIMITS } from '../protocol/limits.ts';
import { useWords } from './language.tsx';

export function NoteField({ note, onNote }: { note: string; onNote(note: string): void }) {
  const t = useWords(popup);
  const says = useWords(common);
  const id = useId();
  return (
    <div class="field">
      <label class="hidden-text" for={id}>
        {says('note')}
      </label>
      <textarea
        id={id}
        class="input foreign"
        dir="auto"
        rows={2}
        data-note
        maxLength={LIMITS.note}
        placeholder={t('notePlaceholder')}
        title={t('noteKeys')}
        value={note}
        onInput={(event) => onNote(event.currentTarget.value)}
      />
    </div>
  );
}
