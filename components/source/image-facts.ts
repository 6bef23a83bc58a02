import type { Language } from '../../locales/t.ts';
import { createTranslator } from '../../locales/t.ts';
import { source } from '../../locales/words.ts';
import type { ClippedImage } from '../../protocol/clip.ts';

/** Words with which pages name a maker themselves. */
const SAYS_ITSELF =
  /^(?:©|\(c\)|(?:foto|bild|photo|image|picture|grafik|zeichnung|illustration|drawing|quelle|source|copyright|credit)[^\s:]*(?:\s+by)?\s*[:/©]|photo by)/i;

/** What an editor asks of an image: what it shows, who made it, how it may be used. The last is always said. */
export function imageFacts({ caption, alt, credit, licence }: ClippedImage, language: Language): string[] {
  const t = createTranslator(language, source);
  return [
    t('image', { caption: caption || alt || t('noCaption') }),
    ...(credit === '' ? [] : [SAYS_ITSELF.test(credit) ? credit : t('credit', { credit })]),
    licence === '' ? t('noLicence') : t('licence', { licence }),
  ];
}
