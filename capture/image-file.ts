/** What the address of an image tells of it. */
import { isDigit } from './letters.ts';

/** Words in names of files that are furniture of a site and not the picture of a page; in lower case. */
const NO_PICTURE = new Set(
  `logo logos icon icons favicon avatar avatars sprite sprites placeholder platzhalter spacer blank pixel tracking tracker
   beacon badge button emoji gravatar fallback loading spinner userphoto profilbild`.split(/\s+/),
);
const PAIRS =
  /(?<![a-z])(?:default[-_]?(?:image|share|og)|og[-_]?default|share[-_]?default|profile[-_]?(?:pic|photo))(?![a-z])/;
const NO_PICTURE_TYPES = ['.svg', '.gif', '.ico'];
const NO_PICTURE_FOLDERS = `logo logos avatar avatars emoji favicon favicons`.split(' ');

/** Longer names are codes, and are not looked through to their beginning. */
const MAX_NAME = 120;

const lastPart = (address: string): string => {
  const path = pathOf(address);
  return path
    .slice(path.lastIndexOf('/') + 1)
    .slice(-MAX_NAME)
    .toLowerCase();
};

const pathOf = (address: string): string => {
  const end = address.search(/[?#]/);
  return end === -1 ? address : address.slice(0, end);
};

/** Whether a file can be the picture of a page by its name and type: no logo, no drawing, nothing that moves. */
export function canBePicture(address: string): boolean {
  const path = pathOf(address).toLowerCase();
  if (NO_PICTURE_TYPES.some((type) => path.endsWith(type))) return false;
  // Folders tell less than names: systems keep their pictures under `/icons/` too.
  return !isFurniture(lastPart(address)) && !NO_PICTURE_FOLDERS.some((folder) => path.includes(`/${folder}/`));
}

const isFurniture = (name: string): boolean =>
  name.split(/[^a-z]+/).some((word) => NO_PICTURE.has(word)) ||
  ((name.includes('default') || name.includes('profile')) && PAIRS.test(name));

/** The same for the sizes in which one picture is offered: `hero-1200x630.jpg` and `hero-800w.webp`. */
export function pictureName(address: string): string {
  const file = lastPart(address);
  const name = file.replace(/\.[a-z]{3,4}$/, '');
  return SIZE_ENDS.some((end) => name.endsWith(end)) || isDigit(name.charCodeAt(name.length - 1))
    ? name.replace(/([-_.@]?(\d{2,4}x\d{2,4}|\d{2,4}w|[1-4]x|scaled|large|medium|small|thumb))+$/, '')
    : name;
}

/** How names end that say a size; others end with a digit. */
const SIZE_ENDS = ['w', 'x', 'scaled', 'large', 'medium', 'small', 'thumb'];
