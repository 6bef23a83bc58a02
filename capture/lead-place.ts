/** Which of the pictures in the window is the lead picture of the page. */
import { canBePicture, pictureName } from './image-file.ts';
import type { Box, PicturesInView, ShownPicture } from './picture-places.ts';

export type PicturePlaces = {
  window: PicturesInView['window'];
  lead: ShownPicture | null;
  heading: Box | null;
};

/** @param statedAddress the lead picture as the draft has it; it may be one that is nowhere to be seen */
export function placesWithLead(
  { window, pictures, heading }: PicturesInView,
  statedAddress: string | null,
): PicturePlaces {
  const stated = statedAddress === null ? '' : pictureName(statedAddress);
  const can = pictures.filter(({ address }) => canBePicture(address));
  const size = ({ width, height }: Box): number => width * height;
  const lead =
    can.find(({ address }) => stated !== '' && pictureName(address) === stated) ??
    can.toSorted((a, b) => size(b) - size(a))[0];
  return { window, lead: lead ?? null, heading };
}
