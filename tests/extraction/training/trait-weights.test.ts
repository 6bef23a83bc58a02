import { describe, expect, it } from 'vitest';
import { countRight, countRightOnOtherSites, learn, type Sample } from './trait-weights.ts';

const page = (site: string, ...choices: [string, boolean][]): Sample => ({
  site,
  choices: choices.map(([traits, right]) => ({ traits: traits.split(','), right, wanted: right })),
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

  it('make the right candidates the heaviest, of sites that were not learned from too', () => {
    const weights = learn(samples, 0.3);
    expect(weights.heading).toBeGreaterThan(weights['title tag'] ?? 0);
    expect(countRight(samples, weights)).toBe(40);
    expect(countRightOnOtherSites(samples, 0.3, 5)).toBe(40);
  });

  it('leave out what tells nothing', () => {
    const both = samples.map(({ site, choices }) => ({
      site,
      choices: choices.map((choice) => ({ ...choice, traits: [...choice.traits, 'everywhere'] })),
    }));
    expect(learn(both, 0.3)).not.toHaveProperty('everywhere');
  });

  it('are the same for the same pages in another order', () => {
    expect(Object.keys(learn(samples.toReversed(), 0.3))).toEqual(Object.keys(learn(samples, 0.3)));
    expect(learn(samples, 0.3)).toEqual(learn(samples, 0.3));
  });

  it('answer nothing where no candidate weighs enough', () => {
    expect(countRight(samples, learn(samples, 0.3), 100)).toBe(0);
  });

  it('know nothing of a site by its other pages', () => {
    const ofOneSite = samples.map(({ choices }) => ({ site: 'one', choices: choices.toReversed() }));
    expect(countRightOnOtherSites(ofOneSite, 0.3, 5)).toBe(0);
  });
});
