/**
 * The key by which two clips are of the same page (AD1). Too little normalising makes duplicates,
 * too much joins different intranet pages: only what is known to carry no meaning is removed, on
 * every host alike, and everything else stays.
 */

/** Stands at the front of every key: keys of different rules never match. Raise it with the rules. */
const ADDRESS_KEY_VERSION = 1;

/** Parameters that only say where a reader came from. An allow-list of exact names and prefixes. */
const TRACKING = new Set(
  `fbclid gclid gclsrc dclid wbraid gbraid msclkid twclid yclid igshid igsh mc_cid mc_eid mkt_tok
   oly_anon_id oly_enc_id vero_id vero_conv _hsenc _hsmi hsctatracking wickedid rb_clickid s_cid
   ml_subscriber ml_subscriber_hash cmpid icid ns_campaign ns_mchannel ns_source ns_linkname wt_mc wtmc`.split(/\s+/),
);
const TRACKING_PREFIXES = ['utm_', 'pk_', 'mtm_', 'piwik_', 'at_medium', 'at_campaign', 'at_custom'];

const isTracking = (name: string): boolean => {
  const lower = name.toLowerCase();
  return TRACKING.has(lower) || TRACKING_PREFIXES.some((prefix) => lower.startsWith(prefix));
};

/**
 * An address without what does not tell pages apart: protocol, `www.`, user and default port,
 * tracking parameters, their order, session ids in the path, trailing slashes, text fragments and
 * anchors. Fragments that are routes (`#/…`, `#!…`) stay. Null if it is no web address.
 */
export function normalizeAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const host = url.host
    .replace(/^www\./, '')
    .replace(/:(80|443)$/, '')
    .replace(/\.(?=:|$)/, '');
  const path = url.pathname
    .replace(/;jsessionid=[^/;?#]*/gi, '')
    .replace(/\/{2,}/g, '/')
    .replace(/\/+$/, '');
  const kept = [...url.searchParams].filter(([name]) => !isTracking(name));
  kept.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0));
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
  const fragment = url.hash.replace(/:~:.*$/, '');
  const route = /^#!?\//.test(fragment) || fragment.startsWith('#!') ? fragment.replace(/\/+$/, '') : '';
  return host + path + query + route;
}

/**
 * The address that stands for the page. A page's own canonical address is believed only where it
 * says less of the same: same host, same path, a part of the parameters. Single-page apps keep the
 * canonical address of their first page, and a hostile page could join any topic it likes.
 */
export function pageAddress(address: string, canonicalAddress: string | null): string | null {
  const own = normalizeAddress(address);
  const canonical = canonicalAddress === null ? null : normalizeAddress(canonicalAddress);
  if (own === null || canonical === null) return own;
  const [ownPage, ownQuery = ''] = own.split('?', 2) as [string, string?];
  const [canonicalPage, canonicalQuery = ''] = canonical.split('?', 2) as [string, string?];
  if (own.includes('#') || canonical.includes('#')) return own;
  if (ownPage.toLowerCase() !== canonicalPage.toLowerCase()) return own;
  const given = new Set(ownQuery.split('&'));
  return canonicalQuery === '' || canonicalQuery.split('&').every((pair) => given.has(pair)) ? canonical : own;
}

/**
 * The key of a page: the version of the rules, a dot, and 128 bits of SHA-256 as base64url. A hash,
 * because everyone holds the keys of everyone's pages (VI2). Null if there is no web address.
 */
export async function addressKey(address: string, canonicalAddress: string | null): Promise<string | null> {
  const page = pageAddress(address, canonicalAddress);
  if (page === null) return null;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(page));
  const short = String.fromCharCode(...new Uint8Array(digest, 0, 16));
  return `${ADDRESS_KEY_VERSION}.${btoa(short).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`;
}
