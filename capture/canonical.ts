import type { Evidence } from './evidence.ts';
import { metaValue } from './meta.ts';
import { webAddress } from './web-address.ts';

/** The address that the page gives as its own; null for none, another protocol or nonsense. Not believed here: see `desk/address.ts`. */
export function readCanonical(evidence: Evidence): string | null {
  const { meta } = evidence;
  const link = meta.links.find(({ rel }) => rel.split(/\s+/).includes('canonical'))?.href ?? '';
  return webAddress(link, evidence) ?? webAddress(metaValue(meta, 'og:url'), evidence);
}
