/** What the site calls itself. */
import type { Evidence } from './evidence.ts';
import { isArticle } from './json-ld.ts';
import { metaValue } from './meta.ts';
import { textIn } from './page.ts';
import { parsedUrl } from './parsed-url.ts';
import { sameWords } from './weigh.ts';

/** A name without what two spellings of it differ in. */
const squeeze = (text: string): string => sameWords(text).replaceAll(' ', '');

type Named = { value: string; from: string };

/** Every name of the site that the page gives, the most deliberate first. May hold several spellings; templates that nobody filled are none. */
export function siteNames({ meta, things }: Evidence): Named[] {
  const publisher = things.find((thing) => isArticle(thing) && thing.publisher !== '')?.publisher ?? '';
  const site = things.find((thing) => thing.types.includes('WebSite') && thing.name !== '')?.name ?? '';
  const organisation = things.find((thing) => thing.types.some((type) => /organization$/i.test(type)))?.name ?? '';
  const named = [
    { value: metaValue(meta, 'og:site_name'), from: 'meta og:site_name' },
    { value: site, from: 'json-ld WebSite' },
    { value: publisher, from: 'json-ld publisher' },
    {
      value: metaValue(
        meta,
        'application-name',
        'apple-mobile-web-app-title',
        'al:ios:app_name',
        'citation_journal_title',
        'dc.publisher',
      ),
      from: 'meta application-name',
    },
    { value: organisation, from: 'json-ld Organization' },
  ];
  return named.filter(({ value }) => value !== '' && value.length <= 120 && !/^https?:|\{\{/i.test(value));
}

/**
 * The one name to show. A name with a claim or a legal form behind it gives way to the same name
 * without: "Courier Inc", "courier.com" and "Courier – all the news" to "Courier" or "The Courier".
 */
export function readSiteName(evidence: Evidence, names: readonly Named[], title: string): Named | null {
  const [first] = names;
  if (first === undefined) return titleRemnant(evidence, title);
  const whole = squeeze(first.value);
  const shorter = names.find(({ value }) => {
    const bare = squeeze(value).replace(/^the/, '');
    return (
      bare.length >= 3 &&
      bare.length < whole.length &&
      whole.startsWith(bare) &&
      / [-–—|·] |\.\w{2,3}$| (?:inc|gmbh|ag|llc|ltd|co)\.?$/i.test(first.value)
    );
  });
  return shorter ?? first;
}

const ENDS = /\s+[|·•»«–—-]\s+|\s*[|»｜]\s*/u;

/** "Courier" of `<title>A line of their own | Courier</title>`, where the rest of it is the page's title. */
function titleRemnant({ page, marks }: Evidence, title: string): Named | null {
  const tag = marks.head.find((index) => page.nodes[index]?.tag === 'title');
  const whole = tag === undefined ? '' : textIn(page, tag, 500);
  if (title === '' || whole.length <= title.length) return null;
  const at = whole.toLowerCase().indexOf(title.toLowerCase());
  if (at === -1) return null;
  const rest = at === 0 ? whole.slice(title.length) : whole.slice(0, at);
  const parts = rest
    .split(ENDS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const name = (at === 0 ? parts.at(-1) : parts[0]) ?? '';
  return ENDS.test(rest) && name.length >= 2 && name.length <= 60 ? { value: name, from: 'title' } : null;
}

/** The part of a host that people would call the site: "spiegel" of `www.spiegel.de`. */
function hostWord(address: string): string {
  const labels = parsedUrl(address)?.hostname.split('.') ?? [];
  const main = labels.filter((label) => label !== 'www').slice(0, -1);
  while (main.length > 1 && (main.at(-1) ?? '').length <= 3) main.pop();
  return main.at(-1) ?? labels[0] ?? '';
}

/** A page asks for one address only, dozens of times. */
let hostAsked = '';
let hostKnown = '';

/** True if `text` is one of the site's names or only says its host. */
export function isSiteName(text: string, names: readonly string[], address: string): boolean {
  const bare = squeeze(text).replace(/(com|org|net|de|at|ch)$/, '');
  if (bare.length < 2) return false;
  if (address !== hostAsked) {
    hostAsked = address;
    hostKnown = squeeze(hostWord(address));
  }
  const host = hostKnown;
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
