/** The number on the toolbar button: what was refused, else questions and clearances that wait for the person, else what is unsent. Nothing when all is well. */
import { browser } from 'wxt/browser';
import { createTranslator } from '../../locales/t.ts';
import { clearances as clearanceWords, manifest, popup, questions as questionWords } from '../../locales/words.ts';
import { clearancesToGive } from '../../storage/clearances.ts';
import { openForMe } from '../../storage/for-me.ts';
import { unsentCount } from '../../storage/outbox.ts';
import { parkedCount } from '../../storage/status.ts';
import { openSession } from '../browser/session.ts';
import { readLanguage } from './language.ts';

const WAITING = '#7a5b00';
const ATTENTION = '#b3261e';
const QUESTION = '#7a3a9e';
const KEPT = '#226b2c';

export async function updateBadge(): Promise<void> {
  const session = await openSession();
  const [unsent, parked, questions, clearances] =
    session === null
      ? [0, 0, 0, 0]
      : await Promise.all([
          unsentCount(session.db),
          parkedCount(session.db),
          openForMe(session.db),
          clearancesToGive(session.db),
        ]);
  const language = await readLanguage();
  const t = createTranslator(language, popup);
  const ask = createTranslator(language, questionWords);
  const clear = createTranslator(language, clearanceWords);
  const [text, color, more] =
    parked > 0
      ? ['!', ATTENTION, t('parked', { count: parked })]
      : questions + clearances > 0
        ? [
            badgeCount(questions + clearances),
            QUESTION,
            [
              questions > 0 ? ask('toMe', { count: questions }) : [],
              clearances > 0 ? clear('toMe', { count: clearances }) : [],
            ]
              .flat()
              .join(' · '),
          ]
        : unsent > 0
          ? [badgeCount(unsent), WAITING, t('unsent', { count: unsent })]
          : ['', WAITING, ''];
  const title = createTranslator(language, manifest)('action');
  // What is announced meanwhile stands its time.
  if (announced === null) await show(text, color, more === '' ? title : `${title} · ${more}`);
}

const badgeCount = (count: number): string => (count > 99 ? '99+' : `${count}`);

/** Something was kept where no page could say so. */
export const showKept = (title: string): Promise<void> => announce('✓', KEPT, title, 5_000);

/** Something failed just now. Long enough that a glance at the button's title still finds it. */
export const showAlert = (title: string): Promise<void> => announce('!', ATTENTION, title, 20_000);

let announced: ReturnType<typeof setTimeout> | null = null;

/** @param lasts milliseconds, in which no `updateBadge` has the button. A worker stopped before leaves it as it is. */
async function announce(text: string, color: string, title: string, lasts: number): Promise<void> {
  if (announced !== null) clearTimeout(announced);
  announced = setTimeout(() => {
    announced = null;
    void updateBadge().catch(() => undefined);
  }, lasts);
  await show(text, color, title);
}

async function show(text: string, color: string, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setTitle({ title }),
  ]);
}
