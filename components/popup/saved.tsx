import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { common, frame, popup } from '../../locales/words.ts';
import { Icon } from '../icon.tsx';
import { useWords } from '../language.tsx';
import type { PopupScreenProps, PopupState } from './popup-props.ts';

type SavedProps = PopupScreenProps & { state: Extract<PopupState, { kind: 'saved' }> };

/** Said after the commit and not before (ST1). */
export function Saved({ state, onOpen, onClose }: SavedProps) {
  const t = useWords(popup);
  const says = useWords(common);
  const pages = useWords(frame);
  const close = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => close.current?.focus(), []);
  return (
    <div class="saved" role="status">
      <span class="saved-mark">
        <Icon shapes={CircleCheck} />
      </span>
      <h1>{t('saved')}</h1>
      <p class="saved-title foreign" dir="auto">
        {state.title}
      </p>
      <p class="soft">
        {state.joined ? t('savedJoined') : null}{' '}
        {state.sent ? t('savedSent') : navigator.onLine ? t('savedSending') : t('savedWaiting')}
      </p>
      <div class="saved-actions">
        <button type="button" class="button" onClick={() => onOpen('suggestions')}>
          {pages('suggestions')}
        </button>
        <button ref={close} type="button" class="button button-primary" onClick={onClose}>
          {says('close')}
        </button>
      </div>
    </div>
  );
}
