import { describe, expect, it } from 'vitest';
import { labelLength } from '../../capture/writer-label.ts';

describe('the label before the names of writers', () => {
  it.each([
    ['von anna', 'von '],
    ['  (by: anna', '  (by: '],
    ['written by anna', 'written by '],
    ['ein kommentar von anna', 'ein kommentar von '],
    ['text: von anna', 'text: '],
    ['story by : anna', 'story by : '],
    ['著者：anna', '著者：'],
    ['about the author anna', 'about the author '],
    ['autorin/autor anna', 'autorin/autor '],
  ])('of "%s" is "%s"', (line, label) => {
    expect(line.slice(0, labelLength(line))).toBe(label);
  });

  it.each(['anna', 'vonderau anna', 'by', 'written anna', 'written', ''])('is not in "%s"', (line) => {
    expect(labelLength(line)).toBe(0);
  });

  it('is looked for at the beginning only, however long the line is', () => {
    expect(labelLength(`${' '.repeat(100_000)}by anna`)).toBe(100_003);
    expect(labelLength(`${'x '.repeat(100_000)}by anna`)).toBe(0);
  });
});
