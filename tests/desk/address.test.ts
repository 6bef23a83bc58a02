import { expect, test } from 'vitest';
import { addressKey, normalizeAddress, pageAddress } from '../../desk/address.ts';

const same: [string, string][] = [
  ['https://example.org/a', 'http://www.example.org/a/'],
  ['https://example.org/a', 'https://EXAMPLE.org:443/a?utm_source=news&utm_medium=mail'],
  ['https://example.org/a?x=1&y=2', 'https://example.org/a?y=2&x=1&fbclid=abc'],
  ['https://example.org/a', 'https://example.org/a#kapitel-2'],
  ['https://example.org/a', 'https://example.org/a#:~:text=Werkstatt'],
  ['https://example.org/a', 'https://example.org//a/;jsessionid=9F2C'],
  ['https://example.org/a', 'https://user:secret@example.org/a'],
  ['https://example.org/#/news/4', 'https://example.org/#/news/4/'],
];
test.each(same)('[AD1] %s and %s are one page', async (a, b) => {
  expect(await addressKey(a, null)).toBe(await addressKey(b, null));
});

const different: [string, string][] = [
  ['https://example.org/a', 'https://example.org/b'],
  ['https://example.org/a', 'https://example.org/A'],
  ['https://intranet/page?id=1', 'https://intranet/page?id=2'],
  ['https://intranet/page?ref=1', 'https://intranet/page?ref=2'],
  ['https://intranet/page?t=1', 'https://intranet/page?t=2'],
  ['https://intranet/page?source=a', 'https://intranet/page?source=b'],
  ['https://app.example/#/news/4', 'https://app.example/#/news/5'],
  ['https://app.example/#!4', 'https://app.example/#!5'],
  ['http://intranet:8080/a', 'http://intranet:8081/a'],
  ['https://a.example.org/x', 'https://b.example.org/x'],
];
test.each(different)('[AD1] %s and %s are two pages', async (a, b) => {
  expect(await addressKey(a, null)).not.toBe(await addressKey(b, null));
});

test('[AD1] a canonical address is believed only where it says less of the same', () => {
  const page = (address: string, canonical: string) => pageAddress(address, canonical);
  expect(page('https://a.example/x?id=7&view=print', 'https://a.example/x?id=7')).toBe('a.example/x?id=7');
  expect(page('https://a.example/x?session=7', 'https://a.example/X')).toBe('a.example/X');
  // A single-page app that kept the address of its first page, and a page that would join another topic.
  expect(page('https://a.example/news/2', 'https://a.example/news/1')).toBe('a.example/news/2');
  expect(page('https://evil.example/x', 'https://a.example/x')).toBe('evil.example/x');
  expect(page('https://a.example/x', 'https://a.example/x?id=7')).toBe('a.example/x');
  expect(page('https://a.example/#/news/2', 'https://a.example/')).toBe('a.example#/news/2');
});

test('[AD1] a key names its version and shows nothing of the address', async () => {
  const key = await addressKey('https://intranet.example/hr/kündigung', null);
  expect(key).toMatch(/^1\.[A-Za-z0-9_-]{22}$/);
});

test.each(['', 'chrome://extensions', 'javascript:alert(1)', 'nonsense', 'file:///etc/passwd'])(
  '[AD1] %j is no web address',
  async (address) => {
    expect(normalizeAddress(address)).toBeNull();
    expect(await addressKey(address, null)).toBeNull();
  },
);

test('[AD1] normalizing twice changes nothing', () => {
  for (const [a, b] of [...same, ...different])
    for (const address of [a, b]) {
      const once = normalizeAddress(address) ?? '';
      expect(normalizeAddress(`https://${once}`)).toBe(once);
    }
});
