/**
 * Reading a document that may lie. `<form name="body">` shadows `document.body`, and
 * `<input name="childNodes">` shadows the property of its form; the getters of the prototypes
 * cannot be shadowed by markup, so everything in capture/ reads the page through this file.
 */

const owner = (start: object, name: string): object | null => {
  for (let at: object | null = start; at !== null; at = Object.getPrototypeOf(at)) {
    if (Object.hasOwn(at, name)) return at;
  }
  return null;
};

/** `call(of, …)` for a function of a prototype: bound, for a closure around it costs a cold page dearly. */
const caller = Function.prototype.call;

/** The getter of `name`, taken from the prototype once. */
function reader<T extends object, K extends keyof T & string>(prototype: T, name: K): (of: T) => T[K] {
  const holder = owner(prototype, name);
  const get = holder === null ? undefined : Object.getOwnPropertyDescriptor(holder, name)?.get;
  return get === undefined ? (of) => of[name] : caller.bind(get);
}

export const firstChild = reader(Node.prototype, 'firstChild');
export const contentTypeOf = reader(Document.prototype, 'contentType');
export const readyStateOf = reader(Document.prototype, 'readyState');
export const nextSibling = reader(Node.prototype, 'nextSibling');
export const nodeType = reader(Node.prototype, 'nodeType');
export const dataOf = reader(CharacterData.prototype, 'data');
export const localName = reader(Element.prototype, 'localName');
/** Open shadow roots only; closed ones are their component's business. */
export const shadowOf = reader(Element.prototype, 'shadowRoot');
const frameDocument = reader(HTMLIFrameElement.prototype, 'contentDocument');
const framesetDocument =
  typeof HTMLFrameElement === 'undefined' ? null : reader(HTMLFrameElement.prototype, 'contentDocument');
export const readAttribute: (element: Element, name: string) => string | null = caller.bind(
  Element.prototype.getAttribute,
);
export const attributeNames: (element: Element) => string[] = caller.bind(Element.prototype.getAttributeNames);
export const hasAttributes: (element: Element) => boolean = caller.bind(Element.prototype.hasAttributes);

export const ELEMENT = 1;
export const TEXT = 3;
export const CDATA = 4;
const DOCUMENT = 9;
export const isElement = (node: Node): node is Element => nodeType(node) === ELEMENT;

export const isText = (node: Node): node is CharacterData => {
  const type = nodeType(node);
  return type === TEXT || type === CDATA;
};

/** The text of a text node, at most `max` UTF-16 units of it. */
export function textOf(node: CharacterData, max: number): string {
  const text = dataOf(node);
  return text.length > max ? text.slice(0, max) : text;
}

export const tagOf = (element: Element): string => localName(element).toLowerCase();

/** An attribute's value, cut at `max`; empty when it is absent. */
export function attribute(element: Element, name: string, max = 500): string {
  const value = readAttribute(element, name) ?? '';
  return value.length > max ? value.slice(0, max) : value;
}

/** The document of a frame of the same origin; null for every other element and origin. */
export function documentOf(element: Element): Document | null {
  const tag = tagOf(element);
  return tag === 'iframe' || tag === 'frame' ? frameDocumentOf(element) : null;
}

/** The same for an element that is known to be a frame. Not by `instanceof`: a frame inside a frame is of another realm. */
export function frameDocumentOf(frame: Element): Document | null {
  const read = tagOf(frame) === 'frame' ? framesetDocument : frameDocument;
  try {
    return read === null ? null : (read as (of: Element) => Document | null)(frame);
  } catch {
    // A frame of another origin may answer with an exception instead of null.
    return null;
  }
}

/** The children of an element as they stand in the document, at most `max`. */
export function childrenOf(element: Element, max: number): Node[] {
  const children: Node[] = [];
  for (let child = firstChild(element); child !== null && children.length < max; child = nextSibling(child))
    children.push(child);
  return children;
}

const assigned = typeof HTMLSlotElement === 'undefined' ? null : HTMLSlotElement.prototype.assignedNodes;

/** What was put into a component's slot, in order; empty where nothing was: then the slot shows its own children. */
export function slottedIn(slot: Element): Node[] {
  try {
    return assigned === null ? [] : assigned.call(slot as HTMLSlotElement);
  } catch {
    // `<slot>` of SVG or MathML is no slot.
    return [];
  }
}

/** What stands below a node as it is drawn: a component's own tree, what is put into a slot, else its children. */
export function* drawnChildren(node: Node): Generator<Node> {
  if (isElement(node)) {
    const given = tagOf(node) === 'slot' ? slottedIn(node) : [];
    if (given.length > 0) return yield* given;
    node = shadowOf(node) ?? node;
  }
  for (let child = firstChild(node); child !== null; child = nextSibling(child)) yield child;
}

/** Asks for styles only, never for the layout. */
export const styleOf = (element: Element): CSSStyleDeclaration => getComputedStyle(element);

const contains = Node.prototype.contains;
const parentNode = reader(Node.prototype, 'parentNode');
const shadowHost = reader(ShadowRoot.prototype, 'host');

/** The element around a node, out of shadow roots too. */
export function parentOf(node: Node): Element | null {
  const parent = parentNode(node);
  if (parent instanceof ShadowRoot) return shadowHost(parent);
  return parent !== null && isElement(parent) ? parent : null;
}

const shownSource = reader(HTMLImageElement.prototype, 'currentSrc');
const naturalWidth = reader(HTMLImageElement.prototype, 'naturalWidth');
const naturalHeight = reader(HTMLImageElement.prototype, 'naturalHeight');

