/** Prints how good the suggestion of similar topics is, on both halves, beside what everybody would try first. */
import { measure } from './figures.ts';

const NAMES = { ours: 'Clipdesk', tfIdf: 'TF-IDF cosine', jaccard: 'title words' } as const;
const halves = process.argv[2] === 'open' ? (['open'] as const) : (['open', 'sealed'] as const);

for (const half of halves) {
  const figures = measure(half);
  for (const key of ['ours', 'tfIdf', 'jaccard'] as const) {
    const rounded = Object.entries(figures[key]).map(([name, value]) => [name, Number(value.toFixed(3))]);
    console.log(JSON.stringify({ half, rule: NAMES[key], ...Object.fromEntries(rounded) }));
  }
}
