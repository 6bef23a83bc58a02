/** Linked data as nobody should write it. */
import type { Random } from './random.ts';

const PROPERTIES = [
  '@type',
  '@id',
  '@graph',
  'headline',
  'name',
  'author',
  'publisher',
  'datePublished',
  'dateModified',
  'image',
  'mainEntity',
  'inLanguage',
  'description',
  '__proto__',
  'constructor',
  'toString',
] as const;

const VALUES = [
  'null',
  'true',
  '0',
  '-1e999',
  '""',
  '"NewsArticle"',
  '"2026-11-22T08:00:00+01:00"',
  '"9999-99-99"',
  '"\\ud800"',
  '"\\u0000"',
  '"javascript:alert(1)"',
  '"http://["',
  '"&#xd800;&#x110000;&amp;amp;"',
  '{"@value":{"@value":1}}',
  '{"@id":"#me"}',
  '[[["Anna"]]]',
] as const;

const repeated = (text: string, count: number): string => text.repeat(count);

function object(random: Random, levels: number): string {
  const members = Array.from({ length: random.below(8) }, () => {
    const isNested = levels > 0 && random.chance(40);
    const value = isNested ? object(random, levels - 1) : random.of(VALUES);
    return `${JSON.stringify(random.of(PROPERTIES))}:${random.chance(20) ? `[${value},${value}]` : value}`;
  });
  return `{${members.join(',')}}`;
}

/** The source of a script: wrong types, deep, huge, cyclic to look at, cut off, no JSON at all. */
export function hostileLinkedData(random: Random): string {
  switch (random.below(7)) {
    case 0:
      return `${repeated('[', 20_000)}1${repeated(']', 20_000)}`;
    case 1:
      return `${repeated('{"author":', 3_000)}"x"${repeated('}', 3_000)}`;
    case 2:
      return `[${repeated('{"@type":"Article","headline":"H"},', 5_000)}{}]`;
    case 3:
      return '{"@graph":[{"@id":"#a","author":{"@id":"#b"}},{"@id":"#b","author":{"@id":"#a"}}]}';
    case 4:
      return `{"@type":"Article","headline":"${repeated('x', 300_000)}","author":${repeated('\n,', 100_000)}}`;
    case 5:
      return object(random, 4).slice(0, random.below(200));
    default:
      return object(random, 4);
  }
}
