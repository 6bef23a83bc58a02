// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { findRanges } from '../../capture/find-ranges.ts';

it('finds texts where they stand, across elements and whatever the white space', () => {
  document.body.innerHTML =
    '<h1>Neue\n Halle</h1><p>Seit <b>Mai</b> offen.</p><script>Seit Mai offen.</script><p>Ende</p>';
  const before = document.body.innerHTML;
  const found = findRanges(document, ['Neue Halle', 'Seit Mai offen.', 'fehlt', '', 'Ende']);
  expect(found.map((range) => range.toString().replace(/\s+/g, ' '))).toEqual([
    'Neue Halle',
    'Seit Mai offen.',
    'Ende',
  ]);
  expect(document.body.innerHTML).toBe(before);
});

it.each([
  ['in the order of the page', (lines: string[]) => lines],
  ['from the last to the first', (lines: string[]) => lines.toReversed()],
])('a long text in one node is walked once for all that is found in it, %s', (_how, order) => {
  const lines = order(Array.from({ length: 300 }, (_, index) => `Zeile ${1_000 + index}`));
  document.body.innerHTML = `<pre>${lines.toSorted().join('\n')}</pre>`;
  const steps = vi.spyOn(RegExp.prototype, 'test');
  const found = findRanges(document, lines);
  const taken = steps.mock.calls.length;
  steps.mockRestore();
  expect(found.map(String)).toEqual(lines);
  expect(taken).toBeLessThan(2 * lines.join('\n').length);
});
