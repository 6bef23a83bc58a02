// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { LanguageProvider } from '../../../components/language.tsx';
import { EMPTY_STRATEGY } from '../../../components/strategy.ts';
import { ChangeLines } from '../../../components/strategy-admin/change-lines.tsx';

afterEach(cleanup);

test('a rule is called by its name, one that is gone by the name that it had', () => {
  const strategy = { ...EMPTY_STRATEGY, companyRules: [{ id: 'canteen', title: { en: 'The canteen stays inside' } }] };
  const gone = { path: 'title.de', before: 'Alte Regel', after: null };
  render(
    <LanguageProvider language="en" now={0}>
      <ChangeLines
        changes={[
          {
            section: 'rules',
            id: 'canteen',
            act: 'changed',
            fields: [{ path: 'level', before: 'internal', after: 'public' }],
          },
          { section: 'rules', id: 'old', act: 'removed', fields: [gone] },
        ]}
        strategy={strategy}
      />
    </LanguageProvider>,
  );
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('The canteen stays inside'),
    expect.stringContaining('Alte Regel'),
  ]);
  expect(screen.queryByText('canteen')).toBeNull();
});
