import { expect, it } from 'vitest';
import { addressAtQuote } from '../../desk/quote-address.ts';

it.each([
  ['https://a.example/p', 'text=Eins', 'https://a.example/p#:~:text=Eins'],
  ['https://a.example/p?q=1#teil', 'text=a-,b,c,-d', 'https://a.example/p?q=1#teil:~:text=a-,b,c,-d'],
  ['https://a.example/#/weg/2', 'text=Eins%2C%20Zwei', 'https://a.example/#/weg/2:~:text=Eins%2C%20Zwei'],
  ['https://a.example/p#:~:text=alt', 'text=neu', 'https://a.example/p#:~:text=neu'],
  ['https://a.example/p', null, 'https://a.example/p'],
  ['https://a.example/p', '//evil.example/', 'https://a.example/p'],
  ['https://a.example/p', 'text="><script>', 'https://a.example/p#:~:text=%22%3E%3Cscript%3E'],
  ['no address', 'text=Eins', 'no address'],
])('%s at %s is %s', (address, place, expected) => {
  expect(addressAtQuote(address, place)).toBe(expected);
});
