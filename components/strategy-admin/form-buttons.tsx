import { useState } from 'preact/hooks';
import { lineProblems, strategyFields, strategy as words } from '../../locales/words.ts';
import { useFormat, useWords } from '../language.tsx';
import { fieldOf } from './entry-fields.ts';
import type { KeepingActs, KeepingView, OpenEntry } from './strategy-props.ts';

type FormButtonsProps = Pick<KeepingActs, 'onDiscard' | 'onRemove'> & { keeping: KeepingView; open: OpenEntry };

/** The end of the form: what became of saving, and what else can be done with the entry. */
export function FormButtons({ keeping, open, onDiscard, onRemove }: FormButtonsProps) {
  const t = useWords(words);
  const [sure, setSure] = useState(false);
  const isUnsaved = open.base === null || JSON.stringify(open.base) !== JSON.stringify(open.draft);
  return (
    <div class="entry-end">
      <NotSaved keeping={keeping} section={open.section} />
      <div class="button-row">
        <button type="submit" class="button button-primary" aria-disabled={keeping.saving}>
          {t(keeping.saving ? 'saving' : 'save')}
        </button>
        {isUnsaved ? (
          <button type="button" class="button" onClick={onDiscard}>
            {t('discard')}
          </button>
        ) : null}
        {open.base === null || open.section === 'desk' ? null : (
          <button
            type="button"
            class="button button-quiet button-danger entry-remove"
            title={t('removeHint')}
            onClick={() => (sure ? onRemove() : setSure(true))}
            onBlur={() => setSure(false)}
          >
            {t(sure ? 'removeSure' : 'remove')}
          </button>
        )}
      </div>
    </div>
  );
}

/** Beside the button that was pressed: that nothing was saved, and where to look. */
function NotSaved({ keeping, section }: Pick<FormButtonsProps, 'keeping'> & { section: OpenEntry['section'] }) {
  const t = useWords(words);
  const label = useWords(strategyFields);
  const explain = useWords(lineProblems);
  const format = useFormat();
  const fields = Object.keys(keeping.fieldProblems).map((name) =>
    name === 'holds' ? t('holds') : label(fieldOf(section, name)?.label ?? (name as Parameters<typeof label>[0])),
  );
  const said =
    fields.length > 0
      ? t('notSavedFields', { fields: format.list(fields) })
      : keeping.conflict !== null || keeping.faults.length > 0
        ? t('notSavedAbove')
        : keeping.problem === null
          ? null
          : explain(keeping.problem);
  return (
    <p class="small danger not-saved" role="status">
      {said}
    </p>
  );
}
