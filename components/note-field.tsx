import { useId } from 'preact/hooks';
import { common, popup } from '../locales/words.ts';
import { LIMITS } from '../protocol/limits.ts';
import { useWords } from './language.tsx';
import './note-field.css';

/** Signs in a line of the narrowest place that it stands in, about. */
const LINE = 44;
const LINES = { least: 2, most: 6 };

/** For browsers that do not fit a field to its text themselves (note-field.css). */
const noteRows = (note: string): number => {
  const needed = note.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);
  return Math.min(LINES.most, Math.max(LINES.least, needed));
};

/** Why it is interesting. Grows with what is written, up to six lines; then it scrolls. */
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
        rows={noteRows(note)}
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
