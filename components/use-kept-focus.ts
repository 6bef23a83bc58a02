import { useEffect } from 'preact/hooks';

/** What takes the focus when what had it is gone, in the order of the page. */
const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]';

/** Whoever moves the focus on purpose does so within this time. Milliseconds. */
const ON_PURPOSE = 50;

const mayTake = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement &&
  element.checkVisibility({ visibilityProperty: true }) &&
  !element.closest('[inert]');

/** Of the elements that had the focus so many are remembered. */
const REMEMBERED = 8;

/** Letters typed by whoever does not write would arrive there: the desk has a key for nearly every one. */
const TYPED_INTO = 'input:not([type=radio], [type=checkbox]), textarea, select';

/** Lists that lead the focus along their lines themselves. */
const LEADS_ITSELF = '[role=grid]';

/** Of a list of lines the one at hand, and what stands beside the list: of both the first one in sight. */
const AT_HAND = 'main [tabindex][aria-current], main > * > article[tabindex]';

/**
 * The card or article that a place is in; else the line at hand, so that Enter never decides what the next topic becomes;
 * on pages that have none the control that follows in its part of the page, or the last one before it.
 */
function nearest(place: Range, dialog: Element | null): HTMLElement | null {
  const { startContainer } = place;
  const holder = (startContainer instanceof Element ? startContainer : startContainer.parentElement)?.closest(
    '[tabindex]',
  );
  if (holder != null && mayTake(holder)) return holder;
  // What stands behind a dialog takes nothing.
  const line = dialog === null ? [...document.querySelectorAll(AT_HAND)].find(mayTake) : undefined;
  if (line !== undefined) return line;
  let at = startContainer.childNodes[place.startOffset] ?? null;
  for (let within: Node | null = startContainer; within !== null; within = within.parentNode) {
    if (!(within instanceof Element) || within.matches('main, body, dialog') || within.querySelector('main')) break;
    const isForm = within.closest('form') !== null;
    const all = [...within.querySelectorAll(FOCUSABLE)].filter((each) => isForm || !each.matches(TYPED_INTO));
    const follows = (element: Element) =>
      at !== null &&
      (at.contains(element) || (at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
    const found = all.find((each) => follows(each) && mayTake(each)) ?? all.findLast(mayTake);
    if (found instanceof HTMLElement) return found;
    at = within.nextSibling;
  }
  return null;
}

/** Marks what took the focus because nothing better was there, as long as it has it. */
export const PARKED = 'data-parked-focus';

/** A list of lines that comes back may take it. */
export function park(element: HTMLElement): void {
  element.setAttribute(PARKED, '');
  element.addEventListener('blur', () => element.removeAttribute(PARKED), { once: true });
}

/** What stood apart, such as an offer above the page, leads back to where the focus was before. */
const earlier = (before: readonly HTMLElement[]): HTMLElement | undefined =>
  before.findLast((each) => mayTake(each) && each.isConnected && !each.matches(TYPED_INTO));

/** Starts to look after the focus of this page. Answers what ends it. */
function keepFocus(): () => void {
  let last: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  // A range stays where it was set when what stood there goes. One for a dialog, one for the page behind it.
  const places = { page: document.createRange(), dialog: document.createRange() };
  let leader: Element | null = null;
  // Newest last.
  let before: HTMLElement[] = [];

  const remember = (target: EventTarget | null) => {
    if (!(target instanceof HTMLElement) || target === document.body) return;
    last = target;
    before = [...before.filter((each) => each !== target && each.isConnected), target].slice(-REMEMBERED);
    const isInDialog = target.closest('dialog') !== null;
    if (!isInDialog) leader = target.closest(LEADS_ITSELF);
    const place = isInDialog ? places.dialog : places.page;
    place.setStartBefore(target);
    place.collapse(true);
  };
  // A field may have taken it as the page was drawn.
  remember(document.activeElement);
  const onFocus = ({ target }: FocusEvent) => remember(target);
  const isLost = (): boolean =>
    last !== null && document.activeElement === document.body && !(last.isConnected && last.checkVisibility());
  const look = () => {
    if (timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      if (!isLost()) {
        // Left on purpose, by a click beside everything: it takes nothing back when it goes later.
        if (document.activeElement === document.body) last = null;
        return;
      }
      const { startContainer: within } = places.dialog;
      const dialog = (within instanceof Element ? within : within.parentElement)?.closest('dialog[open]') ?? null;
      if (dialog === null && leader !== null && mayTake(leader)) return;
      const next = nearest(dialog === null ? places.page : places.dialog, dialog) ?? earlier(before);
      next?.focus({ preventScroll: true });
      if (next !== undefined && next !== null) park(next);
    }, ON_PURPOSE);
  };
  // Not every browser says so when what has the focus is taken away, and none when it is hidden with what it stands in.
  const changes = new MutationObserver(() => {
    if (last !== null && !last.isConnected && document.activeElement === document.body) look();
  });
  // In a window that was made smaller whoever writes sees where.
  const onResize = () => {
    const { activeElement } = document;
    if (activeElement?.matches(TYPED_INTO)) activeElement.scrollIntoView({ block: 'nearest' });
  };
  addEventListener('resize', onResize);
  changes.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', look);
  return () => {
    if (timer !== null) clearTimeout(timer);
    changes.disconnect();
    removeEventListener('resize', onResize);
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', look);
  };
}

/**
 * Keys and screen readers go on where they were when a card, form or button goes while it has the focus, and do not
 * begin at the top of the page.
 */
export function useKeptFocus(): void {
  useEffect(keepFocus, []);
}
