/** What a person is told of a document, in their language: the popup carries no words for it. */
import { browser } from 'wxt/browser';
import { createTranslator } from '../../locales/t.ts';
import { documents } from '../../locales/words.ts';
import type { DocumentAnswer } from '../../messaging/document-calls.ts';
import { DOCUMENT_ACCESS } from '../../protocol/document.ts';
import { currentLanguage } from '../browser/language.ts';
import { siteOf } from '../browser/site-of.ts';
import type { FileReading } from './readings.ts';

export async function answerOf({ draft, problem, picture }: FileReading, address: string): Promise<DocumentAnswer> {
  const t = createTranslator(currentLanguage(), documents);
  const access = DOCUMENT_ACCESS.find((one) => one === draft?.access);
  const mayAsk = problem === 'unreachable' && (await mayAskFor(address));
  const note = mayAsk ? 'needs_site' : (problem ?? access);
  return {
    draft,
    note: note === undefined ? null : t(note),
    allow: mayAsk ? t('allow') : null,
    picture: picture === null ? null : { picture: picture.picture, base64: toBase64(picture.bytes) },
  };
}

/** Only Firefox keeps a site from us that its person acts on; an offscreen document has no such interface at all. */
async function mayAskFor(address: string): Promise<boolean> {
  const { permissions } = browser as Partial<typeof browser>;
  return permissions !== undefined && !(await permissions.contains({ origins: [siteOf(address)] }));
}

/** In parts: all bytes at once are more than a call takes as arguments. */
function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
