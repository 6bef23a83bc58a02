/**
 * What the popup knows and does once its form is on the screen: reads the page, takes its picture
 * and opens the database, all at the same time, and fills the form under what was typed meanwhile.
 */
import { liveQuery } from 'dexie';
import type { PageView, PopupFoot, PopupState } from '../../components/popup/popup-props.ts';
import type { CaptureFailure, SaveProblem } from '../../components/problems.ts';
import type { Strategy } from '../../components/strategy.ts';
import { addressKey } from '../../desk/address.ts';
import type { Habits } from '../../desk/preselect.ts';
import { mayDecide } from '../../desk/roles.ts';
import type { Suggestion as StoredSuggestion } from '../../desk/suggestion.ts';
import type { ClipDraft } from '../../protocol/clip.ts';
import type { Person } from '../../protocol/person.ts';
import type { AddressRow } from '../../protocol/topic.ts';
import { dropDraft, keepDraft, readDraft } from '../../storage/drafts.ts';
import { editClip, withdrawClip } from '../../storage/edit-clip.ts';
import { readHabits } from '../../storage/habits.ts';
import { unsentCount } from '../../storage/outbox.ts';
import { asStorageError } from '../../storage/problems.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { ownPerson, strategy as readStrategy } from '../../storage/strategy.ts';
import { suggestion, suggestionForPage } from '../../storage/suggestions.ts';
import { requestSync } from '../browser/background-calls.ts';
import { draftFromTab } from '../browser/capture-tab.ts';
import type { TakenPicture } from '../browser/picture.ts';
import { pictureUrl } from '../browser/picture-url.ts';
import type { Session } from '../browser/session.ts';
import { merge, suggest, type Typed } from './form.ts';

/** What was found out about the tab, before any database was asked. */
export type TabReading = {
  draft: ClipDraft | null;
  failure: CaptureFailure | null;
  picture: Promise<TakenPicture | null>;
};

export type PopupView = { state: PopupState; foot: PopupFoot };

/** Long enough to read "Saved", short enough not to wait for it. Milliseconds. */
const CLOSES_AFTER = 1_300;

type Page = {
  draft: ClipDraft | null;
  failure: CaptureFailure | null;
  picture: TakenPicture | null;
  earlier: AddressRow | null;
  restored: boolean;
};

