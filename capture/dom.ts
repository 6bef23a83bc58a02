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

/** The getter of `name`, taken from the prototype once. */
function reader<T extends object, K extends keyof T & string>(prototype: T, name: K): (of: T) => T[K] {
  const holder = owner(prototype, name);
  const get = holder === null ? undefined : Object.getOwnPropertyDescriptor(holder, name)?.get;
  return get === undefined ? (of) => of[name] : (of) => get.call(of);
}

export const firstChild = reader(Node.prototype, 'firstChild');
export const contentTypeOf = reader(Document.prototype, 'contentType');
export const nextSibling = reader(Node.prototype, 'nextSibling');
const nodeType = reader(Node.prototype, 'nodeType');
const data = reader(CharacterData.prototype, 'data');
const localName = reader(Element.prototype, 'localName');
const shadowRoot = reader(Element.prototype, 'shadowRoot');
const frameDocument = reader(HTMLIFrameElement.prototype, 'contentDocument');
const framesetDocument =
  typeof HTMLFrameElement === 'undefined' ? null : reader(HTMLFrameElement.prototype, 'contentDocument');
const readAttribute = Element.prototype.getAttribute;

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;
const DOCUMENT = 9;

export const isElement = (node: Node): node is Element => nodeType(node) === ELEMENT;

export const isText = (node: Node): node is CharacterData => nodeType(node) === TEXT || nodeType(node) === CDATA;

/** The text of a text node, at most `max` UTF-16 units of it. */
export const textOf = (node: CharacterData, max: number): string => data(node).slice(0, max);

export const tagOf = (element: Element): string => localName(element).toLowerCase();

/** An attribute's value, cut at `max`; empty when it is absent. */
export const attribute = (element: Element, name: string, max = 500): string =>
  (readAttribute.call(element, name) ?? '').slice(0, max);

export const hasAttribute = (element: Element, name: string): boolean => readAttribute.call(element, name) !== null;

/** Open shadow roots only; closed ones are their component's business. */
export const shadowOf = (element: Element): ShadowRoot | null => shadowRoot(element);

/** The document of a frame of the same origin; null for every other element and origin. */
export function documentOf(element: Element): Document | null {
  try {
    if (element instanceof HTMLIFrameElement) return frameDocument(element);
    if (framesetDocument !== null && element instanceof HTMLFrameElement) return framesetDocument(element);
  } catch {
    // A frame of another origin may answer with an exception instead of null.
  }
  return null;
}

const query = Document.prototype.querySelector;
const queryAll = Document.prototype.querySelectorAll;

/** True if the document itself has an element for one of these CSS selectors. */
export function hasAnyOf(document: Document, selectors: readonly string[]): boolean {
  if (selectors.length === 0) return false;
  try {
    return query.call(document, selectors.join()) !== null;
  } catch {
    // One wrong selector spoils a list of them; alone it finds nothing.
    return selectors.length > 1 && selectors.some((selector) => hasAnyOf(document, [selector]));
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

const naturalWidth = reader(HTMLImageElement.prototype, 'naturalWidth');
const naturalHeight = reader(HTMLImageElement.prototype, 'naturalHeight');
const currentSrc = reader(HTMLImageElement.prototype, 'currentSrc');
const box = Element.prototype.getBoundingClientRect;
const closest = Element.prototype.closest;
const isImage = (element: Element): element is HTMLImageElement => element instanceof HTMLImageElement;

/** In the image's own pixels; 0 while it is not loaded. Asks no layout. */
export const naturalSizeOf = (element: Element): { width: number; height: number } =>
  isImage(element) ? { width: naturalWidth(element), height: naturalHeight(element) } : { width: 0, height: 0 };

/** The address that an image was loaded from; empty for other elements. */
export const currentSourceOf = (element: Element): string => (isImage(element) ? currentSrc(element) : '');

/** In CSS pixels of the window. Makes the browser lay the page out if it has not: for a handful of elements. */
export function boxOf(element: Element): { x: number; y: number; width: number; height: number } {
  const { x, y, width, height } = box.call(element);
  return { x, y, width, height };
}

export const isWithin = (element: Element, selector: string): boolean => closest.call(element, selector) !== null;
