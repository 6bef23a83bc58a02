/** The page's title: headings, linked data and meta tags, weighed by how they agree. */
import type { Evidence } from './evidence.ts';
import { shownTitles } from './headings.ts';
import { isArticle } from './json-ld.ts';
import { textIn } from './page.ts';
import { isSiteName } from './site-name.ts';
import { type Candidate, type Group, sameWords, weigh } from './weigh.ts';
import { TITLE } from './weights.ts';

export type Title = {
  value: string;
  /** Where it was read. */
  from: string;
  /** The heading that shows it, as an index of `Page.nodes`; null if the page does not show it. */
  node: number | null;
};

const MAX_TITLE = 2_000;
const SEPARATOR =
  /\s+[|·•»«›>–—~│¦_-]+\s+|\s*(?:\||::|»|›|—|｜|│)\s*|:\s+|(?<=[\u3040-\u9fff？！。」）])[-_]+(?=[\u3040-\u9fff])/gu;

/** Decides the title; `names` are the site's own names, which are no part of it. */
export function readTitle(evidence: Evidence, names: readonly string[]): Title {
  const { groups, headings } = weighTitles(evidence, names);
  const best = groups[0];
  if (best === undefined) return { value: '', from: '', node: null };
  const words = sameWords(best.value);
  const shown = headings.find(({ value }) => sameWords(value) === words) ?? headings[0];
  return { value: best.value, from: best.from, node: shown?.node ?? null };
}

/** All titles that the page may have, heaviest first. */
export function weighTitles(
  evidence: Evidence,
  names: readonly string[],
): { groups: Group[]; headings: { value: string; node: number }[] } {
  const { address } = evidence.page;
  const stated = [...linkedTitles(evidence), ...metaTitles(evidence, names)].filter(
    ({ value }) => value.length <= MAX_TITLE,
  );
  const headings = shownTitles(
    evidence,
    stated.map(({ value }) => value),
  );
  const slug = slugWords(address);
  const candidates = [...headings, ...stated].map((candidate) => ({
    ...candidate,
    traits: [...candidate.traits, ...ownTraits(candidate.value, slug, names, address)],
  }));
  const groups = weigh(candidates, TITLE, sameWords, (traits) => [`agree ${Math.min(4, sourcesOf(traits).size)}`]);
  return { groups, headings };
}

/** The sources that say the same, as the first words of their traits name them. */
const sourcesOf = (traits: Iterable<string>): Set<string> => {
  const sources = new Set<string>();
  for (const trait of traits) {
    const [source = ''] = trait.split(' ', 1);
    if (SOURCES.has(source)) sources.add(source);
  }
  return sources;
};
const SOURCES = new Set(['og', 'twitter', 'tag', 'ld', 'meta', 'h1', 'heading']);

/** What a title says of itself, wherever it was read. */
function ownTraits(value: string, slug: readonly string[], names: readonly string[], address: string): string[] {
  const words = sameWords(value).split(' ');
  const traits: string[] = [];
  if (isSiteName(value, names, address)) traits.push('site name');
  if (words.length === 1 && value.length < 20) traits.push('one word');
  if (words.length > 25) traits.push('long');
  if (/(?:…|\.\.\.)$/.test(value)) traits.push('unfinished');
  if (slug.length > 2) {
    const folded = new Set(sameWords(fold(value)).split(' '));
    const shared = slug.filter((word) => folded.has(word)).length / slug.length;
    if (shared >= 0.9) traits.push('slug all');
    else if (shared >= 0.6) traits.push('slug most');
    else if (shared < 0.2) traits.push('slug none');
  }
  return traits;
}

const fold = (text: string): string =>
  text
    .slice(0, 500)
    .replace(/ä/gi, 'ae')
    .replace(/ö/gi, 'oe')
    .replace(/ü/gi, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');

/** The longer words in the last part of the address that has some: "/2026/neue-halle-eroeffnet.html". */
function slugWords(address: string): string[] {
  const path = URL.canParse(address) ? new URL(address).pathname : '';
  const parts = path
    .slice(0, 500)
    .split('/')
    .map(
      (part) =>
        part
          .replace(/\.\w{2,5}$/, '')
          .toLowerCase()
          .match(/[a-z]{3,}/g) ?? [],
    );
  return parts.findLast((words) => words.length > 2) ?? [];
}

function linkedTitles({ things }: Evidence): Candidate[] {
  let articles = 0;
  return things.slice(0, 12).flatMap((thing) => {
    const found: Candidate[] = [];
    const article = isArticle(thing);
    const trait = article ? (articles === 0 ? 'ld article' : 'ld another article') : 'ld thing';
    if (article) articles += 1;
    if (thing.headline !== '')
      found.push({ value: thing.headline, from: 'json-ld headline', traits: [`${trait} headline`] });
    if (thing.name !== '') {
      const type = thing.types.find((one) =>
        /^(?:WebPage|Product|Recipe|Event|Question|QAPage|SoftwareApplication|Course|JobPosting|VideoObject|Movie|Book)$/.test(
          one,
        ),
      );
      if (article) found.push({ value: thing.name, from: 'json-ld name', traits: [`${trait} name`] });
      else if (type !== undefined)
        found.push({
          value: thing.name,
          from: 'json-ld name',
          traits: [type === 'WebPage' ? 'ld page name' : 'ld thing name'],
        });
    }
    return found;
  });
}

function metaTitles({ page, meta, marks }: Evidence, names: readonly string[]): Candidate[] {
  const found: Candidate[] = [];
  const tag = marks.head.find((index) => page.nodes[index]?.tag === 'title');
  const sources = [
    { from: 'meta og:title', name: 'og', value: meta.values.get('og:title')?.[0] },
    { from: 'meta twitter:title', name: 'twitter', value: meta.values.get('twitter:title')?.[0] },
    {
      from: 'meta title',
      name: 'meta',
      value: (meta.values.get('citation_title') ??
        meta.values.get('parsely-title') ??
        meta.values.get('sailthru.title') ??
        meta.values.get('dc.title') ??
        meta.values.get('title'))?.[0],
    },
    { from: 'title', name: 'tag', value: tag === undefined ? undefined : textIn(page, tag, MAX_TITLE) },
  ];
  for (const { from, name, value } of sources) {
    if (value === undefined || value === '') continue;
    for (const part of titleParts(value, names, page.address))
      found.push({
        value: part.value,
        from,
        traits: part.traits.map((trait) => (name === 'og' || name === 'tag' ? `${name} ${trait}` : name)),
      });
  }
  return found;
}

/** A title with and without what may be the site's name at either end. */
export function titleParts(
  title: string,
  names: readonly string[],
  address: string,
): { value: string; traits: string[] }[] {
  const cuts = [...title.slice(0, 1_000).matchAll(SEPARATOR)].slice(0, 12);
  const whole = { value: title, traits: [cuts.length === 0 ? 'whole' : 'whole with parts'] };
  const parts = [whole];
  const add = (part: string, rest: string, end: string, separator: string): void => {
    const value = part.trim();
    if (value === '') return;
    const site = isSiteName(rest, names, address);
    if (site) whole.traits = ['whole with site'];
    const kind = site ? 'site' : /^:\s/.test(separator) ? 'colon' : /[-–—]/.test(separator) ? 'dash' : 'bar';
    parts.push({ value, traits: [`${end} ${kind}`] });
  };
  for (const cut of cuts) add(title.slice(0, cut.index), title.slice(cut.index + cut[0].length), 'before', cut[0]);
  for (const cut of cuts) add(title.slice(cut.index + cut[0].length), title.slice(0, cut.index), 'after', cut[0]);
  return parts;
}
