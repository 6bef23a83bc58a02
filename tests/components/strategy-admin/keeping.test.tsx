// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { LanguageProvider } from '../../../components/language.tsx';
import { BLANK } from '../../../components/strategy-admin/entry-fields.ts';
import { Keeping } from '../../../components/strategy-admin/keeping.tsx';
import type { OpenEntry } from '../../../components/strategy-admin/strategy-props.ts';
import type { StrategyView } from '../../../protocol/strategy-edit.ts';
import { department } from '../../desk/samples.ts';

afterEach(cleanup);

const nothing = () => undefined;
const named = (name: string) => department({ id: name.toLowerCase(), name: { en: name } });

function Departments() {
  const [open, setOpen] = useState<OpenEntry | null>(null);
  const [departments, setDepartments] = useState(['Canteen', 'Harbour', 'Workshop'].map(named));
  const view: StrategyView = {
    ...{ version: 1, queueName: '', goals: [], audiences: [], channels: [], people: [], rules: [], desk: [] },
    departments,
  };
  return (
    <Keeping
      section="departments"
      keeping={{
        ...{ view, loading: false, problem: null, open, unsaved: {}, saving: false, refusals: 0 },
        ...{ fieldProblems: {}, faults: [], conflict: null, done: null },
      }}
      onOpen={(section, id) => {
        const base = departments.find((each) => each.id === id) ?? null;
        setOpen({ section, base, draft: base ?? BLANK.departments, version: 1 });
      }}
      onClose={() => setOpen(null)}
      onRemove={() => {
        setDepartments(departments.filter(({ id }) => id !== open?.draft.id));
        setOpen(null);
      }}
      {...{ onReload: nothing, onDraft: nothing, onSave: nothing, onDiscard: nothing }}
      {...{ onResolve: nothing, onUndo: nothing }}
    />
  );
}

const show = () =>
  render(
    <LanguageProvider language="en" now={Date.UTC(2026, 10, 27)}>
      <Departments />
    </LanguageProvider>,
  );
const openEntry = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const focused = () => document.activeElement?.textContent;

test.each([
  ['Canteen', 'Canteen'],
  ['Harbour', 'Harbour'],
  ['New', 'New'],
])('Escape in %s leads back to where it was opened', async (name, back) => {
  show();
  openEntry(name);
  fireEvent.keyDown(await screen.findByRole('form'), { key: 'Escape' });
  await screen.findByText(/^Choose an entry/);
  expect(focused()).toMatch(back);
});

test('where an entry was taken out the one in its place has the focus', async () => {
  show();
  openEntry('Harbour');
  await screen.findByRole('form');
  const remove = screen.getByRole('button', { name: 'Remove from the strategy' });
  fireEvent.click(remove);
  fireEvent.click(remove);
  await screen.findByText(/^Choose an entry/);
  expect(focused()).toBe('Workshop');
});
