import { describe, expect, it } from 'vitest';
import { labelsFromPassages, labelsFromText } from './labels.ts';

const shares = (blocks: string[], truth: string): number[] => [...labelsFromText(blocks, truth).share];

describe('the labels of blocks', () => {
  it('are the share of their words that stand in the text', () => {
    const blocks = ['Home About us Contact and more', 'one two three four five', 'six seven eight nine ten eleven'];
    expect(shares(blocks, 'one two three four five\nsix seven eight nine ten eleven')).toEqual([0, 1, 1]);
  });

  it('know a short line by what it stands beside, also across what was left out', () => {
    const blocks = [
      'first words of a text',
      'Advertisement by somebody with a long slogan',
      'Part',
      'and here it goes on',
    ];
    expect(shares(blocks, 'first words of a text Part and here it goes on')).toEqual([1, 0, 1, 1]);
  });

  it('count a text that stands twice once, where its neighbours are text', () => {
    const blocks = [
      'a lead of five words',
      'Menu',
      'Login',
      'Help',
      'More',
      'a lead of five words',
      'and the text that follows it',
    ];
    expect(shares(blocks, 'a lead of five words and the text that follows it')).toEqual([0, 0, 0, 0, 0, 1, 1]);
  });

  it('say nothing where only passages are known', () => {
    const { share } = labelsFromPassages(['all of it is wanted', 'who knows', 'buy this'], ['of it is'], ['buy']);
    expect([...share]).toEqual([1, -1, 0]);
  });
});
