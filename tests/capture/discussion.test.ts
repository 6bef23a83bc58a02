import { describe, expect, it } from 'vitest';
import { isDiscussion } from '../../capture/discussion.ts';
import type { Page } from '../../capture/page.ts';

const at = (address: string): boolean => {
  const page: Page = { address, nodes: [], runs: [], linkedData: [], labels: [], contentType: 'text/html', cut: false };
  return isDiscussion(page, []);
};

describe('a discussion', () => {
  it.each([
    'https://forum.example.com/t/5',
    'https://example.com/forums/showthread.php?t=5',
    'https://example.com/questions/17/how',
    'https://community.example.com/a',
  ])('is told by a part of the address that is its name: %s', (address) => {
    expect(at(address)).toBe(true);
  });

  it.each(['https://example.com/2026/open-thread-for-may', 'https://example.com/news/board-meets', 'about:blank'])(
    'is not told by a word in a title: %s',
    (address) => {
      expect(at(address)).toBe(false);
    },
  );
});
