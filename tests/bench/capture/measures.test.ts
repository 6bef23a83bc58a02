import { describe, expect, it } from 'vitest';
import { daysOf, judgeField } from './field-measures.ts';
import { shingleCounts, snippetCounts, snippetF1, textScore, wordF1 } from './text-measures.ts';

describe('the measures of the bench', () => {
  it('count runs of four words, as often as they occur', () => {
    expect(shingleCounts('a b c d e', 'a b c d x')).toEqual({ tp: 1, fp: 1, fn: 1 });
    expect(shingleCounts('a b c d', 'a b c d a b c d')).toMatchObject({ tp: 1, fn: 0 });
    expect(shingleCounts('one two', 'one two')).toEqual({ tp: 1, fp: 0, fn: 0 });
    expect(shingleCounts('one two three four', '')).toEqual({ tp: 0, fp: 0, fn: 1 });
  });

  it('average precision over pages with output and recall over pages with a truth', () => {
    const { precision, recall, f1 } = textScore([
      { tp: 1, fp: 1, fn: 0 },
      { tp: 0, fp: 0, fn: 4 },
    ]);
    expect([precision, recall, f1]).toEqual([0.5, 0.5, 0.5]);
  });

  it('compare words without regard to their case', () => {
    expect(wordF1('Eins zwei', 'eins ZWEI')).toBe(1);
    expect(wordF1('eins zwei', '')).toBe(0);
  });

  it('look for snippets after white space is collapsed', () => {
    const counts = snippetCounts('One  two\nthree', ['one two', 'two three'], ['One two']);
    expect(counts).toEqual({ tp: 1, fn: 1, fp: 1 });
    expect(snippetF1([counts, counts])).toBe(0.5);
  });

  it.each([
    ['title', 'The “Title”', 'the title', true, true],
    ['title', 'one two three four five', 'one two three four', false, true],
    ['byline', ['Anna Muster', 'Jörg Beispiel'], 'Von Jörg Beispiel und Anna Muster', true, true],
    ['byline', 'Anna Muster', 'Anna Muster, Redakteurin Wirtschaft', false, true],
    ['byline', 'Anna Muster', 'Muster', false, false],
    ['published', '2026-11-22', '2026-11-22T23:30:00-05:00', true, true],
    ['published', '2026-11-22', '2026-11-23', false, true],
    ['published', '2026-11-22', '2026-11-24', false, false],
    ['siteName', 'The Example.com', 'example', false, true],
    ['lang', 'de-AT', 'de', false, true],
    ['canonicalUrl', 'https://www.example.com/a?x=1', 'http://example.com/a/#top', false, true],
    ['canonicalUrl', 'https://example.com/a', 'https://example.com/a/#top', true, true],
    ['excerpt', 'Something', '', false, false],
  ] as const)('judge %s: %j against %j', (field, truth, answer, strict, lenient) => {
    expect(judgeField(field, truth, answer)).toEqual({ strict, lenient });
  });

  it('judge nothing that has no label', () => {
    expect(judgeField('title', undefined, 'Some title')).toBeNull();
    expect(judgeField('byline', [], 'Someone')).toBeNull();
  });

  it('read days in machine and human spellings', () => {
    expect(daysOf('2026/3/1')).toEqual(['2026-03-01']);
    expect(daysOf('1577836800')).toEqual(['2020-01-01']);
    expect(daysOf('November 22, 2026')).toEqual(['2026-11-22']);
    expect(daysOf('soon')).toEqual([]);
  });
});
