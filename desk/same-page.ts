/** Whether a tab still shows what was read in it [CA2]. */
import { meaningfulFragment } from './address-rules/fragment.ts';
import { speaksOfWay } from './address-rules/way.ts';
import { type PlainAddress, putTogether, takeApart } from './plain-address.ts';

/**
 * Stricter than the key of a page (`address.ts`): another view of a page is another content. An anchor
 * more or less, a moment of a video, or tracking that a script took off its own address is the same; a
 * route behind `#` or another parameter is not.
 */
export function isSamePage(a: string, b: string): boolean {
  const [one, other] = [shown(a), shown(b)];
  return one !== null && one === other;
}

function shown(address: string): string | null {
  const page = takeApart(address);
  if (page === null) return null;
  const isVideo = page.params.some(([name]) => name === 'v');
  const params = page.params.filter(([name, value]) => !speaksOfWay(name, value) && !(isVideo && name === 't'));
  return putTogether({ ...page, params, fragment: meaningfulFragment(page.fragment) } satisfies PlainAddress);
}
