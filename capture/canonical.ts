import type { Evidence } from './evidence.ts';
import { isArticle } from './json-ld.ts';
import { metaValue } from './meta.ts';
import { parsedUrl } from './parsed-url.ts';
import { webAddress } from './web-address.ts';

const FIRST_LABELS = ['www.', 'm.', 'amp.'];
const withoutFirst = (host: string): string =>
  host.slice(FIRST_LABELS.find((label) => host.startsWith(label))?.length ?? 0);
const isCanonical = ({ rel }: { rel: string }): boolean =>
  rel === 'canonical' || (rel.includes('canonical') && rel.split(/\s+/).includes('canonical'));
const siteOf = (address: string): string => withoutFirst(parsedUrl(address)?.hostname ?? '');

/**
 * The address that the page gives as its own, and where; null for none, another protocol or nonsense.
 * Not believed here: see `desk/address.ts`.
 */
export function readCanonical(evidence: Evidence): { value: string; from: string } | null {
  const { meta, things } = evidence;
  const link = meta.links.find(isCanonical)?.href ?? '';
  const stated = [
    { value: link, from: 'link canonical' },
    { value: metaValue(meta, 'og:url'), from: 'meta og:url' },
    { value: metaValue(meta, 'parsely-link', 'sailthru.canonical'), from: 'meta parsely-link' },
    { value: things.find((thing) => isArticle(thing) && thing.address !== '')?.address ?? '', from: 'json-ld url' },
  ];
  const declared = stated.flatMap(({ value, from }) => {
    const address = webAddress(value, evidence);
    return address === null ? [] : [{ value: address, from }];
  });
  // A page that was taken over from another site names that one as its origin; its own address is the other.
  return declared.find(({ value }) => siteOf(value) === siteOf(evidence.page.address)) ?? declared[0] ?? null;
}
