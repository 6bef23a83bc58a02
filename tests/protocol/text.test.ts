import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundedText, cutText, requiredText } from '../../protocol/text.ts';

test('a text within the limit is kept as it is', () => {
  expect(cutText('Guten Tag', 9)).toEqual({ text: 'Guten Tag', cut: false });
});

test('a longer one ends at a word if one is near, and says so', () => {
  expect(cutText('Eine Werkstatt für alle Auszubildenden', 30)).toEqual({
    text: 'Eine Werkstatt für alle…',
    cut: true,
  });
  expect(cutText('x'.repeat(50), 10)).toEqual({ text: `${'x'.repeat(9)}…`, cut: true });
});

test('no emoji or accented letter is cut through', () => {
  expect(cutText('👩‍👩‍👧‍👦'.repeat(3), 20).text).toBe('👩‍👩‍👧‍👦…');
  expect(cutText('e\u0301'.repeat(10), 4).text).toBe('e\u0301…');
});

test('whatever comes in, what comes out fits, is well formed and stays so', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 400 });
  fc.assert(
    fc.property(
      anything,
      fc.array(fc.constantFrom('\ud800', '\udc00', '\0', 'a', ' ', '👍🏽')),
      fc.integer({ min: 1, max: 80 }),
      (a, b, max) => {
        const { text, cut } = cutText(a + b.join(''), max);
        expect(text.length).toBeLessThanOrEqual(max);
        expect(boundedText(max).safeParse(text).success).toBe(true);
        expect(cut).toBe((a + b.join('')).length > max);
        expect(cutText(text, max).text).toBe(text);
      },
    ),
  );
});

test('ten million characters cost no more than the first few', () => {
  expect(cutText('ü'.repeat(10_000_000), 300).text).toHaveLength(300);
});

test.each(['', '   ', '\n\t'])('%j says nothing', (text) => {
  expect(requiredText(10).safeParse(text).success).toBe(false);
});

test.each(['a\ud800', 'a\0'])('%j cannot be stored everywhere', (text) => {
  expect(boundedText(10).safeParse(text).success).toBe(false);
  expect(cutText(text, 10).text).toBe('a\ufffd');
});
