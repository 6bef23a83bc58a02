/** Clip at once, without a popup: by shortcut or menu. Kept first; tags and undo are offered after. */

import { preselectDepartment, preselectGoal } from '../../desk/preselect.ts';
import type { Clip, ClipDraft } from '../../protocol/clip.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { cutText } from '../../protocol/text.ts';
import { addPicture } from '../../storage/edit-clip.ts';
import { readHabits } from '../../storage/habits.ts';
import { asStorageError } from '../../storage/problems.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { ownPerson, strategy as readStrategy } from '../../storage/strategy.ts';
import { captureTab } from '../browser/capture-tab.ts';
import { takePicture } from '../browser/picture.ts';
import { openSession, type Session } from '../browser/session.ts';
import { explainCapture, explainSaving, openPage } from './explain.ts';
import { syncNow } from './sync.ts';
import { showToast } from './toast.ts';

type ClippableTab = {
  id?: number | undefined;
  url?: string | undefined;
  title?: string | undefined;
  windowId?: number | undefined;
};

/** @param selectedText what the browser says is selected: there even where no script may run. */
export async function quickClip(tab: ClippableTab, selectedText: string | null): Promise<void> {
  performance.mark('command');
  // All at once: the person waits for the slowest only. The picture must not show our own toast.
  const picturing = tab.windowId === undefined ? Promise.resolve(null) : takePicture(tab.windowId);
  const [capture, session] = await Promise.all([captureTab(tab), openSession()]);
  if (session === null || session.account.token === null) return openPage('options.html#join');
  if (capture.draft === null) return explainCapture(capture.ok ? 'unreadable' : capture.failure);
  try {
    const { clip, isNew } = await keep(session, withQuote(capture.draft, selectedText));
    performance.measure('durable', 'command');
    syncNow('act');
    const picture = await picturing;
    if (tab.id !== undefined) await showToast(session, tab.id, clip, isNew);
    // [BL1] The clip is kept since long; its picture follows.
    if (isNew && picture !== null) await addPicture(session.db, clip.id, picture, Date.now());
    syncNow('act');
  } catch (error) {
    await explainSaving(asStorageError(error).kind === 'storage_full' ? 'storage_full' : 'storage_failed');
  }
}

const withQuote = (draft: ClipDraft, selectedText: string | null): ClipDraft => {
  const quote = selectedText?.trim() ?? '';
  if (draft.quote !== null || quote === '') return draft;
  const { text, cut } = cutText(quote, LIMITS.quote);
  return { ...draft, quote: text, cut: cut ? [...draft.cut, 'quote'] : draft.cut };
};

/** The clip with what fits best as department and goal; an open earlier clip of the same page stays as it is. */
async function keep({ db }: Session, draft: ClipDraft): Promise<{ clip: Clip; isNew: boolean }> {
  const [person, { departments, goals }, habits] = await Promise.all([
    ownPerson(db),
    readStrategy(db),
    readHabits(db, draft.address),
  ]);
  const now = Date.now();
  const departmentId = preselectDepartment(person, departments, habits)?.id ?? person.departmentId ?? '';
  const goalId = preselectGoal(departmentId, departments, goals, habits, now)?.id ?? null;
  return saveClip(
    db,
    {
      draft,
      title: draft.title.trim() || draft.address,
      departmentId,
      goalId,
      note: '',
      picture: null,
      draftKey: null,
    },
    now,
  );
}
