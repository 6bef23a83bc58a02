/**
 * What the popup knows and does once its form is on the screen. What is shown follows from three
 * things: what is known of the page here (watched, for it changes while the popup is open), what the
 * person typed, and what they just did.
 */
import type { Subscription } from 'dexie';
import type { PopupFoot, PopupState } from '../../components/popup/popup-props.ts';
import type { SaveProblem } from '../../components/problems.ts';
import type { PopupQuestions } from '../../components/questions/popup-questions.tsx';
import { rulesView } from '../../components/rules/rules-view.ts';
import { CHOSEN } from '../../components/tags/preselected.ts';
import { activeDepartments } from '../../desk/goals.ts';
import { mayDecide } from '../../desk/roles.ts';
import { bothFound } from '../../desk/rules/both-found.ts';
import { asAccepted, effectsOf, factsOf, notAccepted } from '../../desk/rules/effects.ts';
import type { Suggestion } from '../../desk/suggestion.ts';
import type { ClipChanges, ClipDraft } from '../../protocol/clip.ts';
import type { Rule } from '../../protocol/rule.ts';
import type { SimilarTopic } from '../../protocol/similar.ts';
import { copyOfClip } from '../../storage/clip-copy.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { dropDraft, keepDraft, readDraft } from '../../storage/drafts.ts';
import { addPicture, editClip, withdrawClip } from '../../storage/edit-clip.ts';
import { readHabits } from '../../storage/habits.ts';
import { live } from '../../storage/live.ts';
import { readMeta } from '../../storage/meta.ts';
import { unsentCount } from '../../storage/outbox.ts';
import { retryParked } from '../../storage/parked.ts';
import { acceptedRules, ruleBook } from '../../storage/rules.ts';
import { type NewClip, saveClip } from '../../storage/save-clip.ts';
import { goalsToConfirm, ownPerson, strategy as readStrategy } from '../../storage/strategy.ts';
import { suggestionForPage } from '../../storage/suggestions.ts';
import type { PageStanding } from '../../storage/views.ts';
import { askPageKey, openReader, requestSync } from '../browser/background-calls.ts';
import { allowSite, completeClip } from '../browser/capture-document.ts';
import { pictureUrl } from '../browser/picture-url.ts';
import { followProgress } from '../browser/reading-progress.ts';
import { saveProblem } from '../browser/save-problem.ts';
import { announceSaving, announceTyping } from '../browser/saving.ts';
import type { Session } from '../browser/session.ts';
import { merge, suggest, type Typed } from './form.ts';
import { draftToSave, isPictureOf, type Page, pageView, type TabReading, typedBefore, withFile } from './page.ts';
import { followQuestions } from './questions.ts';
import { effectsOfPage, withoutStripped } from './rules.ts';

export type PopupView = { state: PopupState; foot: PopupFoot; questions: PopupQuestions | null };

/** Long enough to read "Saved", short enough not to wait for it. Milliseconds. */
const CLOSES_AFTER = 1_300;

type Done = { kind: 'saved'; title: string; joins: boolean } | { kind: 'withdrawn'; copy: NewClip };

