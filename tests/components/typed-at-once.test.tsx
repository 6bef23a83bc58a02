// @vitest-environment happy-dom
/** Whoever types right behind the key that opens a field: nothing waits for a picture, as effects do. */
import Target from 'lucide/dist/esm/icons/target.mjs';
import { type ComponentChildren, render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { Chooser } from '../../components/chooser/chooser.tsx';
import { SaveView } from '../../components/inbox/finding/save-view.tsx';
import { LanguageProvider } from '../../components/language.tsx';
import { NOW } from '../desk/samples.ts';

afterEach(() => render(null, document.body));

const show = (children: ComponentChildren) =>
  render(
    <LanguageProvider language="en" now={NOW}>
      {children}
    </LanguageProvider>,
    document.body,
  );
/** Presses the button and lets what follows it at once be done, but no picture be drawn. */
async function open(): Promise<Element | null> {
  document.querySelector('button')?.click();
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  return document.activeElement;
}

function Goal() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Chooser
      {...{ icon: Target, label: 'Goal', searchLabel: 'Search', emptyLabel: '', placeholder: '', chosenId: null }}
      {...{ choices: [{ id: 'trust', name: 'Trust' }], open: isOpen, onOpen: setOpen, onChoose: () => {} }}
    />
  );
}

test('the search of a list of choices has the focus before the next key', async () => {
  show(<Goal />);
  expect((await open())?.getAttribute('role')).toBe('combobox');
});

test('so has the name of a view that is saved', async () => {
  show(<SaveView onSave={() => {}} />);
  expect((await open())?.tagName).toBe('INPUT');
});
