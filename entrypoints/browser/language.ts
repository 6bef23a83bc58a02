/** The language of this browser's pages, known before any database answers. */
import { chooseLanguage, type Language } from '../../locales/t.ts';
import type { Settings } from '../../storage/settings.ts';

/** A copy of the setting, because `localStorage` answers at once; the setting itself lies in the registry. */
const MIRROR = 'language';

export function currentLanguage(): Language {
  const mirrored = localStorage.getItem(MIRROR);
  return chooseLanguage(mirrored === 'de' || mirrored === 'en' ? mirrored : 'auto', navigator.languages);
}

export function mirrorLanguage(choice: Settings['language']): void {
  localStorage.setItem(MIRROR, choice);
  document.documentElement.lang = currentLanguage();
}

/** Tells the browser and screen readers what language the page speaks. */
export function applyLanguage(): Language {
  const language = currentLanguage();
  document.documentElement.lang = language;
  return language;
}

/** Calls `changed` when another page of the extension chose another language. */
export function onLanguageChange(changed: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === MIRROR) changed();
  });
}