export async function startController(
  { registry, db, account }: Session,
  reading: TabReading,
  tabAddress: string,
  typedSoFar: Typed,
  show: (view: PopupView) => void,
) {
  let page: Page = { draft: reading.draft, failure: reading.failure, picture: null, document: null };
  let typed = typedSoFar;
  let restored = false;
  let standing = { kind: 'none' } as PageStanding;
  let similar: readonly SimilarTopic[] = [];
  let done: Done | null = null;
  let saving = false;
  let typingEnds: (() => void) | null = null;
  let problem: SaveProblem | null = null;

  const keyOf = async (draft: ClipDraft | null) =>
    draft === null ? null : await askPageKey(draft.address, draft.canonicalAddress);
  /** Always that of `page.draft`: a page that is read again may name another canonical address. */
  let pageKey = await keyOf(page.draft);
  const draftKey = pageKey ?? `tab:${tabAddress}`;
  const [person, known, habits, kept, book, accepted, { createPreselection }] = await Promise.all([
    ownPerson(db),
    readKnown(db),
    readHabits(db, page.draft?.address ?? null),
    readDraft(db, draftKey),
    ruleBook(db),
    acceptedRules(db),
    import('./preselection.ts'),
  ]);
  const desk = mayDecide(person.roles);
  let foot: PopupFoot = { unsent: 0, parked: 0, person: person.name, queue: account.queue.name, desk, toConfirm: 0 };

  let { strategy, noDepartments } = known;
  let preselect = createPreselection(strategy, person, habits);
  const suggested = () => suggest(page.draft, preselect(page.draft), typed);

  /** [IN1] For the form as it stands: another department may have other rules. */
  const effectsNow = () => effectsOfPage(page.draft, suggested().values, book);

  const stateNow = (): PopupState => {
    if (done?.kind === 'withdrawn') return { kind: 'withdrawn', title: done.copy.title };
    const mine = standing.kind === 'mine' ? standing.suggestion : null;
    if (done !== null) {
      // The topic of a clip that opened one has its id.
      const joined = done.joins || (mine !== null && mine.topic !== null && mine.topic.id !== mine.clip.id);
      return { kind: 'saved', title: done.title, joined, sent: mine?.delivery.kind === 'sent' };
    }
    if (mine === null) {
      const earlier = standing.kind === 'colleague' ? standing.earlier : null;
      const form = { ...suggested(), strategy, noDepartments, saving, problem };
      const effects = effectsNow();
      const rules = rulesView(effects, page.draft, accepted, Date.now());
      const shown = pageView(withoutStripped(page, effects));
      return { kind: 'form', ...form, page: shown, failure: page.failure, rules, earlier, similar, restored };
    }
    const { address, title, departmentId, goalId, note } = mine.clip;
    const values = { address, title, departmentId, goalId, note, ...typed };
    const suggestion = { ...mine, pictureUrl: pictureUrl(page.picture) };
    return { kind: 'mine', suggestion, values, strategy, preselected: CHOSEN, accept: toAccept(mine), saving, problem };
  };
  /** [IN4] What kept the queue from taking a clip of one's own, or what would keep it from taking what was typed. */
  const toAccept = ({ clip, delivery }: Suggestion): Rule[] => {
    const departmentId = typed.departmentId ?? clip.departmentId;
    const isRefused = delivery.kind === 'parked' && delivery.refusal.kind === 'rule_not_accepted';
    return isRefused || Object.keys(typed).length > 0
      ? notAccepted(effectsOf(factsOf({ ...clip, departmentId }), book), accepted)
      : [];
  };
  let asked: PopupQuestions | null = null;
  const draw = () => show({ state: stateNow(), foot, questions: asked });

  /** Follows what is known of a page; settles with the first answer. */
  let watching: { key: string; subscription: Subscription } | null = null;
  const watch = (key: string | null) =>
    new Promise<void>((resolve) => {
      if (key === null || key === watching?.key) return resolve();
      watching?.subscription.unsubscribe();
      const subscription = live(() => suggestionForPage(db, key)).subscribe((known) => {
        standing = known;
        resolve();
        draw();
      });
      watching = { key, subscription };
    });

  const attempt = async (act: () => Promise<void>, told = () => {}): Promise<void> => {
    saving = true;
    problem = null;
    draw();
    try {
      await act();
      requestSync();
    } catch (error) {
      problem = saveProblem(error);
    }
    saving = false;
    draw();
    told();
  };

  const endTyping = () => {
    typingEnds?.();
    typingEnds = null;
  };

  /** @param joins the similar topic that the person chose to join; never one that was only found [SM4]. */
  const save = (joins?: string) =>
    attempt(async () => {
      const { values } = suggested();
      const draft = draftToSave(page, values);
      if (draft === null) {
        problem = 'address_invalid';
        return;
      }
      if (values.departmentId === null) return;
      const { title, departmentId, goalId, note } = values;
      // What the person saw when they saved; the document may be read while the clip is kept.
      const isOfPage = draft === page.draft;
      const isReading = isOfPage && page.document?.kind === 'reading';
      const picture = isOfPage ? page.picture : null;
      // [ST1] Committed when this resolves, and not before it is said.
      const said = await foundIn({ ...draft, title, note });
      const key = isOfPage ? pageKey : await askPageKey(draft.address, null);
      const input = {
        draft: { ...draft, found: said },
        pageKey: Promise.resolve(key),
        title: title.trim(),
        departmentId,
        goalId,
        note,
        picture,
        draftKey,
        accepts: rulesView(effectsNow(), page.draft, accepted, Date.now()).accept.map(asAccepted),
        ...(joins === undefined ? {} : { joins }),
      };
      const { clip, isNew } = await saveClip(db, input, Date.now());
      // Else an own clip of that page is open already: it is shown, with what was typed as changes to it.
      endTyping();
      if (isNew) done = { kind: 'saved', title: clip.title, joins: joins !== undefined };
      await watch(key);
      if (!isNew) return;
      const closing = new Promise((resolve) => setTimeout(resolve, CLOSES_AFTER));
      const late = isOfPage && picture === null ? latePicture(clip.id) : Promise.resolve();
      // [BL1] Nor does it wait for the inside of its document, which comes even when this popup is gone: asked for at once.
      // A title that the person typed is another than this one, and stays.
      const proposed = draft.title.trim();
      if (isReading) void completeClip({ address: draft.address, title: proposed, clipId: clip.id }, openReader);
      void Promise.all([closing, late]).then(() => close());
    }, announceSaving(Date.now()));

  /** [IN1] Also what a person typed themselves, and a title that only the tab knew. */
  const foundIn = async (said: ClipDraft & { note: string }) => {
    const { withFoundIn } = await import('../../desk/rules/find.ts');
    return bothFound(said.found, withFoundIn(said).found);
  };

  /** [BL1] Saved before its picture was taken: the clip did not wait, the picture follows. */
  const latePicture = async (clipId: string): Promise<void> => {
    const picture = isPictureOf(page) ? await reading.picture : null;
    // Without it the clip is whole all the same.
    if (picture !== null)
      await addPicture(db, clipId, picture, Date.now()).then(
        () => requestSync(),
        () => undefined,
      );
  };

  const readFile = async (): Promise<void> => {
    if (reading.readFile === null) return;
    page = { ...page, document: { kind: 'reading', progress: null } };
    draw();
    const stop = followProgress(({ address, text }) => {
      if (address !== page.draft?.address) return;
      page = { ...page, document: { kind: 'reading', progress: text } };
      draw();
    });
    const file = await reading.readFile();
    stop();
    page = withFile(page, file);
    draw();
  };

  /** [SM2] After the form is on the screen, in a part of the program that is loaded only now: nothing waits for it. */
  const lookForSimilar = async (): Promise<void> => {
    const effects = effectsNow();
    // [IN1] Nothing of a page that stays where it is leaves the device, not even as a question.
    const { draft } = withoutStripped(page, effects);
    if (draft === null || effects.refuse !== null) return;
    const { title, excerpt, address } = draft;
    const { findSimilar } = await import('./similar.ts');
    await findSimilar({ registry, db, account }, { title, excerpt, address }, (found) => {
      similar = found;
      draw();
    });
  };

  const change = (clipId: string, parkedEntry: string | null) =>
    attempt(async () => {
      const changes = changesTyped(typed);
      const accepts = standing.kind === 'mine' ? toAccept(standing.suggestion).map(asAccepted) : [];
      if (parkedEntry !== null) await retryParked(db, parkedEntry, changes, Date.now(), accepts);
      else await editClip(db, clipId, changes, Date.now(), accepts);
      typed = {};
    });

  /** Without a department nothing can be saved; what is on the form is there when the page is opened again. */
  const keepTyped = () => {
    const { values } = suggested();
    return keepDraft(db, { key: draftKey, draft: page.draft, ...values, keptAt: Date.now() });
  };

  await watch(pageKey);
  if (standing.kind !== 'mine' && kept !== null && Object.keys(typed).length === 0) {
    typed = typedBefore(kept);
    restored = true;
  }
  draw();
  // What colleagues did meanwhile; it arrives through `watch`.
  requestSync();
  if (standing.kind === 'none') void lookForSimilar().catch(() => undefined);

  void reading.later.then(async (draft) => {
    // What is saved already is what the person saw.
    if (draft === null || done !== null || saving) return;
    const key = await keyOf(draft);
    if (done !== null || saving) return;
    page = { ...page, draft };
    pageKey = key;
    draw();
    await watch(key);
  });
  if (isPictureOf(page))
    void reading.picture.then((picture) => {
      // The first page of a document may have been there before.
      page = { ...page, picture: page.picture ?? picture };
      draw();
    });
  if (standing.kind !== 'mine') void readFile();
  live(() => Promise.all([unsentCount(db), db.parked.count(), goalsToConfirm(db)])).subscribe(
    ([unsent, parked, toConfirm]) => {
      foot = { ...foot, unsent, parked, toConfirm };
      draw();
    },
  );

  // Whoever has just joined opens this before the first pull, or before the company has any strategy.
  if (activeDepartments(strategy.departments).length === 0)
    live(() => readKnown(db)).subscribe((next) => {
      ({ strategy, noDepartments } = next);
      preselect = createPreselection(strategy, person, habits);
      if (noDepartments && done === null && standing.kind === 'none') void keepTyped().catch(() => undefined);
      draw();
    });

  const answering = followQuestions(db, (next) => {
    asked = next;
    draw();
  });

  return {
    ...answering,
    onChange(changes: Typed): void {
      if (standing.kind !== 'mine') typingEnds ??= announceTyping(Date.now());
      typed = merge(typed, changes);
      draw();
      if (standing.kind === 'mine') return;
      // Written at every change: a popup is gone the moment the person clicks elsewhere.
      keepTyped().catch((error) => {
        problem = saveProblem(error);
        draw();
      });
    },
    /** @param early pressed before the form was filled: nobody accepts what they have not seen */
    onSave(early = false): void {
      if (saving || done !== null) return;
      if (standing.kind !== 'mine') {
        const { refused, accept } = rulesView(effectsNow(), page.draft, accepted, Date.now());
        // The form says why, and the next Enter is one that has seen it.
        if (refused !== null || (early && accept.length > 0)) draw();
        else void save();
        return;
      }
      const { clip, delivery } = standing.suggestion;
      const parkedEntry = delivery.kind === 'parked' ? delivery.entryId : null;
      if (parkedEntry !== null || Object.keys(changesTyped(typed)).length > 0) void change(clip.id, parkedEntry);
    },
    onJoinTopic(topicId: string): void {
      if (!saving && done === null && standing.kind !== 'mine' && effectsNow().refuse === null) void save(topicId);
    },
    onWithdraw(): void {
      if (standing.kind !== 'mine' || saving) return;
      const { clip } = standing.suggestion;
      void attempt(async () => {
        const copy = await copyOfClip(db, clip);
        await withdrawClip(db, clip.id, Date.now());
        done = { kind: 'withdrawn', copy };
      });
    },
    onUndoWithdraw(): void {
      if (done?.kind !== 'withdrawn' || saving) return;
      const { copy } = done;
      void attempt(async () => {
        await saveClip(db, copy, Date.now());
        done = null;
        typed = {};
      });
    },
    onAllowSite(): void {
      // Asked at once: the browser wants to see the click.
      if (page.draft !== null) void allowSite(page.draft.address).then((allowed) => (allowed ? readFile() : undefined));
    },
    onDiscardDraft(): void {
      endTyping();
      typed = {};
      restored = false;
      dropDraft(db, draftKey).catch(() => undefined);
      draw();
    },
  };
}

/** The strategy as this device holds it, and whether the queue has said that there is none yet. */
async function readKnown(db: AccountDatabase) {
  const [strategy, { lastSyncAt }] = await Promise.all([readStrategy(db), readMeta(db, 'schedule')]);
  return { strategy, noDepartments: lastSyncAt !== null && activeDepartments(strategy.departments).length === 0 };
}

/** The address of a clip is what it is; a department cannot be chosen away. */
function changesTyped({ address: _address, departmentId, title, ...changes }: Typed): ClipChanges {
  return {
    ...changes,
    ...(title === undefined ? {} : { title: title.trim() }),
    ...(departmentId == null ? {} : { departmentId }),
  };
}
