import { describe, expect, it } from 'vitest';
import { weightsSource } from './weights-source.ts';

describe('the source of learned weights', () => {
  it('holds every trait once, the heaviest first, and keeps order by name', () => {
    const source = weightsSource({ TITLE: { h1: 0.5, 'below kicker': 2, 'agree 2': 0.5 }, BYLINE: {}, PUBLISHED: {} });
    expect(source).toContain(
      "export const TITLE: Weights = {\n  'below kicker': 2,\n  'agree 2': 0.5,\n  h1: 0.5,\n};\n",
    );
  });
});
