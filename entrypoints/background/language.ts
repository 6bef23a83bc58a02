import { chooseLanguage, type Language } from '../../locales/t.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../storage/settings.ts';
import { openDeviceRegistry } from '../browser/session.ts';

/** On a full disk a database may neither open nor fail. Milliseconds. */
const READ_WITHIN = 2_000;

/** A worker has no `localStorage`, so the setting is read where it lies. That it cannot be read must be said in some language too. */
export async function readLanguage(): Promise<Language> {
  const kept = openDeviceRegistry()
    .then(readSettings)
    .catch(() => DEFAULT_SETTINGS);
  const tooLate = new Promise<typeof DEFAULT_SETTINGS>((resolve) => setTimeout(resolve, READ_WITHIN, DEFAULT_SETTINGS));
  const { language } = await Promise.race([kept, tooLate]);
  return chooseLanguage(language, navigator.languages);
}
