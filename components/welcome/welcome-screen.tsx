import '../tokens.css';
import '../base.css';
import './welcome.css';
import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import Pin from 'lucide/dist/esm/icons/pin.mjs';
import ShieldCheck from 'lucide/dist/esm/icons/shield-check.mjs';
import { welcome } from '../../locales/words.ts';
import { Icon } from '../icon.tsx';
import { useWords } from '../language.tsx';
import { Logo } from '../logo.tsx';
import type { WelcomeScreenProps } from './welcome-props.ts';

/** After the installation: two sentences, the two shortcuts, and joining. */
export function WelcomeScreen({ shortcuts, joined, onJoin }: WelcomeScreenProps) {
  const t = useWords(welcome);
  return (
    <main class="sheet welcome">
      <Logo />
      <h1>{t('heading')}</h1>
      <p class="welcome-lead">
        {t('lead')} {t('follow')}
      </p>
      <dl class="shortcuts">
        <Shortcut keys={shortcuts.popup} text={t('popup')} />
        <Shortcut keys={shortcuts.clip} text={t('clip')} />
      </dl>
      {joined ? (
        <p class="mark welcome-joined">
          <Icon shapes={CircleCheck} />
          {t('joined')}
        </p>
      ) : (
        <button type="button" class="button button-primary" onClick={onJoin}>
          {t('join')}
        </button>
      )}
      <ul class="welcome-notes small soft">
        <li class="mark">
          <Icon shapes={Pin} />
          {t('pin')}
        </li>
        <li class="mark">
          <Icon shapes={ShieldCheck} />
          {t('privacy')}
        </li>
      </ul>
    </main>
  );
}

function Shortcut({ keys, text }: { keys: string; text: string }) {
  const t = useWords(welcome);
  return (
    <div class="shortcut card">
      <dt>
        {keys === '' ? (
          <span class="soft">{t('noShortcut')}</span>
        ) : (
          // "Alt+Shift+K", or "⌥⇧K" on a Mac, where nothing parts the signs.
          keys.split('+').map((key) => (
            <kbd key={key} class="kbd">
              {key}
            </kbd>
          ))
        )}
      </dt>
      <dd>{text}</dd>
    </div>
  );
}
