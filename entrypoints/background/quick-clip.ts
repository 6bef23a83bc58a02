/** Clip at once, without a popup: by shortcut or menu. Kept first; tags and undo are offered after. */

import { browser } from 'wxt/browser';
import { type RulesView, rulesView } from '../../components/rules/rules-view.ts';
import { addressKey } from '../../desk/address.ts';
import type { Because } from '../../desk/preselect/preselect.ts';
import { type Effects, effectsOf, factsOf } from '../../desk/rules/effects.ts';
import { withFoundIn } from '../../desk/rules/find.ts';
import { isSamePage } from '../../desk/same-page.ts';
import type { Clip, ClipDraft } from '../../protocol/clip.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { cutText } from '../../protocol/text.ts';
import { addPicture } from '../../storage/edit-clip.ts';
import { asStorageError } from '../../storage/problems.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { completeClip } from '../browser/capture-document.ts';
import { captureTab, type TabCapture } from '../browser/capture-tab.ts';
import { companyProfiles } from '../browser/company-profiles.ts';
import { withLateContent } from '../browser/late-content.ts';
import { takePicture } from '../browser/picture.ts';
import { readDraft } from '../browser/read-draft.ts';
import { saveProblem } from '../browser/save-problem.ts';
import { forgetSession, openSession, type Session } from '../browser/session.ts';
import { showPage } from '../browser/show-page.ts';
import { siteOf } from '../browser/site-of.ts';
import { explainCapture, explainRule, explainSaving } from './explain.ts';
import { draftOf, type Pointed } from './pointed.ts';
import { type Prepared, prepare, preselectFor } from './preselection.ts';
import { openReader } from './reader.ts';
import { syncNow } from './sync.ts';
import { showToast } from './toast.ts';

type ClippableTab = {
  id?: number | undefined;
  url?: string | undefined;
  title?: string | undefined;
  windowId?: number | undefined;
};

export type Meant = {
  /** What the browser says is selected: there even where no script may run. */
  selectedText?: string | null;
  /** A link or an image of the page instead of the page. */
  pointed?: Pointed;
};

export async function quickClip(tab: ClippableTab, meant: Meant = {}): Promise<void> {
  performance.mark('command');
  const profiles = companyProfiles();
  const capturing = readTab(tab, profiles);
  // The page is asked first; what its answer is judged by is read while it answers.
  const preparing = profiles.then(() => openPrepared(tab.url ?? ''));
  const kept = await keepPage(tab, capturing, preparing, meant);
  if (kept === null) return;
  performance.measure('durable', 'command');
  syncNow('act');
  const { session, clip, isNew } = kept;
  if (isNew && !kept.effects.strip.parts.includes('picture')) await pictureClip(session, clip, tab, capturing, meant);
  // [BL1] The inside of a document comes after its clip too, and after the picture of the tab that it replaces.
  const isLink = meant.pointed?.kind === 'link';
  if (isNew && kept.isFile && (!isLink || (await mayFetch(clip))))
    void completeClip({ address: clip.address, title: clip.title, clipId: clip.id, isLink }, openReader);
  if (tab.id !== undefined) await showToast(session, tab.id, clip, isNew, kept.rules, kept.because);
}

/**
 * [BL1] The clip is kept since long: if its picture cannot be, it does without. The picture comes before the toast, which
 * it must not show. What is in front is no picture of what a link leads to.
 */
async function pictureClip(
  { db }: Session,
  clip: Clip,
  { id, windowId, url }: ClippableTab,
  capturing: Promise<TabCapture>,
  { pointed }: Meant,
): Promise<void> {
  if (id === undefined || windowId === undefined || pointed?.kind === 'link') return;
  const picture = await takePicture({ id, windowId, url }, picturedBy(capturing, pointed), Promise.resolve());
  if (picture === null) return;
  await addPicture(db, clip.id, picture, Date.now()).catch(() => undefined);
  syncNow('act');
}

/**
 * The person acted on the page in front, not on what it links: with their cookies we fetch only from its own origin,
 * or from a site that they allowed.
 */
const mayFetch = async ({ address, context }: Clip): Promise<boolean> =>
  (context !== null && new URL(context.address).origin === new URL(address).origin) ||
  browser.permissions.contains({ origins: [siteOf(address)] }).catch(() => false);

/** The picture of a clipped image is that image, not the lead of its page. */
async function picturedBy(capturing: Promise<TabCapture>, pointed: Pointed | undefined): Promise<TabCapture> {
  const capture = await capturing;
  if (!capture.ok || pointed?.kind !== 'image') return capture;
  const { address } = pointed;
  const lead = capture.places?.lead?.address === address ? capture.places.lead : null;
  return {
    ...capture,
    draft: { ...capture.draft, imageAddress: address, imageAlt: lead?.alt ?? '' },
    places: capture.places === null ? null : { ...capture.places, lead },
  };
}

/** Nobody sees a form here that could fill up: a page that shows nothing yet gets a moment. Milliseconds. */
const PATIENCE = 1_000;

