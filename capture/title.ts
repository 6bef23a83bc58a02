/** The page's title: headings, linked data and meta tags, weighed by how they agree. */
import type { Evidence } from './evidence.ts';
import { type Heading, shownTitles } from './headings.ts';
import { isArticle } from './json-ld.ts';
import { wordsOf } from './letters.ts';
import { metaValue } from './meta.ts';
import { textIn } from './page.ts';
import { parsedUrl } from './parsed-url.ts';
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
/** What divides a title from a site's name: a sign between spaces, a bar, a colon; between Chinese signs a dash too. */
const SEPARATOR =
  /\s+[|·•»«›>–—~│_-]+\s+|\s*(?:[|»›—｜│]|::)\s*|:\s+|(?<=[\u3040-\u9fff？！。」）])[-_]+(?=[\u3040-\u9fff])/g;

/** Decides the title; `names` are the site's own names, which are no part of it. */
export function readTitle(evidence: Evidence, names: readonly string[]): Title {
  const { groups, headings } = weighTitles(evidence, names);
  const best = groups[0];
  if (best === undefined) return { value: '', from: '', node: null };
  const words = sameWords(best.value);
  const shown = headings.find(({ value }) => sameWords(value) === words) ?? headings[0];
  return { value: best.value, from: best.from, node: shown?.node ?? null };
}

/** All titles that the page may have, heaviest first, and its headings. */
export function weighTitles(evidence: Evidence, names: readonly string[]): { groups: Group[]; headings: Heading[] } {
  const { address } = evidence.page;
  const stated = [...linkedTitles(evidence), ...metaTitles(evidence, names)];
  const headings = shownTitles(
    evidence,
    stated.map(({ value }) => value),
  );
  const slug = slugWords(address);
  const candidates = [...headings, ...stated].map((candidate) => ({
    ...candidate,
    traits: [...candidate.traits, ...ownTraits(candidate.value, slug, names, address)],
  }));
  return { groups: weigh(candidates, TITLE), headings };
}

/** What a title says of itself, wherever it was read. */
function ownTraits(value: string, slug: readonly string[], names: readonly string[], address: string): string[] {
  const traits: string[] = [];
  if (isSiteName(value, names, address)) traits.push('site name');
  if (!sameWords(value).includes(' ') && value.length < 20) traits.push('one word');
  if (slug.length > 2) {
    const words = new Set(wordsOf(ascii(value)));
    const shared = slug.filter((word) => words.has(word)).length / slug.length;
    traits.push(shared >= 0.9 ? 'slug all' : shared >= 0.6 ? 'slug most' : shared < 0.2 ? 'slug none' : 'slug some');
  }
  return traits;
}

/** Lower-case letters without marks, as addresses spell words: "Eröffnet" → "eroeffnet". */
function ascii(text: string): string {
  // Composed: some systems write letter and mark as two signs.
  const bare = text.slice(0, 500).normalize('NFC').toLowerCase().replaceAll('ß', 'ss');
  // Most titles have no letters with marks: two patterns less for a page to wait for.
  if (bare.normalize('NFD') === bare) return bare;
  return bare
    .replace(/[äöü]/g, '$&e')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '');
}

/** The longer words in the last part of the address that has some: "/2026/neue-halle-eroeffnet.html". */
function slugWords(address: string): string[] {
  const path = parsedUrl(address)?.pathname.slice(0, 500).toLowerCase() ?? '';
  const parts = path
    .split('/')
    .map((part) => (part.includes('.') ? part.replace(/\.\w{2,5}$/, '') : part).match(/[a-z]{3,}/g) ?? []);
  return parts.findLast((words) => words.length > 2) ?? [];
}

const SUBJECT = new Set(
  'Product Recipe Event Question QAPage SoftwareApplication Course JobPosting VideoObject Movie Book'.split(' '),
);

function linkedTitles({ things }: Evidence): Candidate[] {
  return things.slice(0, 12).flatMap((thing, at) => {
    const kind = isArticle(thing) ? (at === 0 ? 'article' : 'another') : 'thing';
    const found = [{ value: thing.headline, from: 'json-ld headline', traits: [`ld ${kind} headline`] }];
    if (kind !== 'thing' || thing.types.some((type) => SUBJECT.has(type))) {
      found.push({ value: thing.name, from: 'json-ld name', traits: [`ld ${kind} name`] });
    }
    return found.filter(({ value }) => value !== '');
  });
}

function metaTitles({ page, meta, marks }: Evidence, names: readonly string[]): Candidate[] {
  const tag = marks.head.find((index) => page.nodes[index]?.tag === 'title') ?? -1;
  const other = metaValue(meta, 'citation_title', 'parsely-title', 'sailthru.title', 'dc.title', 'title');
  const sources = [
    { from: 'meta og:title', name: 'og', title: metaValue(meta, 'og:title') },
    { from: 'title', name: 'tag', title: textIn(page, tag, MAX_TITLE) },
    { from: 'meta twitter:title', name: 'meta', title: metaValue(meta, 'twitter:title') },
    { from: 'meta title', name: 'meta', title: other },
  ];
  return sources.flatMap(({ from, name, title }) =>
    titleParts(title.slice(0, MAX_TITLE), names, page.address).map(({ value, trait }) => ({
      value,
      from,
      traits: [name === 'meta' ? name : `${name} ${trait}`],
    })),
  );
}

/** A title with and without what may be the site's name at either end. */
function titleParts(title: string, names: readonly string[], address: string): { value: string; trait: string }[] {
  if (title === '') return [];
  const cuts = [...title.slice(0, 1_000).matchAll(SEPARATOR)].slice(0, 12);
  const parts: { value: string; trait: string }[] = [];
  let kind = cuts.length === 0 ? 'whole' : 'with parts';
  const add = (part: string, rest: string, trait: string): void => {
    const value = part.trim();
    const isSite = isSiteName(rest, names, address);
    if (isSite) kind = 'with site';
    if (value !== '') parts.push({ value, trait: isSite ? `${trait.slice(0, trait.indexOf(' '))} site` : trait });
  };
  for (const { index, 0: sign } of cuts) {
    const name =
      sign.startsWith(':') && !sign.startsWith('::')
        ? 'colon'
        : ['-', '–', '—'].some((dash) => sign.includes(dash))
          ? 'dash'
          : 'bar';
    const before = title.slice(0, index);
    const after = title.slice(index + sign.length);
    add(before, after, `before ${name}`);
    add(after, before, `after ${name}`);
  }
  return [{ value: title, trait: kind }, ...parts];
}
