import { describe, expect, it } from 'vitest';
import { foldText, textDirective, wholeWords } from '../../capture/text-directive.ts';

/** The directive of the first place of `part`, or of the one after `after`. */
function directive(text: string, part: string, after = ''): string | null {
  const start = text.indexOf(part, text.indexOf(after) + after.length);
  const folding = foldText(text);
  let step = folding.next();
  while (!step.done) step = folding.next();
  const found = textDirective(text, step.value, { start, end: start + part.length });
  return found === null ? null : decodeURIComponent(found);
}

describe('a text directive', () => {
  it('of a short quote that stands once is the quote', () => {
    expect(directive('Eins. Zwei. Drei.', 'Zwei')).toBe('text=Zwei');
  });

  it('encodes what would divide it', () => {
    const text = 'A - B, C & D';
    const found = textDirective(text, text.toLowerCase(), { start: 0, end: text.length });
    expect(found).toBe('text=A%20%2D%20B%2C%20C%20%26%20D');
  });

  it('of a quote that stands twice names the words around it, within their blocks', () => {
    const text = 'Im Mai gab es Kaffee.\nIm Juni gab es Kaffee.\nDann Tee.';
    expect(directive(text, 'Kaffee', 'Juni')).toBe('text=Im Juni gab es-,Kaffee');
  });
  it('counts a word as the same without case and accents, as browsers do', () => {
    expect(directive('Übung macht. Die ubung endet.', 'Übung')).toBe('text=Übung,-macht. Die');
  });

  it('of a long quote names its first and last words, and the words after where the last ones stand before too', () => {
    const long = `Am Anfang stand ein Satz. ${'Mitte und mehr. '.repeat(10)}am Ende stand das Wort`;
    expect(directive(`Vorher. ${long}. Nachher.`, long)).toBe('text=Am Anfang stand ein,Ende stand das Wort');
    const twice = `Am Anfang stand ein Satz. Ende stand das Wort hier. ${'Mitte und mehr. '.repeat(9)}am Ende stand das Wort`;
    expect(directive(`${twice} und Schluss jetzt.`, twice)).toBe(
      'text=Am Anfang stand ein,Ende stand das Wort,-und Schluss',
    );
  });

  it('is none where nothing tells the quote from its likes', () => {
    expect(directive('Ja\n'.repeat(50), 'Ja', 'Ja\nJa\nJa\nJa\nJa\nJa\nJa\nJa\nJa\nJa\nJa\nJa\n')).toBeNull();
  });

  it('of words without spaces between them ends with whole words', () => {
    expect(directive('工場の新しい実習室が開かれた。'.repeat(12), '工場')).toBeNull();
    expect(directive('工場の新しい実習室が開かれた。', '実習室')).toBe('text=実習室');
  });
});

describe('a span in the middle of words', () => {
  it.each([
    ['Neue Pumpen laufen', 2, 9, 'Neue Pumpen'],
    ['Neue Pumpen laufen', 5, 11, 'Pumpen'],
    ['مرحبا بالعالم', 2, 8, 'مرحبا بالعالم'],
    ['Neue, Pumpen', 0, 5, 'Neue,'],
  ])('%s [%i, %i) → %s', (text, start, end, expected) => {
    const whole = wholeWords(text, { start, end });
    expect(text.slice(whole.start, whole.end)).toBe(expected);
  });
});
