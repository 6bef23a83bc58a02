import { chooseLanguage, type Language } from '../../locales/t.ts';
import { readSettings } from '../../storage/settings.ts';
import { openDeviceRegistry } from '../browser/session.ts';

/** A worker has no `localStorage`, so the setting is read where it lies. */
export async function readLanguage(): Promise<Language> {
  const { language } = await readSettings(await openDeviceRegistry());
  return chooseLanguage(language, navigator.languages);
}
