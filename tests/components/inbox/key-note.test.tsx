// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { open, press } from '../inbox-page.tsx';

const said = () => document.querySelector('.key-note')?.textContent;

test('a key that does nothing here says why, until the next one', () => {
  const calls = open();
  press('w');
  expect(said()).toBe('“Start work” does not fit the state “New suggestion”.');
  press('q');
  expect(said()).toContain('“q” does nothing here');
  press('5');
  expect(said()).toContain('“5” does nothing here');
  press('z');
  expect(said()).toBe('“Undo” does not apply here right now.');
  press('j');
  expect(said()).toBe('');
  expect(calls.onDecide).not.toHaveBeenCalled();
});

test('nothing is said of keys in a field, in a panel, of chords, and of the second key of a sequence', () => {
  open();
  const search = screen.getByRole('searchbox', { name: 'Search topics' });
  fireEvent.keyDown(search, { key: 'q', bubbles: true });
  fireEvent.keyDown(document.body, { key: 'q', ctrlKey: true, bubbles: true });
  press('g', 'q');
  expect(said()).toBe('');
  press('h', 'q');
  expect(said()).toBe('');
});

test('nothing is said where single keys are off', () => {
  open({ letterKeys: false });
  press('w');
  expect(said()).toBe('');
});
