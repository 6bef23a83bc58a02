import { describe, expect, it } from 'vitest';
import { namesIn } from '../../capture/names.ts';

describe('names in a byline', () => {
  it.each([
    ['Von Anna Beispiel und Jörg Muster, 22.11.2026', ['Anna Beispiel', 'Jörg Muster']],
    ['By Anna Example | November 22, 2026', ['Anna Example']],
    ['Written by: Anna Example, Paul O’Sample', ['Anna Example', 'Paul O’Sample']],
    ['Ein Kommentar von Anna Beispiel', ['Anna Beispiel']],
    ['Anna Example <anna@example.com>', ['Anna Example']],
    ['著者：山田太郎', ['山田太郎']],
  ])('reads "%s"', (line, names) => {
    expect(namesIn(line)).toEqual(names);
  });

  it.each(['https://example.com/anna', 'admin', '22.11.2026', '12', '', 'View all posts'])(
    'finds nobody in "%s"',
    (line) => {
      expect(namesIn(line)).toEqual([]);
    },
  );
});
