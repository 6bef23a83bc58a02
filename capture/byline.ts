/** Who wrote the page: linked data, meta tags, microdata, and lines near the title. */
import type { Evidence } from './evidence.ts';
import { isArticle } from './json-ld.ts';
import type { MainText } from './main-text.ts';
import { namesIn, nameTraits } from './names.ts';
import { shownNames } from './shown-names.ts';
import { isSiteName } from './site-name.ts';
import type { Title } from './title.ts';
import { type Candidate, type Group, sameWords, weigh } from './weigh.ts';
import { BYLINE } from './weights.ts';

/** Candidates hold several names, divided by this. */
const AND = '\n';

/** Meta names that hold authors, and the trait each of them gives. */
const META: Readonly<Record<string, string>> = {
  author: 'meta author',
  'parsely-author': 'meta analytics author',
  'sailthru.author': 'meta analytics author',
  'cxenseparse:author': 'meta analytics author',
  'dc.creator': 'meta creator',
  'dcterms.creator': 'meta creator',
  'dc.contributor': 'meta creator',
  citation_author: 'meta citation author',
  byl: 'meta other author',
  byline: 'meta other author',
  articleauthor: 'meta other author',
  article_author: 'meta other author',
  authors: 'meta other author',
  'author.name': 'meta other author',
  'shareaholic:article_author_name': 'meta other author',
  'article:author': 'meta article:author',
  'article:author_name': 'meta article:author',
  'og:article:author': 'meta article:author',
  'book:author': 'meta article:author',
};

/** The names of the writers in the page's order, and where they were read. */
export function readByline(
  evidence: Evidence,
  title: Title,
  main: MainText,
  names: readonly string[],
): { names: string[]; from: string } {
  const best = weighBylines(evidence, title, main, names)[0];
  if (best === undefined || best.support < NONE) return { names: [], from: '' };
  return { names: best.value.split(AND), from: best.from };
}

/** A byline less likely than this is none. */
const NONE = -99;

/** All bylines that the page may have, heaviest first. */
export function weighBylines(evidence: Evidence, title: Title, main: MainText, names: readonly string[]): Group[] {
  const { address } = evidence.page;
  const lists = [...linkedNames(evidence), ...metaNames(evidence), ...shownNames(evidence, title, main)];
  const candidates = lists
    .filter((list) => list.names.length > 0)
    .map((list): Candidate => {
      const kept = [...new Set(list.names)].slice(0, 10);
      const isSite = kept.every((name) => isSiteName(name, names, address));
      const known = isSite && kept.every((name) => names.some((own) => sameWords(own) === sameWords(name)));
      const own = known ? 'the site' : 'like the site';
      // However often a site names itself, it is the writer only where nobody else is.
      const traits = isSite
        ? [own, /^(?:ld|meta)/.test(list.traits[0] ?? '') ? `${own}, stated` : `${own}, shown`, ...nameTraits(kept)]
        : [...list.traits, ...nameTraits(kept)];
      return { value: kept.join(AND), from: list.from, traits };
    });
  const groups = weigh(candidates, BYLINE, nameKey);
  return related(groups);
}

const nameKey = (value: string): string => sameWords(value).split(' ').sort().join(' ');

/** Says of each byline whether it is a part of another one or holds it, and weighs that too. */
function related(groups: readonly Group[]): Group[] {
  const words = groups.map(({ value }) => new Set(sameWords(value).split(' ')));
  return groups
    .map((group, at) => {
      const own = words[at] ?? new Set();
      const traits = [...group.traits];
      if (words.some((other, index) => index !== at && other.size > own.size && own.isSubsetOf(other)))
        traits.push('part of another');
      if (words.some((other, index) => index !== at && other.size < own.size && other.isSubsetOf(own)))
        traits.push('holds another');
      const support = traits.reduce((sum, trait) => sum + (BYLINE[trait] ?? 0), 0);
      return { ...group, traits, support };
    })
    .sort((a, b) => b.support - a.support);
}

export type NameList = { names: string[]; from: string; traits: string[] };

function linkedNames({ things }: Evidence): NameList[] {
  const found: NameList[] = [];
  let articles = 0;
  for (const thing of things) {
    if (thing.authors.length === 0 || found.length > 5) continue;
    const trait = isArticle(thing) ? (articles === 0 ? 'ld article author' : 'ld another author') : 'ld thing author';
    if (isArticle(thing)) articles += 1;
    found.push({ names: thing.authors.flatMap(namesIn), from: 'json-ld author', traits: [trait] });
  }
  return found;
}

function metaNames({ meta }: Evidence): NameList[] {
  const found: NameList[] = [];
  for (const [name, all] of meta.values) {
    const label = name === 'twitter:data1' ? meta.values.get('twitter:label1')?.[0] : undefined;
    const trait =
      META[name] ?? (label !== undefined && /by|von|author|autor|par/i.test(label) ? 'meta twitter author' : undefined);
    if (trait === undefined) continue;
    const values = all
      .filter((value) => !/^(?:https?:|www\.)/i.test(value))
      .map((value) => (/citation_author|creator/.test(name) ? inOrder(value) : value));
    found.push({ names: values.flatMap(namesIn), from: `meta ${name}`, traits: [trait] });
  }
  return found;
}

/** "Example, Anna" → "Anna Example", as library catalogues write names. */
const inOrder = (name: string): string => name.replace(/^\s*([^,;]{2,40}),\s*([^,;]{1,40})$/, '$2 $1');