async function readTab(tab: ClippableTab, profiles: ReturnType<typeof companyProfiles>): Promise<TabCapture> {
  const read = () => captureTab(tab, profiles, readDraft);
  return withLateContent(read, await read(), PATIENCE);
}

type Kept = {
  clip: Clip;
  isNew: boolean;
  effects: Effects;
  /** What the person is told of the rules for company information. */
  rules: RulesView;
  /** Why its department is what it is; null where none could be found. */
  because: Because | null;
};

/** Reads the page and keeps it; null when nothing was kept and the person was told why. */
async function keepPage(
  tab: ClippableTab,
  capturing: Promise<TabCapture>,
  preparing: ReturnType<typeof openPrepared>,
  meant: Meant,
): Promise<(Kept & { session: Session; isFile: boolean }) | null> {
  try {
    const [capture, opened] = await Promise.all([capturing, preparing]);
    if (opened === null) await showPage('options.html#join-first');
    else if (wentOn(tab, capture)) await explainCapture('navigated');
    else if (capture.draft === null) await explainCapture(capture.ok ? 'unreadable' : capture.failure);
    else {
      const draft = await draftMeant(capture.draft, tab.id, meant);
      const { session, prepared } = opened;
      const key = addressKey(draft.address, draft.canonicalAddress, prepared.keyRules);
      // Whoever waits for it hears of a failure; a page that a rule refuses has nobody who waits.
      key.catch(() => undefined);
      const judged = await judge(session, draft, prepared);
      const { effects, rules, because } = judged;
      // [IN1][IN4] The popup shows the rule, and what to do.
      if (rules.refused !== null) return await explainRule('rule_refuses');
      if (rules.accept.length > 0) return await explainRule('rule_not_accepted');
      // A link may lead to a file too; whether it does shows when it is asked for.
      const isFile = meant.pointed?.kind === 'link' ? draft.kind === 'document' : capture.ok && capture.isFile;
      return { session, ...(await keep(session, judged, key)), effects, rules, because, isFile };
    }
  } catch (error) {
    // A database whose opening failed once stays closed; the next attempt opens another. What is wrong with
    // the clip itself says nothing of the database.
    if (asStorageError(error).kind !== 'invalid') forgetSession();
    await explainSaving(saveProblem(error));
  }
  return null;
}

/** Null for somebody who has not joined. */
async function openPrepared(address: string): Promise<{ session: Session; prepared: Prepared } | null> {
  const session = await openSession();
  if (session === null || session.account.tokens === null) return null;
  return { session, prepared: await prepare(session.db, address) };
}

/** [CA2] Nobody looks at a form here before it is kept, so only the page that was in front at the command will do. */
const wentOn = ({ url }: ClippableTab, capture: TabCapture): boolean =>
  (!capture.ok && capture.failure === 'navigated') ||
  (url !== undefined && capture.draft !== null && !isSamePage(url, capture.draft.address));

async function draftMeant(
  page: ClipDraft,
  tabId: number | undefined,
  { pointed, selectedText }: Meant,
): Promise<ClipDraft> {
  return pointed === undefined || tabId === undefined
    ? withQuote(page, selectedText ?? null)
    : draftOf(pointed, tabId, page);
}

const withQuote = (draft: ClipDraft, selectedText: string | null): ClipDraft => {
  const quote = selectedText?.trim() ?? '';
  if (draft.quote !== null || quote === '') return draft;
  const { text, cut } = cutText(quote, LIMITS.quote);
  return { ...draft, quote: text, cut: cut ? [...draft.cut, 'quote'] : draft.cut };
};

type JudgedPage = {
  draft: ClipDraft;
  departmentId: string;
  goalId: string | null;
  because: Because | null;
  effects: Effects;
  rules: RulesView;
};

/** What fits best as department and goal, and what the rules for company information say of the page for them [IN1]. */
async function judge({ db }: Session, page: ClipDraft, prepared: Prepared): Promise<JudgedPage> {
  performance.mark('read');
  const { departments, goalsIn } = await preselectFor(db, page, prepared, Date.now());
  const departmentId = departments[0]?.id ?? prepared.person.departmentId ?? '';
  const goalId = goalsIn(departmentId)[0]?.id ?? null;
  performance.measure('preselecting', 'read');
  performance.mark('preselected');
  // Also what was selected or pointed at, and a title that only the tab knew.
  const { found } = withFoundIn({ ...page, note: '' });
  const draft = { ...page, found };
  const effects = effectsOf(factsOf({ ...draft, departmentId }), prepared.book);
  performance.measure('ruling', 'preselected');
  const rules = rulesView(effects, draft, prepared.accepted, Date.now());
  return { draft, departmentId, goalId, because: departments[0] ?? null, effects, rules };
}

/** An open earlier clip of the same page stays as it is. */
const keep = ({ db }: Session, { draft, departmentId, goalId }: JudgedPage, key: Promise<string | null>) =>
  saveClip(
    db,
    {
      draft,
      pageKey: key,
      title: draft.title.trim(),
      departmentId,
      goalId,
      note: '',
      picture: null,
      draftKey: null,
    },
    Date.now(),
  );
