// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageProvider } from '../../components/language.tsx';
import { UndoToast } from '../../components/undo-toast.tsx';
import { NOW } from '../desk/samples.ts';

afterEach(cleanup);

const toast = (text: string, more: Partial<Parameters<typeof UndoToast>[0]> = {}) => (
  <LanguageProvider language="en" now={NOW}>
    <UndoToast text={text} onUndo={vi.fn()} {...more} />
    <form>
      <input aria-label="Name" />
    </form>
  </LanguageProvider>
);
const gone = () => waitFor(() => expect(document.querySelector('.undo-toast')).toBeNull());

test('what was done is put away by its cross, and what is done next is said again', async () => {
  const { rerender } = render(toast('Accepted: “Hafen”'));
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  await gone();
  rerender(toast('Accepted: “Wind”'));
  await screen.findByText('Accepted: “Wind”');
  rerender(toast('Accepted: “Hafen”'));
  await screen.findByText('Accepted: “Hafen”');
});

test('two acts that read the same are two: how many there are before is part of what is said', async () => {
  const { rerender } = render(toast('Accepted: “Hafen”'));
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  await gone();
  rerender(toast('Accepted: “Hafen”', { more: 'and 1 before' }));
  await screen.findByText('and 1 before');
});

test('two acts of the same words are two', async () => {
  const { rerender } = render(toast('Accepted: “Hafen”', { of: { act: 1 } }));
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  await gone();
  rerender(toast('Accepted: “Hafen”', { of: { act: 2 } }));
  await screen.findByText('Accepted: “Hafen”');
});

test('Escape puts it away, unless it is pressed in a form or closes something else', async () => {
  const { rerender } = render(toast('Accepted: “Hafen”', { closesOnEscape: false }));
  fireEvent.keyDown(document.body, { key: 'Escape', bubbles: true });
  rerender(toast('Accepted: “Hafen”'));
  fireEvent.keyDown(screen.getByLabelText('Name'), { key: 'Escape', bubbles: true });
  await screen.findByText('Accepted: “Hafen”');
  // It means nothing else then.
  expect(fireEvent.keyDown(document.body, { key: 'Escape', bubbles: true, cancelable: true })).toBe(false);
  await gone();
  expect(fireEvent.keyDown(document.body, { key: 'Escape', bubbles: true, cancelable: true })).toBe(true);
});
