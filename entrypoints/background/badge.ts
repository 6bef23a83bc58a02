/** The number on the toolbar button: what is still unsent. Nothing when all is well. */
import { browser } from 'wxt/browser';
import { createTranslator } from '../../locales/t.ts';
import { manifest, popup } from '../../locales/words.ts';
import { unsentCount } from '../../storage/outbox.ts';
import { parkedCount } from '../../storage/status.ts';
import { openSession } from '../browser/session.ts';
import { readLanguage } from './language.ts';

const WAITING = '#7a5b00';
const ATTENTION = '#b3261e';

export async function updateBadge(): Promise<void> {
  const session = await openSession();
  const [unsent, parked] =
    session === null ? [0, 0] : await Promise.all([unsentCount(session.db), parkedCount(session.db)]);
  const language = await readLanguage();
  const t = createTranslator(language, popup);
  const [text, color, more] =
    parked > 0
      ? ['!', ATTENTION, t('parked', { count: parked })]
      : unsent > 0
        ? [unsent > 99 ? '99+' : `${unsent}`, WAITING, t('unsent', { count: unsent })]
        : ['', WAITING, ''];
  const title = createTranslator(language, manifest)('action');
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setTitle({ title: more === '' ? title : `${title} · ${more}` }),
  ]);
}

/** Something failed just now; stays until the badge is next brought up to date. */
export async function showAlert(title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: '!' }),
    browser.action.setBadgeBackgroundColor({ color: ATTENTION }),
    browser.action.setTitle({ title }),
  ]);
}
