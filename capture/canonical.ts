import type { Evidence } from './evidence.ts';
import { isArticle } from './json-ld.ts';
import { metaValue } from './meta.ts';
import { webAddress } from './web-address.ts';

/**
 * The address that the page gives as its own, and where; null for none, another protocol or nonsense.
 * Not believed here: see `desk/address.ts`.
 */
export function readCanonical(evidence: Evidence): { value: string; from: string } | null {
  const { meta, things } = evidence;
  const link = meta.links.find(({ rel }) => rel.split(/\s+/).includes('canonical'))?.href ?? '';
  const stated = [
    { value: link, from: 'link canonical' },
    { value: metaValue(meta, 'og:url'), from: 'meta og:url' },
    { value: metaValue(meta, 'parsely-link', 'sailthru.canonical'), from: 'meta parsely-link' },
    { value: things.find((thing) => isArticle(thing) && thing.address !== '')?.address ?? '', from: 'json-ld url' },
  ];
  for (const { value, from } of stated) {
    const address = webAddress(value, evidence);
    if (address !== null) return { value: address, from };
  }
  return null;
}
