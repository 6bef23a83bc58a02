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

/** The card or article that a place is in, else the control that follows it, else the last one before it. */
function nearest(place: Range): HTMLElement | null {
  let at = place.startContainer.childNodes[place.startOffset] ?? null;
  for (let within: Node | null = place.startContainer; within !== null; within = within.parentNode) {
    if (within instanceof Element) {
      if (within.matches('[tabindex]') && mayTake(within)) return within;
      const all = [...within.querySelectorAll(FOCUSABLE)];
      const follows = (element: Element) =>
        at !== null &&
        (at.contains(element) || (at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
      const found = all.find((each) => follows(each) && mayTake(each)) ?? all.findLast(mayTake);
      if (found instanceof HTMLElement) return found;
    }
    at = within.nextSibling;
  }
  return null;
}

/** Starts to look after the focus of this page. Answers what ends it. */
export function keepFocus(): () => void {
  let last: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  // A range stays where it was set when what stood there goes. One for a dialog, one for the page behind it.
  const places = { page: document.createRange(), dialog: document.createRange() };

  const remember = (target: EventTarget | null) => {
    if (!(target instanceof HTMLElement) || target === document.body) return;
    last = target;
    const place = target.closest('dialog') === null ? places.page : places.dialog;
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
      if (!isLost()) return;
      const dialog = places.dialog.startContainer;
      const isOpen = (dialog instanceof Element ? dialog : dialog.parentElement)?.closest('dialog[open]') != null;
      nearest(isOpen ? places.dialog : places.page)?.focus({ preventScroll: true });
    }, ON_PURPOSE);
  };
  // Not every browser says so when what has the focus is taken away, and none when it is hidden with what it stands in.
  const changes = new MutationObserver(() => {
    if (last !== null && !last.isConnected && document.activeElement === document.body) look();
  });
  changes.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', look);
  return () => {
    if (timer !== null) clearTimeout(timer);
    changes.disconnect();
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
