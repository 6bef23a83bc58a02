/**
 * Where the lead picture and the text of a page stand in the window, so that a photograph of it can be
 * cut there. Asks the layout for a handful of elements only.
 */
import { attribute, boxOf, elementsFor, imageOf, isWithin } from './dom.ts';
import { canBePicture, pictureName } from './image-file.ts';

/** In CSS pixels from the upper left corner of the window. */
export type Box = { x: number; y: number; width: number; height: number };
export type PicturePlaces = {
  window: { width: number; height: number };
  lead: (Box & { address: string; alt: string }) | null;
  /** The heading, whose column the text stands in. */
  heading: Box | null;
};

const MAX_IMAGES = 2_000;
/** Whose boxes are asked for. */
const ASKED = 6;
/** Smaller on the screen is a teaser or a portrait. CSS pixels. */
const MIN_WIDTH = 200;
const MIN_HEIGHT = 110;
const MAX_RATIO = 4;
const FURNITURE =
  'nav, footer, aside, [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"]';

type Image = { element: Element; address: string; isStated: boolean; pixels: number };

/** @param statedAddress the lead picture as the draft has it; it may be one that is nowhere to be seen */
export function picturePlaces(document: Document, statedAddress: string | null): PicturePlaces {
  const images = likely(document, statedAddress);
  const shown = images.flatMap((image) => {
    const box = boxOf(image.element);
    const fits = box.width >= MIN_WIDTH && box.height >= MIN_HEIGHT && box.width / box.height <= MAX_RATIO;
    return fits ? [{ ...image, box }] : [];
  });
  const size = ({ box }: { box: Box }) => box.width * box.height;
  const lead = shown.find(({ isStated }) => isStated) ?? shown.toSorted((a, b) => size(b) - size(a))[0];
  const [heading] = [...elementsFor(document, 'h1', 1), ...elementsFor(document, 'main, [role="main"], article', 1)];
  return {
    window: { width: innerWidth, height: innerHeight },
    lead:
      lead === undefined
        ? null
        : { ...lead.box, address: lead.address, alt: attribute(lead.element, 'alt', 300).trim() },
    heading: heading === undefined ? null : boxOf(heading),
  };
}

/** Images that can be the lead picture by what is known of them without layout; the stated one first, then the largest. */
function likely(document: Document, statedAddress: string | null): Image[] {
  const stated = statedAddress === null ? null : pictureName(statedAddress);
  const all = elementsFor(document, 'img', MAX_IMAGES).flatMap((element) =>
    element instanceof HTMLImageElement ? [{ element, ...imageOf(element) }] : [],
  );
  const times = new Map<string, number>();
  for (const { address } of all) times.set(address, (times.get(address) ?? 0) + 1);
  return all
    .filter(
      ({ element, address, width, height }) =>
        /^https?:/.test(address) &&
        times.get(address) === 1 &&
        canBePicture(address) &&
        width >= MIN_WIDTH &&
        height >= MIN_HEIGHT &&
        width / height <= MAX_RATIO &&
        !isWithin(element, FURNITURE),
    )
    .map(({ element, address, width, height }) => {
      const isStated = stated !== null && stated !== '' && pictureName(address) === stated;
      return { element, address, isStated, pixels: width * height };
    })
    .sort((a, b) => Number(b.isStated) - Number(a.isStated) || b.pixels - a.pixels)
    .slice(0, ASKED);
}
