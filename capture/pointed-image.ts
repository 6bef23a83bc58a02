/** What a page says of one of its images and of its use. The image itself is not asked for. */
import { attribute, imageOf, tagOf } from './dom.ts';
import { readImageData } from './image-data.ts';
import { creditIn, licenceAt, licenceIn } from './licence.ts';
import {
  elementsAround,
  elementsAt,
  elementsOf,
  isLongerThan,
  lineOf,
  namesOf,
  resolve,
  visibleTextOf,
} from './pointed.ts';

export type PointedImage = {
  address: string;
  alt: string;
  caption: string;
  width: number;
  height: number;
  credit: string;
  licence: string;
};

/** A container with more text than a caption is the page around the image. UTF-16 units. */
const MAX_SURROUNDINGS = 700;

export function readImage(document: Document, address: string): PointedImage {
  const shown = (element: Element) => (element instanceof HTMLImageElement ? imageOf(element).address : '');
  const [image] = elementsAt(document, address, ['img', 'image', 'input', 'video'], (element) => [
    shown(element),
    attribute(element, 'src', 4_096),
    attribute(element, 'href', 4_096),
    attribute(element, 'poster', 4_096),
  ]);
  if (image === undefined) return { address, alt: '', caption: '', width: 0, height: 0, credit: '', licence: '' };
  const best = bestCandidate(image, address, document);
  const data = readImageData(document, (one) => [address, best.address].includes(resolve(one, document)));
  const figure = figureAround(image);
  const words = figure === null ? '' : visibleTextOf(figure);
  const said = captionOf(image, figure, document);
  const credit = data.credit || creditOf(image, figure) || creditIn(words);
  return {
    ...best,
    alt:
      [attribute(image, 'alt'), attribute(image, 'aria-label'), attribute(image, 'title')].find(Boolean)?.trim() ?? '',
    caption: withoutCredit(said || data.caption, credit),
    credit,
    licence: data.licence === '' ? licenceOf(document, figure, words) : licenceAt(data.licence),
  };
}

/** The largest image that the page offers in place of the one it shows, with the size that it has then. */
function bestCandidate(image: Element, address: string, document: Document) {
  const { width, height } = image instanceof HTMLImageElement ? imageOf(image) : { width: 0, height: 0 };
  let best = { address, width, height };
  for (const [, source = '', size = ''] of attribute(image, 'srcset', 10_000).matchAll(/([^\s,]\S*[^\s,])\s+(\d+)w/g)) {
    const resolved = resolve(source, document);
    const wide = Number(size);
    if (wide > best.width && /^https?:/.test(resolved))
      best = { address: resolved, width: wide, height: width === 0 ? 0 : Math.round((wide * height) / width) };
  }
  return best;
}

/** The figure of an image, or the largest part around it that holds no other text than a caption. */
function figureAround(image: Element): Element | null {
  let around: Element | null = null;
  for (const element of elementsAround(image, 5)) {
    if (isLongerThan(element, MAX_SURROUNDINGS)) break;
    around = element;
    if (tagOf(element) === 'figure' || /ImageObject/.test(attribute(element, 'itemtype'))) break;
  }
  return around;
}

function captionOf(image: Element, figure: Element | null, document: Document): string {
  const described = attribute(image, 'aria-describedby').split(/\s+/).filter(Boolean);
  let named = '';
  for (const element of figure === null ? [] : elementsOf(figure)) {
    if (tagOf(element) === 'figcaption') return lineOf(element);
    if (/caption|bildunterschrift|legende?\b/i.test(namesOf(element))) named ||= lineOf(element);
  }
  if (named !== '' || described.length === 0) return named;
  for (const element of elementsOf(document)) if (described.includes(attribute(element, 'id'))) return lineOf(element);
  return '';
}

/** What is marked as the name of who made it. */
function creditOf(image: Element, figure: Element | null): string {
  for (const name of ['data-copyright', 'data-credit', 'data-author'])
    if (attribute(image, name) !== '') return attribute(image, name);
  for (const element of figure === null ? [] : elementsOf(figure)) {
    const marked = /\b(?:creditText|copyrightHolder|copyrightNotice)\b/.test(attribute(element, 'itemprop'));
    if (marked || /credit|copyright|photographer|fotograf|bildnachweis|bildquelle|urheber/i.test(namesOf(element))) {
      const line = lineOf(element) || attribute(element, 'content');
      if (line !== '' && line.length <= 200) return line;
    }
  }
  return creditIn(`${attribute(image, 'title')}\n${attribute(image, 'alt')}`);
}

/** Named or linked at the image, else what the page links for all that is on it. */
function licenceOf(document: Document, figure: Element | null, words: string): string {
  const named = licenceIn(words);
  if (named !== '') return named;
  for (const root of figure === null ? [document] : [figure, document])
    for (const element of elementsOf(root)) {
      const href = resolve(attribute(element, 'href', 4_096), document);
      const stated = /\blicense\b/i.test(`${attribute(element, 'rel')} ${attribute(element, 'itemprop')}`);
      if (/^https?:/.test(href) && (stated || (root === figure && /creativecommons\.org\//.test(href))))
        return licenceAt(href);
    }
  return '';
}

/** A credit that stands at the end of a caption is said once. */
function withoutCredit(caption: string, credit: string): string {
  const short = caption.slice(0, MAX_SURROUNDINGS);
  const at = credit === '' ? -1 : short.lastIndexOf(credit);
  return at < 0
    ? short
    : `${short.slice(0, at)} ${short.slice(at + credit.length)}`
        .replace(/\s+/g, ' ')
        // Tried where such signs begin only: a row of dashes would be tried from each of them.
        .replace(/(?<![ (|/–-])[ (|/–-]+\)? ?\.?$/, '')
        .trim();
}
