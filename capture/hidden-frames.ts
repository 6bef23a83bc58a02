/** Frames that need no look: what a frame's own markup says before its document is asked for, which makes a world of its own. */
import { attribute, attributeNames } from './dom.ts';
import { divided, isTakenOff } from './element.ts';

/** Frames that hold no text of the page: advertising, consent, counters. */
const FRAME_OF_OTHERS =
  /\b(?:ads?|adslot|advert\w*|google-ads\S*|safeframe|sp-message\S*|consent|cmp|captcha|recaptcha|pixel|tracking|analytics)\b/;
/** Nobody selects anything in a frame that says it is smaller than this in either direction, in CSS pixels. */
const MIN_SELECTED = 10;

/** For `hints` see `PageNode`. */
export const isFrameOfOthers = (hints: string): boolean => FRAME_OF_OTHERS.test(hints);

/** True for a frame that says it is smaller than `min` in either direction. */
export const isSmaller = (frame: Element, min: number): boolean =>
  ['width', 'height'].some((side) => {
    const said = attribute(frame, side, 10);
    return /^\d+(?:px)?$/.test(said) && Number.parseInt(said, 10) < min;
  });

/** False for a frame in which nobody can select: one that its own markup hides, and those of advertising and consent. */
export function maySelectIn(frame: Element): boolean {
  if (attributeNames(frame).includes('hidden') || isTakenOff(attribute(frame, 'style', 300))) return false;
  if (isSmaller(frame, MIN_SELECTED)) return false;
  const names = `${attribute(frame, 'class', 200)} ${attribute(frame, 'id', 80)}`;
  return names === ' ' || !isFrameOfOthers(divided(names));
}
