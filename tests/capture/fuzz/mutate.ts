/** Breaks a page as scripts, editors and ill will can: in its tree, for a parser would mend most of it. */
import { hostileLinkedData } from './linked-data.ts';
import type { Random } from './random.ts';

const TAGS = [
  'p',
  'div',
  'a',
  'h1',
  'article',
  'nav',
  'table',
  'td',
  'pre',
  'br',
  'form',
  'template',
  'noscript',
  'frameset',
  'frame',
  'title',
  'meta',
  'time',
  'select',
  'slot',
  'x-card',
] as const;

const NAMES = [
  'class',
  'id',
  'name',
  'role',
  'hidden',
  'style',
  'itemprop',
  'datetime',
  'content',
  'href',
  'rel',
  'lang',
  'property',
  'aria-hidden',
  'src',
  'width',
] as const;

const TEXTS = [
  '',
  ' ',
  '\n\t \n',
  '\0',
  '\ud800',
  '\udc00x',
  'By Anna Muster and ',
  '22.11.2026',
  '٢٢ نوفمبر ٢٠٢٦',
  '二〇二六年十一月二十二日',
  '👩‍👩‍👧‍👦',
  'e\u0301\u0301\u0301',
  '\u202eevil\u202c',
  'author byline date published',
  'javascript:alert(1)',
  'http://[',
  '9999-99-99T99:99',
  'display:none',
  '-'.repeat(300),
] as const;

/** Properties of nodes and documents that `name` and `id` shadow in forms and documents. */
const CLOBBERED = [
  'body',
  'head',
  'title',
  'childNodes',
  'firstChild',
  'nextSibling',
  'parentNode',
  'nodeType',
  'localName',
  'attributes',
  'getAttribute',
  'getAttributeNames',
  'getSelection',
  'shadowRoot',
  'defaultView',
  'length',
] as const;

const HUGE = 1_000_000;
const SVG = 'http://www.w3.org/2000/svg';
const MATHML = 'http://www.w3.org/1998/Math/MathML';

const textFor = (random: Random): string =>
  random.chance(2) ? random.of(['x', 'ü ', '1 ', '\ud800', '<a '] as const).repeat(HUGE / 2) : random.of(TEXTS);

/** Every element, those inside shadow roots too. */
function elementsIn(root: Document | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot === null ? [] : elementsIn(element.shadowRoot)),
  ]);
}

type Mutation = (document: Document, random: Random, element: () => Element) => void;

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  function remove(_, __, element) {
    element().remove();
  },
  function double(_, random, element) {
    const one = element();
    for (let copies = random.below(4); copies >= 0; copies -= 1) one.after(one.cloneNode(true));
  },
  function nest(_, __, element) {
    const [one, other] = [element(), element()];
    if (!one.contains(other)) other.append(one);
  },
  function swap(document, _, element) {
    const [one, other] = [element(), element()];
    if (one.contains(other) || other.contains(one)) return;
    const place = document.createComment('');
    one.replaceWith(place);
    other.replaceWith(one);
    place.replaceWith(other);
  },
  function bury(document, random, element) {
    const one = element();
    let outer: Element = document.createElement(random.of(TAGS));
    const top = outer;
    for (let levels = random.below(600); levels > 0; levels -= 1) {
      const inner = document.createElement(random.of(['div', 'span', 'b', 'section'] as const));
      outer.append(inner);
      outer = inner;
    }
    one.replaceWith(top);
    outer.append(one);
  },
  function rename(document, random, element) {
    const one = element();
    const other = document.createElement(random.of(TAGS));
    other.append(...one.childNodes);
    one.replaceWith(other);
  },
  function mark(_, random, element) {
    element().setAttribute(random.of(NAMES), textFor(random));
  },
  function unmark(_, random, element) {
    element().removeAttribute(random.of(NAMES));
  },
  function say(document, random, element) {
    element().append(document.createTextNode(textFor(random)));
  },
  function link(document, random, element) {
    const script = document.createElement('script');
    script.setAttribute('type', 'application/ld+json');
    script.textContent = hostileLinkedData(random);
    element().append(script);
  },
  function clobber(document, random, element) {
    const form = document.createElement('form');
    const field = document.createElement(random.of(['input', 'img', 'form', 'iframe'] as const));
    for (const name of ['name', 'id']) {
      field.setAttribute(name, random.of(CLOBBERED));
      form.setAttribute(name, random.of(CLOBBERED));
    }
    form.append(field, 'Text of a form.');
    element().append(form);
  },
  function hide(document, random, element) {
    let host: Element = document.createElement('div');
    element().append(host);
    for (let levels = 1 + random.below(5); levels > 0; levels -= 1) {
      const root = host.attachShadow({ mode: random.of(['open', 'open', 'closed'] as const) });
      const inner = document.createElement('section');
      inner.append('Text of a component. ', document.createElement('slot'));
      root.append(inner);
      host = inner;
    }
  },
  function draw(document, random, element) {
    const space = random.of([SVG, MATHML] as const);
    const drawing = document.createElementNS(space, space === SVG ? 'svg' : 'math');
    const foreign = document.createElementNS(space, random.of(['foreignObject', 'TITLE', 'a', 'mtext'] as const));
    foreign.append('Drawn', document.createElement('h1'));
    drawing.append(foreign);
    element().append(drawing);
  },
  function note(document, random, element) {
    element().prepend(document.createComment(random.of(TEXTS).replaceAll('-', '')));
  },
  function undress(document) {
    document.doctype?.remove();
  },
  function crown(document) {
    document.documentElement?.before(document.createComment('before'));
    document.documentElement?.after(document.createComment('after'));
  },
];

/** Some mutations after each other; one that the document refuses is none. */
export function mutate(document: Document, random: Random): void {
  for (let left = 1 + random.below(12); left > 0; left -= 1) {
    const mutation = random.of(MUTATIONS);
    const elements = elementsIn(document);
    try {
      mutation(document, random, () => elements[random.below(elements.length)] ?? document.documentElement);
    } catch {
      // A document that lost its root, or an element that cannot be there.
    }
  }
}
