// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { LanguageProvider } from '../../../components/language.tsx';
import { BLANK } from '../../../components/strategy-admin/entry-fields.ts';
import { EntryForm } from '../../../components/strategy-admin/entry-form.tsx';
import { problemsOf } from '../../../components/strategy-admin/entry-problems.ts';
import type { Draft, KeepingView, OpenEntry } from '../../../components/strategy-admin/strategy-props.ts';
import type { StrategyView } from '../../../protocol/strategy-edit.ts';

afterEach(cleanup);

const VIEW: StrategyView = {
  ...{ version: 1, queueName: '', departments: [], goals: [], audiences: [], channels: [], people: [] },
  ...{ rules: [], desk: [] },
};
const RULE: Draft = { ...BLANK.rules, id: 'canteen', title: { de: 'Kantine' } };
const nothing = () => undefined;

/** The form of an entry that is judged when it is to be saved, as the page does it. */
function Form({ section, base, draft: given }: Omit<OpenEntry, 'version'>) {
  const [draft, setDraft] = useState(given);
  const [refusals, setRefusals] = useState(0);
  const keeping: KeepingView = {
    ...{ view: VIEW, loading: false, problem: null, open: null, unsaved: {}, saving: false, faults: [] },
    ...{ conflict: null, done: null, refusals },
    fieldProblems: refusals === 0 ? {} : problemsOf(section, draft, base),
  };
  return (
    <EntryForm
      {...{ keeping, view: VIEW, open: { section, base, draft, version: 1 } }}
      {...{ onReload: nothing, onOpen: nothing, onRemove: nothing, onDiscard: nothing, onClose: nothing }}
      {...{ onResolve: nothing, onUndo: nothing }}
      onDraft={setDraft}
      onSave={() => setRefusals(refusals + 1)}
    />
  );
}

const show = (entry: Omit<OpenEntry, 'version'>) =>
  render(
    <LanguageProvider language="en" now={Date.UTC(2026, 10, 27)}>
      <Form {...entry} />
    </LanguageProvider>,
  );
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

test('a path without its slash takes the focus, says what is wanted, and the button says that nothing was saved', async () => {
  const base = { ...RULE, hosts: ['intranet.example.com'] };
  show({ section: 'rules', base, draft: { ...base, paths: ['/ok', 'kantine'] } });
  save();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Paths 2')));
  expect(screen.getByLabelText('Paths 1').getAttribute('aria-invalid')).toBe('false');
  expect(screen.getByRole('alert').textContent).toBe('A path begins with /, for example /people/**.');
  screen.getByText('Not saved yet. To be changed: Paths.');
});

test('where a rule applies is asked before it is saved; a line that is added takes the focus', async () => {
  show({ section: 'rules', base: null, draft: RULE });
  expect(screen.queryByText('Add a host')).toBeNull();
  save();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Everywhere in the company')));
  expect(screen.getByRole('alert').textContent).toMatch('Please choose where the rule applies');
  fireEvent.click(screen.getByLabelText('Everywhere in the company'));
  await screen.findByText(/every page that anybody in the company suggests/);
  expect(screen.queryByText('Add a host')).toBeNull();
  fireEvent.click(screen.getByLabelText(/^Only here/));
  fireEvent.click(await screen.findByText('Add a host'));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Hosts 2')));
});

test('a week of nobody is marked in its row and says what it lacks', async () => {
  const draft = {
    ...BLANK.desk,
    dutyWeeks: [
      { monday: '2026-11-23', personId: 'eva' },
      { monday: '2026-11-30', personId: '' },
    ],
  };
  show({ section: 'desk', base: BLANK.desk, draft });
  save();
  await screen.findByText(/Each week needs a Monday and a person/);
  const wrong = (label: string) => screen.getAllByLabelText(label).map((each) => each.getAttribute('aria-invalid'));
  expect([wrong('On duty'), wrong('Week from Monday')]).toEqual([
    ['false', 'true'],
    ['false', 'false'],
  ]);
  expect(document.activeElement).toBe(screen.getAllByLabelText('On duty')[1]);
});

test('what is left out is asked only of a rule that leaves something out', async () => {
  show({ section: 'rules', base: RULE, draft: RULE });
  expect(screen.queryByText('What is left out')).toBeNull();
  fireEvent.click(screen.getByLabelText('Leave out parts'));
  await screen.findByText('What is left out');
});

test('a name in which nothing stands is missing, in the reader’s language, and only there', async () => {
  const base = { ...BLANK.departments, id: 'hr', name: { de: 'Personal', en: 'People' } };
  show({ section: 'departments', base, draft: { ...base, name: { de: ' ', en: '\n' } } });
  save();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name, English')));
  expect(screen.getByRole('alert').textContent).toBe('The English name is missing. German alone is enough too.');
  expect(screen.getByLabelText('Name, German').getAttribute('aria-invalid')).toBe('false');
});

test('of two languages the one that is too long is marked', async () => {
  const base = { ...BLANK.departments, id: 'hr', name: { de: 'x'.repeat(100_000), en: 'People' } };
  show({ section: 'departments', base, draft: base });
  save();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name, German')));
  expect(screen.getByRole('alert').textContent).toBe('This is too long.');
  expect(screen.getByLabelText('Name, English').getAttribute('aria-invalid')).toBe('false');
});

test('Enter in a name saves and breaks no line, as one that is pasted; in a text of several lines it breaks the line', async () => {
  const base = { ...BLANK.departments, id: 'hr', name: {} };
  show({ section: 'departments', base, draft: base });
  const name = screen.getByLabelText<HTMLTextAreaElement>('Name, German');
  fireEvent.input(name, { target: { value: 'Personal\r\nund Recht' } });
  await waitFor(() => expect(name.value).toBe('Personal und Recht'));
  fireEvent.input(name, { target: { value: '' } });
  expect(fireEvent.keyDown(screen.getByLabelText(/^What the editors.*German/), { key: 'Enter' })).toBe(true);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(fireEvent.keyDown(name, { key: 'Enter' })).toBe(false);
  await screen.findByText('Not saved yet. To be changed: Name.');
});
