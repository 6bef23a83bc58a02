// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { LanguageProvider } from '../../../components/language.tsx';
import { EMPTY_STRATEGY } from '../../../components/strategy.ts';
import { ConfirmGoals } from '../../../components/strategy-admin/confirm-goals.tsx';
import type { ConfirmView } from '../../../components/strategy-admin/strategy-props.ts';
import { goal } from '../../desk/samples.ts';

afterEach(cleanup);

test.each([
  ['confirmed', 'Confirmed: Trust.'],
  ['takenBack', 'Confirmation taken back: Trust.'],
] as const)('whoever stands for a goal is told what became of their word: %s', (act, said) => {
  const done: ConfirmView['done'] = { act, goal: goal({ id: 'trust', title: { en: 'Trust' } }) };
  render(
    <LanguageProvider language="en" now={0}>
      <ConfirmGoals
        confirm={{ goals: [], busyId: null, problem: null, done }}
        strategy={EMPTY_STRATEGY}
        me={{ id: 'ruth', name: 'Ruth Ehlers' }}
        onConfirm={() => undefined}
        onTakeBack={() => undefined}
      />
    </LanguageProvider>,
  );
  expect(screen.getByRole('alert').textContent).toContain(said);
});
