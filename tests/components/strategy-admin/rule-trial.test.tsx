// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { LanguageProvider } from '../../../components/language.tsx';
import { BLANK } from '../../../components/strategy-admin/entry-fields.ts';
import { RuleTrial } from '../../../components/strategy-admin/rule-trial.tsx';
import type { Draft } from '../../../components/strategy-admin/strategy-props.ts';

afterEach(cleanup);

function verdict(change: Partial<Draft>, address: string): string {
  render(
    <LanguageProvider language="en" now={0}>
      <RuleTrial draft={{ ...BLANK.rules, ...change }} />
    </LanguageProvider>,
  );
  fireEvent.input(screen.getByLabelText('Try an address'), { target: { value: address } });
  return screen.getByRole('status').textContent ?? '';
}

const PLACE = { hosts: ['*.nordwerk.example', ''], paths: ['/people/**'] };

test.each([
  [PLACE, 'https://intranet.nordwerk.example/people/files/7', 'The rule applies to this address.'],
  [PLACE, 'https://intranet.nordwerk.example/news', 'The rule does not apply to this address.'],
  [PLACE, 'intranet', 'This is not a complete web address.'],
  [{ ...PLACE, kinds: ['news'] }, 'https://nordwerk.example/people/', /if the other conditions fit/],
  [{ onlyUndeclared: true }, 'https://wiki.local/', /as long as no rule calls the host public/],
  [PLACE, '', 'For example a page of the intranet. The address stays here.'],
  [{}, '', 'Without host and path the rule applies everywhere.'],
])('a rule can be tried on an address while it is written: %#', (change, address, said) => {
  expect(verdict(change, address)).toMatch(said);
});
