/** The line that says "saved" in the page, and what a person may do there with the clip just kept. */

import { browser } from 'wxt/browser';
import { rulesText } from '../../components/rules/rule-words.ts';
import type { RulesView } from '../../components/rules/rules-view.ts';
import { imageFacts } from '../../components/source/image-facts.ts';
import { becauseText } from '../../components/tags/because-text.ts';
import { byName } from '../../components/tags/by-name.ts';
import type { ToastContent } from '../../components/toast/toast-props.ts';
import { activeDepartments, goalsFor } from '../../desk/goals.ts';
import type { Because } from '../../desk/preselect/preselect.ts';
import { isSamePage } from '../../desk/same-page.ts';
import { textIn } from '../../locales/local-text.ts';
import { createTranslator, type Language } from '../../locales/t.ts';
import { access, common, popup, tags, toast } from '../../locales/words.ts';
import { type ToastCalls, toastCalls } from '../../messaging/calls.ts';
import { createAnswerer, type Handlers } from '../../messaging/rpc.ts';
import type { Clip } from '../../protocol/clip.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { editClip, withdrawClip } from '../../storage/edit-clip.ts';
import { StorageError } from '../../storage/problems.ts';
import { strategy as readStrategy } from '../../storage/strategy.ts';
import { suggestion } from '../../storage/suggestions.ts';
import type { Strategy } from '../../storage/views.ts';
import { callInTab } from '../browser/call-in-tab.ts';
import { fromTabs } from '../browser/message-adapters.ts';
import { openSession, type Session } from '../browser/session.ts';
import { showKept } from './badge.ts';
import { readLanguage } from './language.ts';
import { showRead } from './show-read.ts';
import { syncNow } from './sync.ts';

/** A toast that is focused or hovered waits; after this time its clip is changed elsewhere. Milliseconds. */
const ANSWERED_FOR = 10 * 60_000;

/** Shows the toast in the tab; where no script may run or answers, the button says that the clip is kept. */
export async function showToast(
  { db }: Session,
  tabId: number,
  clip: Clip,
  isNew: boolean,
  rules: RulesView | null = null,
  because: Because | null = null,
): Promise<void> {
  const language = await readLanguage();
  const show = async (): Promise<boolean> =>
    (await callInTab(
      { tabId },
      'toast',
      'showToast',
      content(language, await readStrategy(db), clip, isNew, rules, because),
    )) === true;
  if (!(await show().catch(() => false))) await showKept(`${saved(language, isNew)} · ${clip.title}`);
}

/** What is kept, and how much of the page it is: the only line that people see of a clip without a popup. */
function says(language: Language, clip: Clip, isNew: boolean, rules: RulesView | null): string {
  if (!isNew) return saved(language, isNew);
  const seen = clip.access === 'full' ? '' : createTranslator(language, access)(clip.access);
  const more = [seen, rules === null ? '' : rulesText(language, rules)].filter(Boolean).join(' ');
  return (more === '' ? saved(language, isNew) : `${saved(language, isNew)}. ${more}`).slice(0, LIMITS.strategyText);
}

const saved = (language: Language, isNew: boolean): string =>
  isNew ? createTranslator(language, toast)('saved') : createTranslator(language, popup)('mine');

function content(
  language: Language,
  strategy: Strategy,
  clip: Clip,
  isNew: boolean,
  rules: RulesView | null,
  because: Because | null,
): ToastContent {
  const word = createTranslator(language, common);
  const t = createTranslator(language, toast);
  return {
    clipId: clip.id,
    texts: {
      saved: says(language, clip, isNew, rules),
      title:
        clip.clippedImage === null
          ? clip.title
          : imageFacts(clip.clippedImage, language).join(' · ').slice(0, LIMITS.strategyText),
      department: word('department'),
      goal: word('goal'),
      because: !isNew || because === null ? '' : becauseLine(language, because),
      // An earlier clip is not taken back by a key that was meant to keep it.
      undo: isNew ? word('undo') : '',
      close: word('close'),
      // Of a link's own page nothing is read, and a file has no page to mark.
      show: clip.context === null && clip.kind !== 'document' ? t('show') : '',
      showRead: t('showRead'),
      undone: t('undone'),
      unchanged: t('unchanged'),
      unshown: t('unshown'),
    },
    departments: byName(activeDepartments(strategy.departments), language).map(({ id, name }) => ({
      id,
      name: textIn(language, name),
    })),
    goals: goalChoices(language, strategy, clip.departmentId),
    departmentId: clip.departmentId,
    goalId: clip.goalId ?? '',
  };
}

const becauseLine = (language: Language, because: Because): string =>
  createTranslator(language, tags)('because', {
    what: createTranslator(language, common)('department'),
    reason: becauseText(language, because),
  }).slice(0, LIMITS.strategyText);

/** The empty id stands for "no goal yet". */
function goalChoices(language: Language, { goals }: Strategy, departmentId: string) {
  const open = { id: '', name: createTranslator(language, toast)('editorsDecide') };
  const usable = goalsFor(departmentId, goals, Date.now());
  return [open, ...usable.map(({ id, title }) => ({ id, name: textIn(language, title) }))];
}

/** The page's process may be hostile: a tab reaches only a clip that was made just now from its own address. */
async function clipOfTab(clipId: string, tabId: number): Promise<{ session: Session; clip: Clip }> {
  const session = await openSession();
  const found = session === null ? null : await suggestion(session.db, clipId);
  const tab = await browser.tabs.get(tabId).catch(() => null);
  // A clipped link stood on the page of its context.
  const page = found?.clip.context?.address ?? found?.clip.address ?? '';
  if (session === null || found === null || tab?.url === undefined) throw new StorageError('not_found');
  if (!isSamePage(tab.url, page)) throw new StorageError('not_found');
  if (Date.now() - found.clip.capturedAt > ANSWERED_FOR) throw new StorageError('too_late');
  return { session, clip: found.clip };
}

const handlersFor = (tabId: number): Handlers<ToastCalls> => ({
  async tagClip({ clipId, departmentId, goalId }) {
    const { session, clip } = await clipOfTab(clipId, tabId);
    const [language, strategy] = await Promise.all([readLanguage(), readStrategy(session.db)]);
    const goals = goalChoices(language, strategy, departmentId);
    // A goal of the old department does not follow into the new one.
    const kept = goals.some(({ id }) => id === (goalId ?? '')) ? goalId : null;
    await editClip(session.db, clip.id, { departmentId, goalId: kept }, Date.now());
    syncNow('act');
    return { goals, goalId: kept };
  },
  async showRead({ clipId }) {
    const { clip } = await clipOfTab(clipId, tabId);
    await showRead(tabId, clip.quote);
    return {};
  },
  async undoClip({ clipId }) {
    const { session, clip } = await clipOfTab(clipId, tabId);
    await withdrawClip(session.db, clip.id, Date.now());
    syncNow('act');
    return {};
  },
});

export function answerToasts(): void {
  fromTabs((message, tabId) => createAnswerer<ToastCalls>(toastCalls, handlersFor(tabId))(message));
}
