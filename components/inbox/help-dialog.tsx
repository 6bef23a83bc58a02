import { useEffect, useRef } from 'preact/hooks';
import { common, inbox } from '../../locales/words.ts';
import { KeyCap } from '../key-cap.tsx';
import { useWords } from '../language.tsx';

const KEYS = [
  [['j', 'k'], 'keyNext'],
  [['↵', 'u'], 'keyOpen'],
  [['1'], 'keyAccept'],
  [['3'], 'keyDecline'],
  [['h'], 'keyHold'],
  [['w'], 'keyStartWork'],
  [['z'], 'keyUndo'],
  [['/'], 'keySearch'],
  [['?'], 'keyHelp'],
] as const;

/** Every key of the inbox on one card. A native dialog: focus and Escape are the browser's. */
export function HelpDialog({ onClose }: { onClose(): void }) {
  const t = useWords(inbox);
  const says = useWords(common);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-heading" onClose={onClose}>
      <h2 id="help-heading">{t('help')}</h2>
      <dl class="help-keys">
        {KEYS.map(([keys, word]) => (
          <div key={word} class="help-key">
            <dt>
              {keys.map((key) => (
                <span key={key}>
                  <KeyCap keys={key} />
                  <span class="hidden-text">{key} </span>
                </span>
              ))}
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
      <p class="small soft">{t('helpOff')}</p>
      <form method="dialog">
        <button type="submit" class="button">
          {says('close')}
        </button>
      </form>
    </dialog>
  );
}
