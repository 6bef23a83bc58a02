import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { common, finding } from '../../../locales/words.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { useWords } from '../../language.tsx';

/** Gives the list that is shown a name; for oneself unless it is said to be for all. */
export function SaveView({ onSave }: { onSave(name: string, shared: boolean): void }) {
  const t = useWords(finding);
  const says = useWords(common);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // Before the next key, which would mean something else beside the field.
  useLayoutEffect(() => {
    if (open) field.current?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    setName('');
    setShared(false);
  };
  if (!open)
    return (
      <button type="button" class="button button-quiet save-view-open" onClick={() => setOpen(true)}>
        {t('saveView')}
      </button>
    );
  return (
    <form
      class="save-view"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        onSave(name.trim(), shared);
        close();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <label class="field-label">
        {t('viewName')}
        <input
          class="input"
          ref={field}
          maxLength={LIMITS.name}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label class="panel-choice">
        <input type="checkbox" checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
        {t('viewShared')}
      </label>
      <div class="panel-actions">
        <button type="button" class="button button-quiet" onClick={close}>
          {says('cancel')}
        </button>
        <button type="submit" class="button" aria-disabled={name.trim() === ''}>
          {t('saveViewNow')}
        </button>
      </div>
    </form>
  );
}
