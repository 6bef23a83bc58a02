/**
 * `npm run measure:rules`: precision and recall of markings, by level, and of personal data, by kind, on both halves of
 * the labelled pages; `-- open` only on the half that is looked at while working, with the pages that differ.
 */
import { figuresOf } from './figures.ts';
import { type Half, readPages } from './read-pages.ts';

const onlyOpen = process.argv[2] === 'open';
const halves: readonly Half[] = onlyOpen ? ['open'] : ['open', 'held'];

for (const half of halves) {
  const { figures, differing } = figuresOf(await readPages(half));
  for (const { precision, recall, ...counts } of figures)
    console.log(
      JSON.stringify({ half, ...counts, precision: Number(precision.toFixed(3)), recall: Number(recall.toFixed(3)) }),
    );
  if (onlyOpen) for (const page of differing) console.log(JSON.stringify(page));
}
