import { expect, test } from 'vitest';
import { isSamePage } from '../../desk/same-page.ts';

test.each([
  ['https://a.example/x', 'https://a.example/x#kapitel-2'],
  ['https://a.example/x?utm_source=mail&id=7', 'https://a.example/x?id=7'],
  ['https://a.example/x', 'https://a.example/x#:~:text=Werkstatt'],
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90s'],
])('[CA2] %s and %s show the same', (a, b) => {
  expect(isSamePage(a, b)).toBe(true);
});

test.each([
  ['https://app.example/#/news/4', 'https://app.example/#/news/5'],
  ['https://a.example/x?id=7', 'https://a.example/x?id=8'],
  ['https://a.example/portal?t=55', 'https://a.example/portal?t=56'],
  ['https://github.com/a/b/issues/12', 'https://github.com/a/b/pull/12'],
  ['https://a.example/x', 'https://b.example/x'],
  ['https://www.google.com/url?q=https://a.example/x', 'https://a.example/x'],
  ['https://a.example/x?print=1', 'https://a.example/x'],
  ['', ''],
  ['about:blank', 'about:blank'],
])('[CA2] %s and %s do not', (a, b) => {
  expect(isSamePage(a, b)).toBe(false);
});
