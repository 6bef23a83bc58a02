/**
 * Where the pictures and the text of a page stand in the window, so that a photograph of it can be
 * cut there. Asks the layout for few elements only.
 */
import { LIMITS } from '../protocol/limits.ts';
import { MAX_PICTURES } from './capture-limits.ts';
import { attribute, boxOf, elementsFor, imageOf, isWithin } from './dom.ts';

/** In CSS pixels from the upper left corner of the window. */
export type Box = { x: number; y: number; width: number; height: number };
export type ShownPicture = Box & { address: string; alt: string };
export type PicturesInView = {
  window: { width: number; height: number };
  /** Those that are large enough to be the lead picture. */
  pictures: ShownPicture[];
  /** The heading, whose column the text stands in. */
  heading: Box | null;
};

const MAX_IMAGES = 2_000;
const { address: MAX_ADDRESS, alt: MAX_ALT } = LIMITS;
/** Smaller on the screen is a teaser or a portrait. CSS pixels. */
const MIN_WIDTH = 200;
const MIN_HEIGHT = 110;
const MAX_RATIO = 4;
const FURNITURE =
  'nav, footer, aside, [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"]';

/** Each kind of element is looked for among all others, so it yields between them. */
export function* picturesInView(document: Document): Generator<void, PicturesInView> {
  const pictures = likely(document).flatMap(({ element, address }) => {
    const box = boxOf(element);
    const fits = box.width >= MIN_WIDTH && box.height >= MIN_HEIGHT && box.width / box.height <= MAX_RATIO;
    return fits ? [{ ...box, address, alt: attribute(element, 'alt', MAX_ALT).trim() }] : [];
  });
  yield;
  let [heading] = elementsFor(document, 'h1', 1);
  yield;
  if (heading === undefined) [heading] = elementsFor(document, 'main, [role="main"], article', 1);
  return {
    window: { width: innerWidth, height: innerHeight },
    pictures,
    heading: heading === undefined ? null : boxOf(heading),
  };
}

/** Images that can be the lead picture by what is known of them without layout, the largest first. */
function likely(document: Document): { element: Element; address: string }[] {
  const all = elementsFor(document, 'img', MAX_IMAGES).flatMap((element) =>
    element instanceof HTMLImageElement ? [{ element, ...imageOf(element) }] : [],
  );
  const times = new Map<string, number>();
  for (const { address } of all) times.set(address, (times.get(address) ?? 0) + 1);
  return all
    .filter(
      ({ element, address, width, height }) =>
        /^https?:/.test(address) &&
        address.length <= MAX_ADDRESS &&
        times.get(address) === 1 &&
        width >= MIN_WIDTH &&
        height >= MIN_HEIGHT &&
        width / height <= MAX_RATIO &&
        !isWithin(element, FURNITURE),
    )
    .sort((a, b) => b.width * b.height - a.width * a.height)
    .slice(0, MAX_PICTURES);
}
