import X from 'lucide/dist/esm/icons/x.mjs';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../../../locales/amounts.ts';
import { finding } from '../../../locales/words.ts';
import { Icon } from '../../icon.tsx';
import { KeyCap } from '../../key-cap.tsx';
import { useReader, useWords } from '../../language.tsx';
import { focusContext } from '../commands/read-key.ts';
import { type Finding, type ViewEntry, viewKeys } from './finding-props.ts';
import { SaveView } from './save-view.tsx';
import { viewIcon } from './view-icon.ts';

export type NamedViews = Pick<Finding, 'views' | 'onView' | 'onSaveView' | 'onDeleteView'>;

/** The lists that have a name: those of every desk, then those that somebody saved, each with its digit behind `g`. */
export function ViewList({
  finding: found,
  marked,
  letterKeys,
  canSave,
}: {
  finding: NamedViews;
  /** The view that the list is of. */
  marked: string | null;
  letterKeys: boolean;
  canSave: boolean;
}) {
  const t = useWords(finding);
  const { language } = useReader();
  const row = (view: ViewEntry) => {
    const [shortcut] = letterKeys ? viewKeys(found.views.indexOf(view)) : [];
    return (
      <li key={view.key} class="view-line">
        <button
          type="button"
          class="view"
          aria-current={marked === view.key ? 'true' : undefined}
          aria-keyshortcuts={shortcut}
          title={shortcut}
          onClick={() => found.onView(view)}
        >
          {shortcut === undefined ? <Icon shapes={viewIcon(view)} /> : <KeyCap keys={shortcut.slice(-1)} />}
          <bdi class="view-name">{view.kind === 'builtIn' ? t(view.name) : view.name}</bdi>
          {view.count === null || view.count === 0 ? null : (
            <span class="view-count">{formatNumber(language, view.count)}</span>
          )}
        </button>
        {view.kind === 'saved' && view.mine ? (
          <button
            type="button"
            class="button button-quiet button-square view-delete"
            aria-label={t('deleteView', { name: view.name })}
            title={t('deleteView', { name: view.name })}
            onClick={() => found.onDeleteView(view.key)}
          >
            <Icon shapes={X} />
          </button>
        ) : null}
      </li>
    );
  };
  const saved = found.views.filter(({ kind }) => kind === 'saved');
  const savedList = useRef<HTMLUListElement>(null);
  const isSaving = useRef(false);
  // The form is gone by then: the focus goes on in the list that it was for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the saved view is there once the list is marked as its
  useLayoutEffect(() => {
    if (!isSaving.current) return;
    isSaving.current = false;
    // Whoever writes elsewhere by now goes on there.
    if (focusContext(document.activeElement).typing) return;
    savedList.current?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true });
  }, [marked]);
  return (
    <>
      <section class="lane">
        <h2 class="lane-name">
          {t('viewsHeading')}
          {letterKeys ? <KeyCap keys="g 1–9" /> : null}
        </h2>
        <ul>{found.views.filter(({ kind }) => kind === 'builtIn').map(row)}</ul>
      </section>
      {saved.length > 0 || canSave ? (
        <section class="lane">
          <h2 class="lane-name">{t('savedHeading')}</h2>
          <ul ref={savedList}>{saved.map(row)}</ul>
          {canSave ? (
            <SaveView
              onSave={(name, shared) => {
                isSaving.current = true;
                found.onSaveView(name, shared);
              }}
            />
          ) : null}
        </section>
      ) : null}
    </>
  );
}
