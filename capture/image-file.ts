/** What the address of an image tells of it. */

/** Names of files that are furniture of a site and not the picture of a page; in lower case. */
const NO_PICTURE =
  /(?<![a-z])(?:logos?|icons?|favicon|avatars?|sprites?|placeholder|platzhalter|spacer|blank|pixel|tracking|tracker|beacon|badge|button|emoji|gravatar|default[-_]?(?:image|share|og)|og[-_]?default|share[-_]?default|fallback|loading|spinner|profile[-_]?(?:pic|photo)|userphoto|profilbild)(?![a-z])/;

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
  const path = pathOf(address);
  if (/\.(svg|gif|ico)$/i.test(path)) return false;
  // Folders tell less than names: systems keep their pictures under `/icons/` too.
  return !NO_PICTURE.test(lastPart(address)) && !/\/(?:logos?|avatars?|emoji|favicons?)\//i.test(path);
}

/** The same for the sizes in which one picture is offered: `hero-1200x630.jpg` and `hero-800w.webp`. */
export const pictureName = (address: string): string =>
  lastPart(address)
    .replace(/\.[a-z]{3,4}$/, '')
    .replace(/([-_.@]?(\d{2,4}x\d{2,4}|\d{2,4}w|[1-4]x|scaled|large|medium|small|thumb))+$/, '');
