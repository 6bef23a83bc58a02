/**
 * The toast that a page shows after a clip without a popup. Plain DOM in a closed shadow root: the
 * page can neither style nor read it, and nothing is loaded for it. It takes no focus by itself.
 */
import tokens from '../tokens.css?inline';
import style from './toast.css?inline';
import type { ToastChoice, ToastProps } from './toast-props.ts';

/** Time to read one line and reach for the mouse. Milliseconds. */
const LEAVES_AFTER = 8_000;
const SAYS_UNDONE_FOR = 2_500;

/** A page that takes the toast away, or opens a dialog over it, gets it back so often, and then has its will. Milliseconds between. */
const COMES_BACK = 5;
const LOOKS_EVERY = 300;

const XHTML = 'http://www.w3.org/1999/xhtml';

/** The page's styles end here: set on the element and important, nothing of a page outranks them. `all` leaves out the direction. */
const HOST_STYLE = [
  'all: initial',
  'direction: ltr',
  'position: fixed',
  'inset: 16px 16px auto auto',
  'z-index: 2147483647',
]
  .map((declaration) => `${declaration} !important`)
  .join(';');

/**
 * Puts a toast into the page. It leaves by itself, but waits while it is pointed at or focused.
 * @returns closes it
 */
export function showToast(document: Document, props: ToastProps): () => void {
  const { texts } = props;
  // The name makes it HTML in drawings and other XML too.
  const create = <K extends keyof HTMLElementTagNameMap>(tag: K) =>
    document.createElementNS(XHTML, tag) as HTMLElementTagNameMap[K];
  const host = document.createElementNS(XHTML, 'clipdesk-toast') as HTMLElement;
  const root = host.attachShadow({ mode: 'closed' });
  host.style.cssText = HOST_STYLE;
  // A page may set our custom properties on the host, but on nothing inside.
  addStyle(create, root, tokens.replace(/:root,\s*:host/g, '.card') + style);

  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, name: string, text = ''): HTMLElementTagNameMap[K] => {
    const element = create(tag);
    element.className = name;
    element.textContent = text;
    return element;
  };

  const department = makeSelect(make, texts.department, props.departments, props.departmentId);
  const goal = makeSelect(make, texts.goal, props.goals, props.goalId);
  const undo = make('button', 'undo', texts.undo);
  const close = make('button', 'close', '×');
  close.setAttribute('aria-label', texts.close);
  close.title = texts.close;
  const status = make('p', 'said', texts.saved);
  const title = make('p', 'title', texts.title);
  title.dir = 'auto';
  const line = make('div', 'line');
  const says = make('div', 'says');
  const show = make('button', 'show', texts.show);
  show.title = texts.showRead;
  const about = make('div', 'about');
  about.append(title, show);
  says.append(status, about);
  // Screen readers announce what changes in a region that they know already.
  const live = make('p', 'live');
  live.setAttribute('role', 'status');
  const say = (text: string) => {
    status.textContent = text;
    live.textContent = text;
  };
  const tags = make('div', 'tags');
  tags.append(department, goal);
  line.append(make('span', 'mark', '✓'), says, undo, close);
  const card = make('section', 'card');
  card.setAttribute('aria-label', texts.saved);
  const because = make('p', 'title', texts.because);
  because.dir = 'auto';
  because.title = texts.because;
  card.append(line, tags, because, live);
  root.append(card);

  const window = document.defaultView ?? globalThis.window;
  let timer = 0;
  const waits = () => card.matches(':hover, :focus-within');
  const leaveAfter = (time: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => (waits() ? leaveAfter(1_000) : gone()), time);
  };
  /** Keys and focus inside are not the page's, and Escape in here is not meant for a dialog of it. */
  const onEvent = (event: Event) => {
    const inside = event.composedPath().includes(host);
    if (!(event instanceof KeyboardEvent) || event.type !== 'keydown' || event.key !== 'Escape') {
      if (inside) event.stopImmediatePropagation();
      return;
    }
    // Marks of what was read go by the same key, and listen here too.
    if (inside) event.stopPropagation();
    if (inside) event.preventDefault();
    gone();
  };
  let over = false;
  const gone = () => {
    over = true;
    clearTimeout(timer);
    clearInterval(looking);
    for (const name of KEPT_INSIDE) window.removeEventListener(name, onEvent, true);
    host.remove();
  };

  const sayUnchanged = () => {
    say(texts.unchanged);
    leaveAfter(LEAVES_AFTER);
  };

  let kept = { departmentId: props.departmentId, goals: props.goals, goalId: props.goalId };
  let asked = 0;
  const tag = async () => {
    asked += 1;
    const turn = asked;
    const departmentId = department.value;
    const changed = await props.onTag({ departmentId, goalId: goal.value });
    if (changed !== null) kept = { departmentId, ...changed };
    // Who chose again meanwhile waits for that answer.
    if (turn !== asked) return;
    department.value = kept.departmentId;
    fillSelect(goal, kept.goals);
    goal.value = kept.goalId;
    if (changed === null) sayUnchanged();
    else say(texts.saved);
  };
  department.addEventListener('change', () => because.remove());
  department.addEventListener('change', tag);
  goal.addEventListener('change', tag);
  close.addEventListener('click', gone);
  undo.addEventListener('click', async () => {
    undo.disabled = true;
    // Said when it is so: a colleague may have accepted the topic meanwhile.
    const undone = await props.onUndo();
    undo.disabled = false;
    if (!undone) return sayUnchanged();
    // A tag that is still on its way has nothing to say any more.
    asked += 1;
    say(texts.undone);
    undo.remove();
    tags.remove();
    because.remove();
    leaveAfter(SAYS_UNDONE_FOR);
  });
  show.addEventListener('click', async () => {
    if (!(await props.onShowRead()) && !over) {
      say(texts.unshown);
      leaveAfter(LEAVES_AFTER);
    }
  });
  if (texts.show === '') show.remove();
  if (texts.because === '') because.remove();
  // An earlier clip is neither taken back nor changed by a key that was meant to keep it.
  if (texts.undo === '') {
    undo.remove();
    tags.remove();
  }
  for (const name of KEPT_INSIDE) window.addEventListener(name, onEvent, true);

  const put = () => {
    homeIn(document).append(host);
    // Larger or smaller pages do not make us larger or smaller.
    const zoom: unknown = Reflect.get(host, 'currentCSSZoom');
    if (typeof zoom === 'number' && zoom !== 1) host.style.setProperty('zoom', `${1 / zoom}`, 'important');
    // The top layer: above every dialog and stacking context of the page, where the browser has it.
    host.popover = 'manual';
    host.showPopover?.();
  };
  put();
  let left = COMES_BACK;
  const looking = window.setInterval(() => {
    if (host.isConnected && host.parentNode === homeIn(document)) return;
    left -= 1;
    if (left < 0) gone();
    else put();
  }, LOOKS_EVERY);
  window.setTimeout(() => say(status.textContent), 100);
  leaveAfter(LEAVES_AFTER);

  return gone;
}

const KEPT_INSIDE = ['keydown', 'keypress', 'keyup', 'focusin'] as const;

/** Everything beside a modal dialog takes no clicks, so the toast goes into it. */
const homeIn = (document: Document): Element =>
  [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;

type Make = (tag: 'select', name: string) => HTMLSelectElement;

/** A native list: known to every hand and every screen reader, and it costs no bytes. */
function makeSelect(make: Make, label: string, choices: readonly ToastChoice[], chosen: string): HTMLSelectElement {
  const select = make('select', 'tag');
  select.setAttribute('aria-label', label);
  select.title = label;
  fillSelect(select, choices);
  select.value = chosen;
  return select;
}

function fillSelect(select: HTMLSelectElement, choices: readonly ToastChoice[]): void {
  const options = choices.map(({ id, name }) => {
    const option = select.ownerDocument.createElementNS(XHTML, 'option') as HTMLOptionElement;
    option.value = id;
    option.textContent = name;
    return option;
  });
  select.replaceChildren(...options);
}

/** A sheet made by script is not subject to the page's CSP; where sheets cannot be adopted, an element must do. */
function addStyle(create: (tag: 'style') => HTMLStyleElement, root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const element = create('style');
    element.textContent = css;
    root.append(element);
  }
}
