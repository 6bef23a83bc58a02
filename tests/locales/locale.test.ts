import { expect, test } from 'vitest';
import { localeOf } from '../../locales/locale.ts';

test('dates are written as in the region that the browser names for this language, else as in Britain or Germany', () => {
  expect(localeOf('en', ['de-DE', 'de', 'en'])).toBe('en-GB');
  expect(localeOf('en', ['en'])).toBe('en-GB');
  expect(localeOf('en', ['de-DE', 'en-IE', 'en-US'])).toBe('en-IE');
  expect(localeOf('de', ['en-US', 'de-AT'])).toBe('de-AT');
  expect(localeOf('de', [])).toBe('de');
});
