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

/** True for a frame that says it is smaller than `min` in either direction, unless this style of it says something else. */
export const isSmaller = (frame: Element, min: number, style = ''): boolean =>
  ['width', 'height'].some((side) => {
    if (style.includes(side)) return false;
    const said = attribute(frame, side, 10);
    return /^\d+(?:px)?$/.test(said) && Number.parseInt(said, 10) < min;
  });

/**
 * False for a frame in which nobody can have selected anything: one that its own markup hides, and one that is named as
 * those of advertising and consent are, unless it has the focus: a company's own may be named so too, and whoever selects in a frame was in it last.
 */
export function maySelectIn(frame: Element): boolean {
  const style = attribute(frame, 'style', 300);
  if (attributeNames(frame).includes('hidden') || isTakenOff(style)) return false;
  if (isSmaller(frame, MIN_SELECTED, style)) return false;
  if (frame.ownerDocument.activeElement === frame) return true;
  const names = `${attribute(frame, 'class', 200)} ${attribute(frame, 'id', 80)}`;
  return names === ' ' || !isFrameOfOthers(divided(names));
}