export async function startController(
  session: Session,
  reading: TabReading,
  tabAddress: string,
  typedSoFar: Typed,
  show: (view: PopupView) => void,
) {
  const { db, account } = session;
  let typed = typedSoFar;
  let foot: PopupFoot = { unsent: 0, parked: 0, person: account.person.name, queue: account.queue.name, desk: false };
  let state: PopupState = { kind: 'loading' };
  let page: Page = { draft: reading.draft, failure: reading.failure, picture: null, earlier: null, restored: false };

  const key = page.draft === null ? null : await addressKey(page.draft.address, page.draft.canonicalAddress);
  const draftKey = key ?? `tab:${tabAddress}`;
  const [person, strategy, habits, standing, kept]: [
    Person,
    Strategy,
    Habits,
    Awaited<ReturnType<typeof suggestionForPage>>,
    Awaited<ReturnType<typeof readDraft>>,
  ] = await Promise.all([
    ownPerson(db),
    readStrategy(db),
    readHabits(db, page.draft?.address ?? null),
    key === null ? ({ kind: 'none' } as const) : suggestionForPage(db, key),
    readDraft(db, draftKey),
  ]);
  foot = { ...foot, desk: mayDecide(person.roles) };

  const update = (next: PopupState) => {
    state = next;
    show({ state, foot });
  };

  const suggested = () => suggest(page.draft, person, strategy, habits, typed, Date.now());

  const showForm = (over: { saving?: boolean; problem?: SaveProblem | null } = {}) => {
    const { values, because } = suggested();
    const { failure, earlier, restored } = page;
    const form = { values, strategy, because, saving: over.saving ?? false, problem: over.problem ?? null };
    update({ kind: 'form', ...form, page: pageView(page), failure, earlier, restored });
  };

  const showMine = (mine: StoredSuggestion, over: { saving?: boolean; problem?: SaveProblem | null } = {}) => {
    const { address, title, departmentId, goalId, note } = mine.clip;
    update({
      kind: 'mine',
      suggestion: { ...mine, pictureUrl: pictureUrl(page.picture) },
      values: { address, title, departmentId, goalId, note, ...typed },
      strategy,
      because: { department: null, goal: null },
      saving: over.saving ?? false,
      problem: over.problem ?? null,
    });
  };

  if (standing.kind === 'mine') showMine(standing.suggestion);
  else {
    if (kept !== null && Object.keys(typed).length === 0) {
      typed = fromDraft(kept);
      page = { ...page, restored: true };
    }
    page = { ...page, earlier: standing.kind === 'colleague' ? standing.earlier : null };
    showForm();
  }

  void reading.picture.then((picture) => {
    page = { ...page, picture };
    if (state.kind === 'form') showForm({ saving: state.saving, problem: state.problem });
    else if (state.kind === 'mine') showMine(state.suggestion);
  });

  liveQuery(() => Promise.all([unsentCount(db), db.parked.count()])).subscribe(([unsent, parked]) => {
    foot = { ...foot, unsent, parked };
    show({ state, foot });
  });

  const fail = (error: unknown): SaveProblem =>
    asStorageError(error).kind === 'storage_full' ? 'storage_full' : 'storage_failed';

  const save = async (): Promise<void> => {
    const { values } = suggested();
    const draft = page.draft ?? draftFromTab(values.address.trim(), values.title);
    if (draft === null || values.departmentId === null || values.title.trim() === '')
      return showForm({ problem: 'address_invalid' });
    showForm({ saving: true });
    try {
      const { title, departmentId, goalId, note } = values;
      const picture = page.draft === null ? null : page.picture;
      // [ST1] Committed when this resolves, and not before it is said.
      const { clip } = await saveClip(
        db,
        { draft, title: title.trim(), departmentId, goalId, note, picture, draftKey },
        Date.now(),
      );
      const saved = { kind: 'saved', title: clip.title, joined: page.earlier !== null } as const;
      update({ ...saved, sent: false });
      requestSync();
      liveQuery(() => suggestion(db, clip.id)).subscribe((stored) => {
        if (stored?.delivery.kind === 'sent') update({ ...saved, sent: true });
      });
      setTimeout(() => close(), CLOSES_AFTER);
    } catch (error) {
      showForm({ problem: fail(error) });
    }
  };

  const saveChanges = async (mine: StoredSuggestion): Promise<void> => {
    showMine(mine, { saving: true });
    try {
      const { address: _address, ...changes } = typed;
      const { departmentId, ...rest } = changes;
      await editClip(db, mine.clip.id, { ...rest, ...(departmentId ? { departmentId } : {}) }, Date.now());
      typed = {};
      requestSync();
      const changed = await suggestion(db, mine.clip.id);
      if (changed !== null) showMine(changed);
      close();
    } catch (error) {
      showMine(mine, { problem: fail(error) });
    }
  };

  return {
    onChange(changes: Typed): void {
      typed = merge(typed, changes);
      if (state.kind === 'mine') showMine(state.suggestion);
      if (state.kind !== 'form') return;
      showForm();
      const { values } = suggested();
      // Written at every change: a popup is gone the moment the person clicks elsewhere.
      void keepDraft(db, { key: draftKey, draft: page.draft, ...values, keptAt: Date.now() });
    },
    onSave(): void {
      if (state.kind === 'form' && !state.saving) void save();
      else if (state.kind === 'mine' && !state.saving) void saveChanges(state.suggestion);
    },
    onWithdraw(): void {
      if (state.kind !== 'mine') return;
      const { clip } = state.suggestion;
      void withdrawClip(db, clip.id, Date.now()).then(
        () => {
          requestSync();
          typed = { departmentId: clip.departmentId, goalId: clip.goalId, title: clip.title, note: clip.note };
          showForm();
        },
        () => undefined,
      );
    },
    onDiscardDraft(): void {
      typed = {};
      page = { ...page, restored: false };
      void dropDraft(db, draftKey);
      showForm();
    },
  };
}

function pageView({ draft, failure, picture }: Page): PageView | null {
  if (draft === null) return null;
  const { address, siteName, kind, excerpt, quote, cut } = draft;
  // An address alone is a page too, only its picture may show something else than the page.
  return {
    address,
    siteName,
    kind,
    excerpt,
    quote,
    cut,
    pictureUrl: failure === 'navigated' ? null : pictureUrl(picture),
  };
}

const fromDraft = ({
  address,
  title,
  departmentId,
  goalId,
  note,
}: {
  address: string;
  title: string;
  departmentId: string | null;
  goalId: string | null;
  note: string;
}): Typed => ({
  address,
  title,
  goalId,
  note,
  ...(departmentId === null ? {} : { departmentId }),
});
