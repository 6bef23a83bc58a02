import { describe, expect, it } from 'vitest';
import { hasDateLabel } from '../../capture/shown-dates.ts';

describe('the beginning of a line that says of which date it is', () => {
  it.each([
    'Stand: 3. Mai 2026',
    ' published 2026',
    'VERÖFFENTLICHT am',
    'zuletzt geändert',
    'last edited',
    '\n\n Datum',
    'Publié le',
  ])('is in "%s"', (line) => {
    expect(hasDateLabel(line)).toBe(true);
  });

  it.each(['', ' ', '2026', 'Lastly, a word', 'The date', 'By Anna', '„Stand“', 'été', `${' '.repeat(40)}date`])(
    'is not in "%s"',
    (line) => {
      expect(hasDateLabel(line)).toBe(false);
    },
  );
});
