/**
 * The popup. First its form is painted, which waits for nothing; then the page is read and the database
 * opened, and they fill it. Whoever types at once loses nothing.
 */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { LanguageProvider } from '../../components/language.tsx';
import type { OtherPage } from '../../components/popup/popup-props.ts';
import { PopupScreen } from '../../components/popup/popup-screen.tsx';
import { EMPTY_STRATEGY } from '../../components/strategy.ts';
import { askPageKey, openReader, showRead } from '../browser/background-calls.ts';
import { captureDocument } from '../browser/capture-document.ts';
import { captureTab } from '../browser/capture-tab.ts';
import { companyProfiles } from '../browser/company-profiles.ts';
import { handOverInvitation, looksLikeInvitation } from '../browser/invitation.ts';
import { applyLanguage } from '../browser/language.ts';
import { withLateContent } from '../browser/late-content.ts';
import { ownAddress } from '../browser/own-address.ts';
import { takePicture } from '../browser/picture.ts';
import type { ReadDraft } from '../browser/read-draft.ts';
import { openSession } from '../browser/session.ts';
import { showPage } from '../browser/show-page.ts';
import { type PopupView, startController } from './controller.ts';
import { EMPTY, merge, type Typed } from './form.ts';
import type { TabReading } from './page.ts';
import '../../components/popup/popup.css';

type Controller = Awaited<ReturnType<typeof startController>>;

const language = applyLanguage();
// The one in the file is the manifest's: it names the button, and pages are not translated by the browser.
document.title = 'Clipdesk';
const root = document.getElementById('root') as HTMLElement;
const NOTHING = Promise.resolve(null);
/** How long a page is waited for that shows no text yet; the form can be used all the while. Milliseconds. */
const LATE_WITHIN = 2_000;

let typed: Typed = {};
let controller: Controller | null = null;
let saveWanted = false;
/** The address of an invitation page in front of us; the join page takes it from here. */
let invitation = '';
let view: PopupView = {
  state: {
    kind: 'form',
    ...EMPTY,
    strategy: EMPTY_STRATEGY,
    saving: false,
    problem: null,
    page: null,
    failure: null,
    rules: null,
    earlier: null,
    similar: [],
    restored: false,
  },
  foot: { unsent: 0, parked: 0, person: null, queue: null, desk: false, toConfirm: 0 },
  questions: null,
};

const PAGES: Record<OtherPage, string> = {
  suggestions: 'options.html#suggestions',
  questions: 'options.html#questions',
  status: 'options.html#status',
  settings: 'options.html#settings',
  join: 'options.html#join',
  inbox: 'inbox.html',
  confirm: 'strategy.html#confirm',
};

/** The tab in front, once it is known. */
let tabId: number | undefined;

function show(next: PopupView): void {
  view = next;
  render(
    <LanguageProvider language={language} now={Date.now()}>
      <PopupScreen
        {...view}
        onChange={(changes) => {
          if (controller !== null) return controller.onChange(changes);
          typed = merge(typed, changes);
          const { state } = view;
          if (state.kind === 'form') show({ ...view, state: { ...state, values: { ...state.values, ...typed } } });
        }}
        onSave={() => {
          if (controller !== null) return controller.onSave();
          saveWanted = true;
          const { state } = view;
          if (state.kind === 'form') show({ ...view, state: { ...state, saving: true } });
        }}
        onJoinTopic={(topicId) => controller?.onJoinTopic(topicId)}
        onReuse={(topicId) => void showPage(`options.html#feed/${topicId}`).then(() => close())}
        onWithdraw={() => controller?.onWithdraw()}
        onUndoWithdraw={() => controller?.onUndoWithdraw()}
        onDiscardDraft={() => controller?.onDiscardDraft()}
        onRetry={() => location.reload()}
        onAllowSite={() => controller?.onAllowSite()}
        onShowRead={() => {
          if (tabId !== undefined) showRead(tabId);
          // The marks are in the page behind this window.
          close();
        }}
        onJoin={() => {
          if (invitation !== '') handOverInvitation(invitation);
          open('join');
        }}
        onOpen={open}
        onAnswer={(questionId, answer) => controller?.onAnswer(questionId, answer)}
        onDiscardAnswer={(entryId) => controller?.onDiscardAnswer(entryId)}
        onClose={() => close()}
      />
    </LanguageProvider>,
    root,
  );
}

function open(page: OtherPage): void {
  // A join page that stands open has taken its invitation already.
  const shown = page === 'join' ? browser.tabs.create({ url: ownAddress(PAGES.join) }) : showPage(PAGES[page]);
  void shown.then(() => close());
}

async function fill(found: Promise<FoundTab>): Promise<void> {
  const session = await openSession();
  if (session === null || session.account.tokens === null) {
    const { address } = await found;
    invitation = looksLikeInvitation(address) ? address : '';
    return show({ ...view, state: { kind: 'not_joined', invited: invitation !== '' } });
  }
  const { address, reading } = await found;
  const given = typed;
  controller = await startController(session, await reading, address, given, show);
  if (typed !== given) controller.onChange(typed);
  if (saveWanted) controller.onSave(true);
}

type FoundTab = { address: string; reading: Promise<TabReading> };

async function findTab(): Promise<FoundTab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  tabId = tab?.id;
  // Wakes the background while the page is read: afterwards it is asked for the key of the page.
  void askPageKey(tab?.url ?? '', null);
  return { address: tab?.url ?? '', reading: readTab(tab) };
}

async function readTab(
  tab: (Parameters<typeof captureTab>[0] & { windowId?: number | undefined }) | undefined,
): Promise<TabReading> {
  if (tab === undefined)
    return { draft: null, failure: 'restricted', picture: NOTHING, readFile: null, later: NOTHING };
  const profiles = companyProfiles();
  const read = () => captureTab(tab, profiles, readDraft);
  const capturing = read();
  const { id, windowId, url } = tab;
  const isPictured = id !== undefined && windowId !== undefined;
  const picture = isPictured ? takePicture({ id, windowId, url }, capturing, seen.promise) : NOTHING;
  const capture = await capturing;
  if (!capture.ok) return { draft: capture.draft, failure: capture.failure, picture, readFile: null, later: NOTHING };
  const { draft, isFile, unfinished } = capture;
  const readFile = isFile ? () => captureDocument(draft, openReader) : null;
  const later = unfinished ? withLateContent(read, capture, LATE_WITHIN).then(({ draft }) => draft) : NOTHING;
  return { draft, failure: null, picture, readFile, later };
}

/** Half of the code that reads a page: fetched once the form is seen, for until then it is the form that is waited for. */
const reader = Promise.withResolvers<typeof import('../browser/read-draft.ts')>();
const readDraft: ReadDraft = async (handedOver) => (await reader.promise).readDraft(handedOver);

/** The form is on the screen. */
const seen = Promise.withResolvers<void>();

/**
 * The page is read by another process, so that is asked for first, with the company's site profiles, which are
 * opened meanwhile; everything else from the database waits until the form is seen.
 */
const found = findTab();
show(view);
requestAnimationFrame(() =>
  setTimeout(() => {
    performance.mark('interactive');
    seen.resolve();
    import('../browser/read-draft.ts').then(reader.resolve, reader.reject);
    // Wanted by the controller when the page is read.
    import('./preselection.ts').catch(() => undefined);
    fill(found).catch(() => show({ ...view, state: { kind: 'broken', problem: 'storage_failed' } }));
  }),
);
