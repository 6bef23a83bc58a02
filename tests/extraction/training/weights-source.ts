/** Learned weights → the source of capture/weights.ts, heaviest first. */
import type { Weights } from '../../../capture/weigh.ts';

const DOCS = {
  TITLE: 'Traits of titles: title.ts, headings.ts.',
  BYLINE: 'Traits of bylines: byline.ts, shown-names.ts, names.ts.',
  PUBLISHED: 'Traits of dates: dates.ts, shown-dates.ts.',
} as const;

export function weightsSource(learned: Readonly<Record<keyof typeof DOCS, Weights>>): string {
  const lists = (Object.keys(DOCS) as (keyof typeof DOCS)[]).map((name) => {
    const lines = Object.entries(learned[name])
      .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([trait, weight]) => `  ${/^[a-z]\w*$/.test(trait) ? trait : `'${trait}'`}: ${weight},\n`);
    return `/** ${DOCS[name]} */\nexport const ${name}: Weights = {\n${lines.join('')}};\n`;
  });
  return `/**
 * What each trait of a candidate is worth: logarithms of odds, so that they add up. Written by
 * tests/extraction/training/train-metadata.ts, which learned them from labelled pages; not by hand. A trait
 * that told nothing is left out.
 */
import type { Weights } from './weigh.ts';

${lists.join('\n')}`;
}
