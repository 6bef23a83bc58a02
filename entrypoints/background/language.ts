import { chooseLanguage, type Language } from '../../locales/t.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../storage/settings.ts';
import { openDeviceRegistry } from '../browser/session.ts';
import { within } from './within.ts';

/** Milliseconds. */
const READ_WITHIN = 2_000;

/** A worker has no `localStorage`, so the setting is read where it lies. That it cannot be read must be said in some language too. */
export async function readLanguage(): Promise<Language> {
  const { language } = await within(READ_WITHIN, openDeviceRegistry().then(readSettings), DEFAULT_SETTINGS);
  return chooseLanguage(language, navigator.languages);
}
