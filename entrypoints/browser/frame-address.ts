import type { FramePage } from '../../components/page-frame.tsx';

/** Pages with a file of their own; the others are parts of `options.html`. */
const OWN_FILES: readonly FramePage[] = ['inbox', 'plan', 'strategy'];

/** Where a page of the frame is, seen from any page of the extension. */
export const frameAddress = (page: FramePage): string =>
  OWN_FILES.includes(page) ? `${page}.html` : `options.html#${page}`;
