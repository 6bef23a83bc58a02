import Undo2 from 'lucide/dist/esm/icons/undo-2.mjs';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { common, popup } from '../../locales/words.ts';
import { Icon } from '../icon.tsx';
import { useWords } from '../language.tsx';
import type { PopupScreenProps } from './popup-props.ts';

/** A clip taken back by mistake is one key away. */
export function Withdrawn({ title, onUndoWithdraw, onClose }: PopupScreenProps & { title: string }) {
  const t = useWords(popup);
  const says = useWords(common);
  const undo = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => undo.current?.focus(), []);
  return (
    <div class="saved" role="status">
      <span class="saved-mark">
        <Icon shapes={Undo2} />
      </span>
      <h1>{t('withdrawn')}</h1>
      <p class="saved-title foreign" dir="auto">
        {title}
      </p>
      <div class="saved-actions">
        <button ref={undo} type="button" class="button" onClick={onUndoWithdraw}>
          {says('undo')}
        </button>
        <button type="button" class="button button-primary" onClick={onClose}>
          {says('close')}
        </button>
      </div>
    </div>
  );
}
