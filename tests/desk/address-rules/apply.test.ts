import { expect, test } from 'vitest';
import { normalizeAddress } from '../../../desk/address.ts';
import { KNOWN_RULES } from '../../../desk/address-rules/index.ts';
import { type AddressRule, addressRuleSchema, addressRulesSchema } from '../../../protocol/address-rules.ts';

test('[AD1] the rules of known systems have the form that companies write', () => {
  for (const rule of KNOWN_RULES) expect(addressRuleSchema.safeParse(rule).error?.message).toBeUndefined();
});

const COMPANY: AddressRule[] = [
  { hosts: ['cms.example'], paths: ['/anzeige'], keep: ['doc', 'utm_content'] },
  { hosts: ['cms.example'], paths: ['/{base:path}/beitrag/{id:number}-{slug}'], to: '/{base}/anzeige?doc={id}' },
  { hosts: ['intranet'], host: 'intranet.example' },
  { hosts: ['*.old.example'], host: '*.new.example' },
  { hosts: ['go.example'], has: ['to={page:path}'], target: '{page}' },
  { hosts: ['app.example'], fragment: 'keep' },
  { hosts: ['nocase.example'], ignoreCase: true },
  { hosts: ['own.example'], paths: ['/browse/**'], final: true },
];
const read = (address: string) => normalizeAddress(address, COMPANY);

test('[AD1] a company says which parameters name a page, even those that are dropped elsewhere', () => {
  expect(read('https://cms.example/anzeige?doc=5&user=7&utm_content=a')).toBe(
    'cms.example/anzeige?doc=5&utm_content=a',
  );
  expect(read('https://cms.example/anders?doc=5&utm_content=a')).toBe('cms.example/anders?doc=5');
});

test('[AD1] a company gives a page one path, a host one name, and follows its own redirects', () => {
  expect(read('https://cms.example/beitrag/12-neue-kantine?von=start')).toBe('cms.example/anzeige?doc=12&von=start');
  expect(read('http://intranet/news/42')).toBe('intranet.example/news/42');
  expect(read('https://hr.old.example/x')).toBe('hr.new.example/x');
  expect(read('https://go.example/?to=https%3A%2F%2Fcms.example%2Fanzeige%3Fdoc%3D5%26x%3D1')).toBe(
    'cms.example/anzeige?doc=5',
  );
});

test('[AD1] fragments, case and the rules of known systems are in the hands of the company', () => {
  expect(read('https://app.example/#abschnitt')).toBe('app.example#abschnitt');
  expect(read('https://nocase.example/News/A?Id=aB')).toBe('nocase.example/news/a?id=aB');
  expect(read('https://own.example/browse/AB-1?x=1')).toBe('own.example/browse/AB-1?x=1');
});

test('[AD1] redirects that lead to each other end', () => {
  const loop = 'https://go.example/?to=https%3A%2F%2Fgo.example%2F%3Fto%3Dhttps%253A%252F%252Fgo.example';
  expect(read(loop)).toContain('go.example');
});

test.each([
  [{ paths: ['/a/{b'] }, 'an unclosed placeholder'],
  [{ paths: ['/a/{b}{c}'] }, 'two placeholders without anything between them'],
  [{ paths: ['/{a:path}/x/**'] }, 'two parts of any length'],
  [{ paths: ['/{a:regex}'] }, 'an unknown kind'],
  [{ paths: ['a'] }, 'a path without a slash'],
  [{ hosts: ['https://a.example/'] }, 'an address instead of a host'],
  [{ hosts: ['a.example'], paths: ['/{a}', '/b'], to: '/{a}' }, 'a placeholder that one path does not bind'],
  [{ keep: ['a'] }, 'a rule for every page of the world'],
  [{ hosts: ['a.example'], dropp: ['a'] }, 'a field that does not exist'],
])('[AD1] %j is refused: %s', (rule, _why) => {
  expect(addressRulesSchema.safeParse([rule]).success).toBe(false);
});

test('[AD1] a pattern takes one pass over whatever it is given', () => {
  const rule: AddressRule = { paths: ['/{a}-{b}-{c}-{d:number}'], to: '/{d}' };
  expect(normalizeAddress(`https://a.example/${'-'.repeat(1_000_000)}x`, [rule])).toContain('--');
});
