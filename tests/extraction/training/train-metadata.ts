/**
 * Learns what traits of titles, bylines and dates are worth from labelled pages and writes
 * capture/weights.ts. Before that it says how many are right on sites that nothing was learned from. The same
 * pages give the same file. Sets whose labels are another extractor's output are left out.
 *
 * Usage: npm run train:metadata -- --pages DIR --walked DIR [--set a] [--folds 5] [--try]
 * `walked` is what walk-pages.ts made of the same pages; `--try` writes nothing.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { NONE, weighBylines } from '../../../capture/byline.ts';
import { dateCandidates, weighDates } from '../../../capture/dates.ts';
import { gatherEvidence } from '../../../capture/evidence.ts';
import { readLanguage } from '../../../capture/language.ts';
import { readMainText } from '../../../capture/main-text.ts';
import type { Page } from '../../../capture/page.ts';
import { siteNames } from '../../../capture/site-name.ts';
import { readTitle, weighTitles } from '../../../capture/title.ts';
import type { Group } from '../../../capture/weigh.ts';
import { judgeField } from '../../bench/capture/field-measures.ts';
import { isIndependent, listPages } from '../../bench/capture/labelled-pages.ts';
import { countRight, countRightOnOtherSites, learn, type Sample } from './trait-weights.ts';
import { finish, siteOf, walkedPage } from './walked-pages.ts';
import { weightsSource } from './weights-source.ts';

const FIELDS = ['title', 'byline', 'published'] as const;
type Field = (typeof FIELDS)[number];

/** Traits that tell less are left out. Fewer cost nothing but of titles, where many small ones add up. */
const TELLING: Readonly<Record<Field, number>> = { title: 0.3, byline: 0.7, published: 0.7 };

/** What capture would choose from; of dates and bylines, with the title that it would read. */
function groupsOf(page: Page): Record<Field, Group[]> {
  const evidence = finish(gatherEvidence(page));
  const names = siteNames(evidence).map(({ value }) => value);
  const title = readTitle(evidence, names);
  const main = finish(readMainText(evidence, title));
  const lang = readLanguage(evidence, main.paragraphs)?.value ?? '';
  return {
    title: weighTitles(evidence, names).groups,
    byline: finish(weighBylines(evidence, title, main, names)),
    published: weighDates(finish(dateCandidates(evidence, title, lang))),
  };
}

function sampleOf(site: string, field: Field, truth: string | string[], groups: readonly Group[]): Sample {
  const choices = groups.map(({ value, traits }) => {
    const verdict = judgeField(field, truth, value.replaceAll('\n', ', '));
    return { traits, strict: verdict?.strict === true, lenient: verdict?.lenient === true };
  });
  // A byline with a word too many is right, but not to be learned from where the page has it without.
  const isAnyExact = field !== 'byline' || choices.some(({ strict }) => strict);
  return {
    site,
    choices: choices.map(({ traits, strict, lenient }) => ({
      traits,
      right: field === 'byline' ? lenient : strict,
      wanted: isAnyExact ? strict : lenient,
    })),
  };
}

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    walked: { type: 'string' },
    set: { type: 'string' },
    folds: { type: 'string', default: '5' },
    try: { type: 'boolean', default: false },
  },
});
if (values.pages === undefined || values.walked === undefined) {
  throw new Error('usage: npm run train:metadata -- --pages DIR --walked DIR [--set a] [--folds 5] [--try]');
}
const samples: Record<Field, Sample[]> = { title: [], byline: [], published: [] };
for (const { set, id, labels } of listPages(values.pages, { set: values.set }).filter(isIndependent)) {
  const wanted = FIELDS.filter((field) => judgeField(field, labels[field], '') !== null);
  const page = wanted.length === 0 ? undefined : walkedPage(values.walked, set, id);
  if (page === undefined) continue;
  const groups = groupsOf(page);
  for (const field of wanted) {
    samples[field].push(sampleOf(siteOf(labels.url ?? '') || id, field, labels[field] ?? '', groups[field]));
  }
}
const share = (count: number, some: readonly Sample[]): string => (count / Math.max(1, some.length)).toFixed(4);
const learned = FIELDS.map((field) => {
  const some = samples[field];
  const least = field === 'byline' ? NONE : undefined;
  const weights = learn(some, TELLING[field]);
  const other = countRightOnOtherSites(some, TELLING[field], Number(values.folds), least);
  const own = countRight(some, weights, least);
  const most = some.filter(({ choices }) => choices.some(({ right }) => right)).length;
  console.log(
    `${field.padEnd(10)} right on sites not seen ${share(other, some)}, on its own pages ${share(own, some)}, ` +
      `with a right candidate ${share(most, some)}, pages ${some.length}, traits ${Object.keys(weights).length}`,
  );
  return weights;
});
if (!values.try) {
  const [title = {}, byline = {}, published = {}] = learned;
  const file = fileURLToPath(new URL('../../../capture/weights.ts', import.meta.url));
  writeFileSync(file, weightsSource({ TITLE: title, BYLINE: byline, PUBLISHED: published }));
}
