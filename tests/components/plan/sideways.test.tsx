// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Sideways } from '../../../components/plan/sideways.tsx';

test('what lies beyond the edge is hinted at until one has scrolled there, and can be reached by keyboard', () => {
  render(
    <>
      <h2 id="wide">Calendar</h2>
      <Sideways labelledBy="wide">
        <table />
      </Sideways>
    </>,
  );
  const region = screen.getByRole('region', { name: 'Calendar' });
  const measure = (scrollLeft: number, scrollWidth: number) => {
    for (const [key, value] of Object.entries({ scrollLeft, scrollWidth, clientWidth: 400 }))
      Object.defineProperty(region, key, { value, configurable: true });
    fireEvent.scroll(region);
    return [region.dataset.more, region.tabIndex];
  };
  expect(measure(0, 400)).toEqual(['false', -1]);
  expect(measure(0, 900)).toEqual(['true', 0]);
  expect(measure(499.5, 900)).toEqual(['false', 0]);
});
