// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { captureSelection } from '../../capture/index.ts';
import { selectedText } from '../../capture/selection.ts';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** A selection as Firefox has it when a person holds Ctrl: one range for each element of a class. */
function selectionOf(document: Document, className: string): Parameters<typeof selectedText>[0] {
  const ranges = [...document.getElementsByClassName(className)].map((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range;
  });
  return {
    rangeCount: ranges.length,
    getRangeAt: (index) => ranges[index] ?? document.createRange(),
    toString: () => ranges.join(''),
  };
}

describe('what a person selected', () => {
  const document = parse('<p class=a>Eins.</p><p>Nicht.</p><p class="a b">Zwei.</p><p class=c> </p>');

  it('of several ranges stands apart', () => {
    expect(selectedText(selectionOf(document, 'a'))).toBe('Eins. … Zwei.');
  });

  it('of one range is its text', () => {
    expect(selectedText(selectionOf(document, 'b'))).toBe('Zwei.');
  });

  it('is nothing when it is empty or only white space', () => {
    expect(selectedText(null)).toBeNull();
    expect(selectedText(selectionOf(document, 'none'))).toBeNull();
    expect(selectedText(selectionOf(document, 'c'))).toBeNull();
    expect(captureSelection(document)).toBeNull();
  });
});
