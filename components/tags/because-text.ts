import type { Because } from '../../desk/preselect/preselect.ts';
import { createFormat } from '../../locales/format.ts';
import { createTranslator, type Language } from '../../locales/t.ts';
import { because as reasons } from '../../locales/words.ts';

/** Why something was preselected, in a few words; lists what the page says, as it says it. */
export function becauseText(language: Language, because: Because): string {
  const t = createTranslator(language, reasons);
  const quoted = (word: string) => t('quoted', { word });
  if (because.because === 'words') return createFormat(language, 0).list(because.words.map(quoted));
  return because.because === 'address' ? quoted(because.part) : t(because.because);
}
