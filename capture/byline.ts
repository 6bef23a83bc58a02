/** Who wrote the page: linked data, meta tags, microdata, and lines near the title. */
import type { Evidence } from './evidence.ts';
import { isArticle } from './json-ld.ts';
import type { MainText } from './main-text.ts';
import { metaValue } from './meta.ts';
import { isPerson, namesIn } from './names.ts';
import { shownNames } from './shown-names.ts';
import { isSiteName } from './site-name.ts';
import type { Title } from './title.ts';
import { type Candidate, type Group, sameWords, weigh } from './weigh.ts';
import { BYLINE } from './weights.ts';

/** Candidates hold several names, divided by this. */
const AND = '\n';

/** Names of meta tags that hold authors. Asked only of the few that have a word of them. */
const META = /(?:^|[.:_-])(?:article_?)?(?:authors?(?:[._-]?name)?|creator|byl(?:ine)?)$/;
const isAuthors = (name: string): boolean =>
  name === 'author' ||
  ((name.includes('author') || name.includes('creator') || name.includes('byl')) && META.test(name));

/** The names of the writers in the page's order, and where they were read. */
export function* readByline(
  evidence: Evidence,
  title: Title,
  main: MainText,
  names: readonly string[],
): Generator<void, { names: string[]; from: string }> {
  const [best] = yield* weighBylines(evidence, title, main, names);
  if (best === undefined || best.support < NONE) return { names: [], from: '' };
  return { names: best.value.split(AND), from: best.from };
}

/** A byline lighter than this is none: of the labelled pages not one of these was right. */
export const NONE = 0;

/** All bylines that the page may have, heaviest first. */
export function* weighBylines(
  evidence: Evidence,
  title: Title,
  main: MainText,
  names: readonly string[],
): Generator<void, Group[]> {
  const { address } = evidence.page;
  const linked = linkedNames(evidence);
  const isStated = linked.some(
    ({ names, traits }) => traits[0] === 'ld article' && isPerson(names[0]) && names.every(isPerson),
  );
  const shown = yield* shownNames(evidence, title, main, isStated);
  const lists = [...linked, ...metaNames(evidence), ...shown];
  const candidates = lists
    .filter((list) => list.names.length > 0)
    .flatMap((list): Candidate[] => {
      const kept = [...new Set(list.names)].slice(0, 10);
      const isSite = kept.every((name) => isSiteName(name, names, address));
      // Headers and footers name the site and not a writer.
      if (isSite && list.traits[0]?.startsWith('line is') === true && list.traits.includes('shown aside')) return [];
      const known = isSite && kept.every((name) => names.some((own) => sameWords(own) === sameWords(name)));
      // However often a site names itself, it is the writer only where nobody else is.
      const traits = isSite ? [known ? 'the site' : 'like the site'] : list.traits;
      return [
        { value: kept.join(AND), from: list.from, traits: isPerson(kept[0]) ? traits : [...traits, 'no person'] },
      ];
    });
  return weigh(candidates, BYLINE, nameKey);
}

const nameKey = (value: string): string => sameWords(value).split(' ').sort().join(' ');

export type NameList = { names: string[]; from: string; traits: string[] };

function linkedNames({ things }: Evidence): NameList[] {
  const found: NameList[] = [];
  for (const [at, thing] of things.entries()) {
    if (thing.authors.length === 0 || found.length > 5) continue;
    const trait = isArticle(thing) ? (at === 0 ? 'ld article' : 'ld another') : 'ld thing';
    found.push({ names: thing.authors.flatMap(namesIn), from: 'json-ld author', traits: [trait] });
  }
  return found;
}

function metaNames({ meta }: Evidence): NameList[] {
  const found: NameList[] = [];
  const label = metaValue(meta, 'twitter:label1');
  for (const [name, all] of meta.values) {
    const isLabelled = name === 'twitter:data1' && /\b(?:by|von|author|autor|par|verfasst)\b/i.test(label);
    if (!isLabelled && (!isAuthors(name) || name === 'twitter:creator')) continue;
    const trait = isLabelled ? 'meta twitter' : name === 'author' ? 'meta author' : 'meta other';
    const values = all
      .filter((value) => !/^(?:https?:|www\.)/i.test(value))
      .map((value) => (/citation_author|creator/.test(name) ? inOrder(value) : value));
    found.push({ names: values.flatMap(namesIn), from: `meta ${name}`, traits: [trait] });
  }
  return found;
}

/** "Example, Anna" → "Anna Example", as library catalogues write names. */
const inOrder = (name: string): string => name.replace(/^\s*([^,;]{2,40}),\s*([^,;]{1,40})$/, '$2 $1');
