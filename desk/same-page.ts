/** Whether a tab still shows what was read in it [CA2]. */
import { meaningfulFragment } from './address-rules/fragment.ts';
import { type PlainAddress, putTogether, takeApart } from './plain-address.ts';

/** What scripts take off the address of their own page once they have counted it. The long list is not for a popup. */
const speaksOfWay = (name: string): boolean => /^(utm_|mtm_|pk_|mc_|_hs|_g[al]$|gclid$|fbclid$|msclkid$)/i.test(name);

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
  const params = page.params.filter(([name]) => !speaksOfWay(name) && !(isVideo && name === 't'));
  return putTogether({
    ...page,
    params,
    fragment: meaningfulFragment(page.fragment, speaksOfWay),
  } satisfies PlainAddress);
}
