import '../tokens.css';
import '../base.css';
import './settings.css';
import { useId, useState } from 'preact/hooks';
import { settings, thanks } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { ThanksChoice } from '../thanks-choice.tsx';
import type { LanguageChoice, SettingsScreenProps } from './settings-props.ts';

const CHOICES: readonly LanguageChoice[] = ['auto', 'de', 'en'];

export function SettingsScreen(props: SettingsScreenProps) {
  const t = useWords(settings);
  const id = useId();
  return (
    <main class="sheet">
      <h1>{t('heading')}</h1>
      <section class="card">
        <h2 id={`${id}-language`}>{t('language')}</h2>
        <div class="segments" role="radiogroup" aria-labelledby={`${id}-language`}>
          {CHOICES.map((choice) => (
            <label key={choice} class="segment">
              <input
                type="radio"
                name={`${id}-choice`}
                checked={props.language === choice}
                onChange={() => props.onLanguage(choice)}
              />
              <span lang={choice === 'auto' ? undefined : choice}>{t(choice)}</span>
            </label>
          ))}
        </div>
      </section>
      <section class="card">
        <h2>{t('keyboard')}</h2>
        <label class="switch-line">
          <input
            type="checkbox"
            class="switch"
            checked={props.letterKeys}
            aria-describedby={`${id}-keys`}
            onChange={(event) => props.onLetterKeys(event.currentTarget.checked)}
          />
          {t('letterKeys')}
        </label>
        <p id={`${id}-keys`} class="small soft">
          {t('letterKeysHint')}
        </p>
        {props.onShortcuts === null ? null : (
          <button type="button" class="button settings-button" onClick={props.onShortcuts}>
            {t('shortcuts')}
          </button>
        )}
      </section>
      {props.thanked === null ? null : <Thanks agreed={props.thanked} onAgree={props.onThanked} />}
      <Account {...props} />
    </main>
  );
}

function Thanks(props: { agreed: boolean; onAgree(agreed: boolean): void }) {
  const t = useWords(thanks);
  return (
    <section class="card">
      <h2>{t('heading')}</h2>
      <ThanksChoice {...props} />
    </section>
  );
}

function Account({ account, onSignOut, onJoin }: SettingsScreenProps) {
  const t = useWords(settings);
  const [sure, setSure] = useState(false);
  return (
    <section class="card">
      <h2>{t('account')}</h2>
      {account === null ? (
        <>
          <p class="soft">{t('notJoined')}</p>
          <button type="button" class="button button-primary settings-button" onClick={onJoin}>
            {t('join')}
          </button>
        </>
      ) : (
        <>
          <p class="foreign">{t('accountText', { person: account.person, queue: account.queue })}</p>
          <p class="small soft">
            {account.unsent > 0 ? t('signOutUnsent', { count: account.unsent }) : t('signOutHint')}
          </p>
          <button
            type="button"
            class="button settings-button button-danger"
            onClick={() => (sure ? onSignOut() : setSure(true))}
          >
            {sure ? t('signOutSure') : t('signOut')}
          </button>
        </>
      )}
    </section>
  );
}
