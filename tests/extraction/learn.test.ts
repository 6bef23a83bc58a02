import { describe, expect, it } from 'vitest';
import { learnFew, type Sample, shareRight } from './learn.ts';

const page = (site: string, ...groups: [string, boolean][]): Sample => ({
  site,
  groups: groups.map(([traits, ok]) => ({ traits: traits.split(','), ok })),
});

describe('learned weights', () => {
  const samples = Array.from({ length: 40 }, (_, at) =>
    page(
      `site ${at}`,
      ['heading,noise', true],
      ['title tag', false],
      [at % 2 === 0 ? 'noise' : 'title tag,noise', false],
    ),
  );

  it('make the right candidates the heaviest', () => {
    const weights = learnFew(samples);
    expect(shareRight(samples, weights)).toBe(1);
    expect(weights.heading).toBeGreaterThan(weights['title tag'] ?? 0);
  });

  it('are the same for the same pages', () => {
    expect(learnFew(samples)).toEqual(learnFew(samples));
  });
});
