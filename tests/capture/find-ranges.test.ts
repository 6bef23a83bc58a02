// @vitest-environment happy-dom
import { expect, it } from 'vitest';
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
