/** Prints how often the preselection is right, on both halves, beside what everybody would try first. */
import { measure } from './figures.ts';

const halves = process.argv[2] === 'open' ? (['open'] as const) : (['open', 'held'] as const);

for (const half of halves) {
  for (const [rule, figures] of Object.entries(measure(half))) {
    const rounded = Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(3))]);
    console.log(JSON.stringify({ half, rule, ...Object.fromEntries(rounded) }));
  }
}
