import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressKey, normalizeAddress, pageAddress } from '../../desk/address.ts';
import { areJoined, readPairs } from './address-pairs.ts';

const pairs = readPairs('open');

test.each(pairs.map((pair) => [pair.group, pair.why, pair.same ? 'one page' : 'two pages', pair] as const))(
  '[AD1] %s: %s (%s)',
  (_group, _why, _answer, pair) => {
    expect(areJoined(pair)).toBe(pair.same);
  },
);

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
  expect(page('https://a.example/hr/neue-kantine?variant=x', 'https://a.example/hr/Neue-Kantine')).toBe(
    'a.example/hr/Neue-Kantine',
  );
  expect(page('https://a.example/lokales/brand-4711/amp', 'https://a.example/lokales/brand-4711')).toBe(
    'a.example/lokales/brand-4711',
  );
  // A single-page app that kept the address of its first page, and a page that would join another topic.
  expect(page('https://a.example/news/2', 'https://a.example/news/1')).toBe('a.example/news/2');
  expect(page('https://evil.example/x', 'https://a.example/x')).toBe('evil.example/x');
  expect(page('https://a.example/x', 'https://a.example/x?id=7')).toBe('a.example/x');
  // What tells two pages apart is left off; a later page of a thread; another language.
  expect(page('https://a.example/x?session=7', 'https://a.example/x')).toBe('a.example/x?session=7');
  expect(page('https://a.example/b?id=20&tx_x[item]=45', 'https://a.example/b?id=20')).toContain('45');
  expect(page('https://a.example/seite-2/brand-4711', 'https://a.example/brand-4711')).toContain('seite-2');
  expect(page('https://a.example/en/ueber-uns', 'https://a.example/ueber-uns')).toBe('a.example/en/ueber-uns');
  expect(page('https://a.example/konto/daten?id=77', 'https://a.example/sso/anmeldung-noetig')).toContain('id=77');
  expect(page('https://a.example/#/news/2', 'https://a.example/')).toBe('a.example#/news/2');
});

test('[AD1] a key names its version and shows nothing of the address', async () => {
  const key = await addressKey('https://intranet.example/hr/kündigung', null);
  expect(key).toMatch(/^2\.[A-Za-z0-9_-]{22}$/);
});

test.each(['', 'chrome://extensions', 'javascript:alert(1)', 'nonsense', 'file:///etc/passwd'])(
  '[AD1] %j is no web address',
  async (address) => {
    expect(normalizeAddress(address)).toBeNull();
    expect(await addressKey(address, null)).toBeNull();
  },
);

test('[AD1] normalizing twice changes nothing', () => {
  for (const [a, b] of [...same, ...different, ...pairs.map((pair) => [pair.a, pair.b] as const)])
    for (const address of [a, b]) {
      const once = normalizeAddress(address) ?? '';
      expect(normalizeAddress(`https://${once}`)).toBe(once);
    }
});

test('[AD1] whatever a parameter is called, two numbers of it are two pages, but for what tells the way or the session', () => {
  const name = fc.stringMatching(/^[a-z]{1,3}$/);
  fc.assert(
    fc.property(name, fc.nat(), fc.nat(), (parameter, one, other) => {
      fc.pre(one !== other && parameter !== 'elq');
      const page = (value: number) => normalizeAddress(`https://intranet.example/portal?${parameter}=${value}`);
      return page(one) !== page(other);
    }),
  );
});

/** Parts that rules look at, so that they meet in ways nobody thought of. */
const PARTS = `index.html index.php a B %2F %C3%BC ü + ~ ; : ! (S(x1)) ;jsessionid=1 - amp print 2024 03 42 pages spaces
  threads x.12 page-2 wiki SitePages x.aspx x.nsf browse AB-1 doku.php showthread.php 12-x %zz d e p status`.split(
  /\s+/,
);
const PARAMS = `id=7 page=1 page=2 utm_source=a t=5 title=a_b title=%2F v=1 q=node/3 url=https://a.example/x p= amp s= x
  12-x a[b]=c sourcedoc=%7BA%7D pageId=9 L=0 option=com_content topic=1.msg2`.split(/\s+/);
const FRAGMENTS = [
  '',
  '#a',
  '#/',
  '#/a/?b=1&utm_x=2',
  '#!a/',
  '#a/b?c',
  '#k=v',
  '#t=5',
  '#a:~:text=b',
  '#?/',
  '#gid=0',
];
const HOSTS = `intranet.example m.example www.a.example:8080 forum.example de.m.wikipedia.org x.sharepoint.com
  a.notion.site docs.google.com github.com de.linkedin.com m.facebook.com old.reddit.com youtu.be sz.de`.split(/\s+/);

test('[AD1] whatever the address, the way to it and the protocol make no difference', () => {
  const parts = [fc.constantFrom(...HOSTS), fc.array(fc.constantFrom(...PARTS), { maxLength: 5 })] as const;
  const rest = [fc.array(fc.constantFrom(...PARAMS), { maxLength: 3 }), fc.constantFrom(...FRAGMENTS)] as const;
  fc.assert(
    fc.property(...parts, ...rest, (host, path, params, fragment) => {
      const address = `${host}/${path.join('/')}?${params.join('&')}`;
      const read = normalizeAddress(`https://${address}${fragment}`);
      expect(read).not.toBeNull();
      expect(normalizeAddress(`http://${address}&utm_source=mail&fbclid=1${fragment}`)).toBe(read);
    }),
    { numRuns: 300 },
  );
});
