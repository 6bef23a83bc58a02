import NotebookPen from 'lucide/dist/esm/icons/notebook-pen.mjs';
import { notes as words } from '../../locales/words.ts';
import type { Note } from '../../protocol/note.ts';
import { useFormat, useWords } from '../language.tsx';
import { CommandButton } from './commands/command-button.tsx';

/** What the editors noted for each other about a topic, oldest first. */
export function TopicNotes({ notes }: { notes: readonly Note[] }) {
  const t = useWords(words);
  const format = useFormat();
  return (
    <section class="internal topic-notes" aria-label={t('heading')}>
      <h3>{t('heading')}</h3>
      <p class="small">{notes.length === 0 ? t('empty') : t('only')}</p>
      <ol>
        {notes.map(({ id, by, at, text }) => (
          <li key={id}>
            <p class="small">
              <bdi>{t('by', { name: by.name, when: format.relative(at) })}</bdi>
            </p>
            <p class="note-text foreign" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
      <CommandButton name="note" icon={NotebookPen} look="button-quiet" />
    </section>
  );
}
