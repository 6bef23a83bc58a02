import Undo2 from 'lucide/dist/esm/icons/undo-2.mjs';
import { common } from '../locales/words.ts';
import { Icon } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';
import { useWords } from './language.tsx';
import './undo-toast.css';

type UndoToastProps = {
  text: string | null;
  /** What else is worth knowing, below it. */
  more?: string | null;
  shortcut?: string | undefined;
  /** Null: there is nothing more to take back. */
  onUndo: (() => void) | null;
};

/** Says what was just done and offers to take it back. The region is always there, so that it is read out. */
export function UndoToast({ text, more = null, shortcut, onUndo }: UndoToastProps) {
  const says = useWords(common);
  return (
    <div class="undo-region" role="status">
      {text === null ? null : (
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
        </div>
      )}
    </div>
  );
}