/** The address that an image was loaded from and its own size in CSS pixels; 0 while it is not loaded. */
export const imageOf = (element: HTMLImageElement): { address: string; width: number; height: number } => ({
  address: shownSource(element),
  width: naturalWidth(element),
  height: naturalHeight(element),
});

export const isInside = (node: Node, ancestor: Node): boolean => contains.call(ancestor, node);

const activeElement = reader(Document.prototype, 'activeElement');
const value = reader(HTMLTextAreaElement.prototype, 'value');
const selectionStart = reader(HTMLTextAreaElement.prototype, 'selectionStart');
const selectionEnd = reader(HTMLTextAreaElement.prototype, 'selectionEnd');

/** What has the focus: a click with either button gives it to a link. */
export const focused = (document: Document): Element | null => activeElement(document);

/** The selected part of the text area that has the focus, empty without one. Other fields hold what is nobody's business. */
export function selectedInTextArea(document: Document): string {
  const field = activeElement(document);
  if (field === null || tagOf(field) !== 'textarea') return '';
  const area = field as HTMLTextAreaElement;
  return value(area).slice(selectionStart(area), selectionEnd(area));
}

const query = Document.prototype.querySelector;
const queryAll = Document.prototype.querySelectorAll;

/** True if the document itself has an element for this CSS selector; false for one that is none. */
export function hasElementFor(document: Document, selector: string): boolean {
  try {
    return query.call(document, selector) !== null;
  } catch {
    return false;
  }
}

/** The elements of the document itself that a CSS selector finds, at most `max`; none for a selector that is none. */
export function elementsFor(document: Document, selector: string, max: number): Element[] {
  try {
    return Array.prototype.slice.call(queryAll.call(document, selector), 0, max);
  } catch {
    // Site profiles are written by people: one wrong selector must not cost the page.
    return [];
  }
}

const atPoint = Document.prototype.elementsFromPoint;
const box = Element.prototype.getBoundingClientRect;

/** The elements at a point of the window, innermost and topmost first. Lays the page out: once or twice, never in bulk. */
export const elementsAt = (document: Document, x: number, y: number): Element[] =>
  typeof atPoint === 'function' ? atPoint.call(document, x, y) : [];

const documentSelection = Document.prototype.getSelection;

/**
 * The selection of a document or shadow root. Chromium answers for a shadow root only when it is
 * asked itself; Firefox's document knows selections inside its shadow roots.
 */
export function selectionIn(root: Document | ShadowRoot): Selection | null {
  if (nodeType(root) === DOCUMENT) return documentSelection.call(root as Document);
  const own: unknown = Reflect.get(root, 'getSelection');
  return typeof own === 'function' ? own.call(root) : null;
}

const closest = Element.prototype.closest;
/** In CSS pixels of the window. Makes the browser lay the page out if it has not: for a handful of elements. */
export function boxOf(element: Element): { x: number; y: number; width: number; height: number } {
  const { x, y, width, height } = box.call(element);
  return { x, y, width, height };
}

export const isWithin = (element: Element, selector: string): boolean => closest.call(element, selector) !== null;

const windowOf = reader(Document.prototype, 'defaultView');
const elementsNamed: (document: Document, name: string) => ArrayLike<Element> = caller.bind(
  Document.prototype.getElementsByTagName,
);

/** More frames than this are searched like any other page. */
const MAX_FRAMES = 50;

/**
 * False if no shadow root and no frame in a document can hold a selection: a document that has none
 * of its own knows of none in its shadow roots, and frames within those have the focus when one
 * selects there. So most pages need not be searched. Only frames that are `wanted` are looked into.
 */
export function mayBeInside(document: Document, wanted: (frame: Element) => boolean, levels = 0): boolean {
  if ((selectionIn(document)?.rangeCount ?? 0) > 0) return true;
  const focused = activeElement(document);
  if (focused !== null && shadowOf(focused) !== null) return true;
  const count = windowOf(document)?.length ?? 0;
  if (count === 0) return false;
  if (count > MAX_FRAMES || levels > 5) return true;
  return ['iframe', 'frame'].some((name) =>
    Array.from(elementsNamed(document, name)).some((frame) => {
      const inner = wanted(frame) ? documentOf(frame) : null;
      return inner !== null && mayBeInside(inner, wanted, levels + 1);
    }),
  );
}

const styleSheets = reader(Document.prototype, 'styleSheets');
/** Rules that are looked at: the style sheets of a large site have some ten thousand. */
const MAX_RULES = 20_000;

/**
 * Texts that style sheets write before and behind elements that the document has, if `wanted`. Sheets of other origins
 * keep theirs to themselves. Asks for rules and for no layout.
 */
export function* writtenByStyles(document: Document, wanted: (text: string) => boolean): Generator<string> {
  let left = MAX_RULES;
  for (const sheet of listOf(() => styleSheets(document))) {
    for (const rule of listOf(() => sheet.cssRules)) {
      left -= 1;
      if (left < 0) return;
      const { selectorText, style } = rule as Partial<CSSStyleRule>;
      if (selectorText === undefined || style === undefined || !selectorText.includes(':')) continue;
      const text = /^["'](.*)["']$/s.exec(style.content ?? '')?.[1] ?? '';
      if (text === '' || text.length > 400 || !wanted(text)) continue;
      if (hasElementFor(document, selectorText.replace(/::?(?:before|after)/g, ''))) yield text;
    }
  }
}

/** Empty where the browser answers with an exception, as for sheets of other origins. */
function listOf<T>(read: () => ArrayLike<T> | null): T[] {
  try {
    return Array.from(read() ?? []);
  } catch {
    return [];
  }
}
