import { describe, expect, it } from 'vitest';
import { hasWord, inSmall } from '../../capture/letters.ts';

describe('a word in a text', () => {
  it.each(['author', 'name author', 'author-name', 'the author: anna', 'coauthor author'])(
    'is found in "%s"',
    (text) => {
      expect(hasWord(text, 'author')).toBe(true);
    },
  );

  it.each(['', 'authors', 'coauthor', 'author_name', 'author2'])('is not a part of another one, as in "%s"', (text) => {
    expect(hasWord(text, 'author')).toBe(false);
  });
});

describe('small letters', () => {
  it('stand where the capitals stood', () => {
    expect(inSmall('STAND: Mai')).toBe('stand: mai');
    expect(inSmall('İ Stand')).toBe('i stand');
  });
});
