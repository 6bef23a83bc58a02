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

/** The page's styles end here: set on the element and important, nothing of a page outranks them. */
const HOST_STYLE = ['all: initial', 'position: fixed', 'inset: 16px 16px auto auto', 'z-index: 2147483647']
  .map((declaration) => `${declaration} !important`)
  .join(';');

/**
 * Puts a toast into the page. It leaves by itself, but waits while it is pointed at or focused.
 * @returns closes it
 */
export function showToast(document: Document, props: ToastProps): () => void {
  const { texts } = props;
  const host = document.createElement('clipdesk-toast');
  const root = host.attachShadow({ mode: 'closed' });
  host.style.cssText = HOST_STYLE;
  addStyle(document, root, tokens + style);

  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, name: string, text = ''): HTMLElementTagNameMap[K] => {
    const element = document.createElement(tag);
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
  says.setAttribute('role', 'status');
  says.append(status, title);
  const tags = make('div', 'tags');
  tags.append(department, goal);
  line.append(make('span', 'mark', '✓'), says, undo, close);
  const card = make('section', 'card');
  card.setAttribute('aria-label', texts.saved);
  card.append(line, tags);
  root.append(card);

  let timer = 0;
  const waits = () => card.matches(':hover, :focus-within');
  const leaveAfter = (time: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => (waits() ? leaveAfter(1_000) : gone()), time);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') gone();
  };
  const gone = () => {
    if (!host.isConnected) return;
    clearTimeout(timer);
    document.removeEventListener('keydown', onKey, true);
    host.remove();
  };

  const sayUnchanged = () => {
    status.textContent = texts.unchanged;
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
    else status.textContent = texts.saved;
  };
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
    status.textContent = texts.undone;
    undo.remove();
    tags.remove();
    leaveAfter(SAYS_UNDONE_FOR);
  });
  // An earlier clip is neither taken back nor changed by a key that was meant to keep it.
  if (texts.undo === '') {
    undo.remove();
    tags.remove();
  }
  document.addEventListener('keydown', onKey, true);
  // The page's own shortcuts are not meant by keys pressed in here.
  for (const name of ['keydown', 'keypress', 'keyup'] as const)
    host.addEventListener(name, (event) => event.stopPropagation());

  document.documentElement.append(host);
  // The top layer: above every dialog and stacking context of the page, where the browser has it.
  host.popover = 'manual';
  host.showPopover?.();
  leaveAfter(LEAVES_AFTER);

  return gone;
}

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
    const option = select.ownerDocument.createElement('option');
    option.value = id;
    option.textContent = name;
    return option;
  });
  select.replaceChildren(...options);
}

/** A sheet made by script is not subject to the page's CSP; where sheets cannot be adopted, an element must do. */
function addStyle(document: Document, root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const element = document.createElement('style');
    element.textContent = css;
    root.append(element);
  }
}
