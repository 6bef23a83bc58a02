import type { Evidence } from './evidence.ts';
import { metaValue } from './meta.ts';
import { webAddress } from './web-address.ts';

/** The address that the page gives as its own; null for none, another protocol or nonsense. Not believed here: see `desk/address.ts`. */
export function readCanonical({ page, meta }: Evidence): string | null {
  const link = meta.links.find(({ rel }) => rel.split(/\s+/).includes('canonical'))?.href ?? '';
  return webAddress(link, page) ?? webAddress(metaValue(meta, 'og:url'), page);
}
