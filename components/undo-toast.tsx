import Undo2 from 'lucide/dist/esm/icons/undo-2.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { useEffect, useState } from 'preact/hooks';
import { common } from '../locales/words.ts';
import { Icon } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';
import { useWords } from './language.tsx';
import { useWindowKey } from './use-window-key.ts';
import './undo-toast.css';

type UndoToastProps = {
  text: string | null;
  /** Which act it is: the next one is said even if its words are the same. Left out: its words tell. */
  of?: object | null;
  /** What else is worth knowing, below it. */
  more?: string | null;
  shortcut?: string | undefined;
  /** Null: there is nothing more to take back. */
  onUndo: (() => void) | null;
  /** False while something else stands open that Escape closes. */
  closesOnEscape?: boolean;
};

/**
 * Says what was just done and offers to take it back, until it is put away: that takes no offer back, its key goes on
 * working. The region is always there, so that it is read out.
 */
export function UndoToast({ text, of = null, more = null, shortcut, onUndo, closesOnEscape = true }: UndoToastProps) {
  const says = useWords(common);
  const saying = text === null ? null : (of ?? `${text}\n${more ?? ''}`);
  const [away, setAway] = useState<object | string | null>(null);
  useEffect(() => {
    if (saying !== away) setAway(null);
  }, [saying, away]);
  // It goes first, and alone: what else Escape means is for the next one.
  useWindowKey((event) => {
    const { key, isComposing, target } = event;
    if (key !== 'Escape' || isComposing || !closesOnEscape || saying === null || saying === away) return;
    if (target instanceof Element && target.closest('form, dialog') !== null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    setAway(saying);
  }, 'first');
  return (
    <div class="undo-region" role="status">
      {saying === null || saying === away ? null : (
        <div class="undo-toast">
          <div class="undo-words">
            <bdi class="undo-text">{text}</bdi>
            {more === null ? null : <span class="small soft">{more}</span>}
          </div>
          {onUndo === null ? null : (
            <button type="button" class="button button-quiet" aria-keyshortcuts={shortcut} onClick={onUndo}>
              <Icon shapes={Undo2} />
              {says('undo')}
              {shortcut === undefined ? null : <KeyCap keys={shortcut} />}
            </button>
          )}
          <button
            type="button"
            class="button button-quiet button-square"
            aria-label={says('close')}
            title={says('close')}
            onClick={() => setAway(saying)}
          >
            <Icon shapes={X} />
          </button>
        </div>
      )}
    </div>
  );
}
