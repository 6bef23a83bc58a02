/** What the site calls itself. */
import type { Evidence } from './evidence.ts';
import { isArticle } from './json-ld.ts';
import { metaValue } from './meta.ts';

const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Every name of the site that the page gives, the most deliberate first. May hold several spellings. */
export function siteNames({ meta, things }: Evidence): string[] {
  const publisher = things.find((thing) => isArticle(thing) && thing.publisher !== '')?.publisher ?? '';
  const site = things.find((thing) => thing.types.includes('WebSite') && thing.name !== '')?.name ?? '';
  const organisation = things.find((thing) => thing.types.some((type) => /organization$/i.test(type)))?.name ?? '';
  const named = [
    metaValue(meta, 'og:site_name'),
    site,
    publisher,
    metaValue(meta, 'application-name', 'apple-mobile-web-app-title', 'al:ios:app_name'),
    organisation,
  ];
  return named.filter((name) => name !== '' && name.length <= 120 && !/^https?:/i.test(name));
}

/** The part of a host that people would call the site: "spiegel" of `www.spiegel.de`. */
function hostWord(address: string): string {
  const labels = URL.canParse(address) ? new URL(address).hostname.split('.') : [];
  const main = labels.filter((label) => label !== 'www').slice(0, -1);
  while (main.length > 1 && (main.at(-1) ?? '').length <= 3) main.pop();
  return main.at(-1) ?? labels[0] ?? '';
}

/** True if `text` is one of the site's names or only says its host. */
export function isSiteName(text: string, names: readonly string[], address: string): boolean {
  const bare = squeeze(text).replace(/(com|org|net|de|at|ch)$/, '');
  if (bare.length < 2) return false;
  const host = squeeze(hostWord(address));
  if (bare === host || (bare.length >= 4 && host.includes(bare)) || (host.length >= 4 && bare.includes(host)))
    return true;
  return names.some((name) => {
    const known = squeeze(name);
    return (
      known === squeeze(text) ||
      (bare.length >= 4 && known.includes(bare)) ||
      (known.length >= 4 && bare.includes(known))
    );
  });
}
