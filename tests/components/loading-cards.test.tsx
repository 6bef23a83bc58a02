// @vitest-environment happy-dom
/** While a page of cards is read, something stands where they will stand. */
import { cleanup, render, screen } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { MyAssignmentsList } from '../../components/assignments/my-assignments.tsx';
import { ClearancesScreen } from '../../components/clearance/clearances-screen.tsx';
import { LanguageProvider } from '../../components/language.tsx';
import { QuestionsScreen } from '../../components/questions/questions-screen.tsx';
import { NOW } from '../gallery/samples/company.ts';

afterEach(cleanup);

const nothing = () => undefined;
const CLEARANCES = { found: null, timeZone: 'Europe/Berlin', letterKeys: true, last: null, failed: null };
const ACTS = { onDecide: nothing, onTakeBack: nothing, onAfterAll: nothing, onLeave: nothing };

it.each<[string, ComponentChildren, number]>([
  ['questions', <QuestionsScreen questions={null} failed={false} onAnswer={nothing} onDiscard={nothing} />, 2],
  ['clearances', <ClearancesScreen {...CLEARANCES} {...ACTS} />, 2],
  ['assignments', <MyAssignmentsList mine={null} failed={false} onMove={nothing} />, 1],
])('%s are not blank while they are read', (_what, page, count) => {
  render(
    <LanguageProvider language="en" now={NOW}>
      {page}
    </LanguageProvider>,
  );
  expect(screen.getByRole('heading')).toBeTruthy();
  const loading = screen.getByRole('status', { name: 'Loading …' });
  expect(loading.querySelectorAll('.skeleton')).toHaveLength(count);
});
