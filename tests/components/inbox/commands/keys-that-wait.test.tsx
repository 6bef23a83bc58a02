// @vitest-environment happy-dom
/** Keys pressed before what they mean is on the screen: they wait, and arrive in their order where they belong. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { Topic } from '../../../../protocol/topic.ts';
import { REPORT } from '../../../gallery/samples/clips.ts';
import { topicOf } from '../../../gallery/samples/topics.ts';
import { ALONE, open, press } from '../../inbox-page.tsx';

const pressWith = (held: object, key: string): boolean =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true, cancelable: true, ...held });
const palette = () => screen.queryByRole<HTMLInputElement>('combobox', { name: /^Command, view/ });

afterEach(() => vi.restoreAllMocks());

it('Ctrl+K behind keys that wait waits too, and what is typed behind it arrives in the palette', async () => {
  // A dialog gives its first field the focus; happy-dom does not know that.
  vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(function (this: HTMLDialogElement) {
    this.open = true;
    this.querySelector('input')?.focus();
  });
  const calls = open({ keysWait: true });
  press('j');
  expect(pressWith({ ctrlKey: true }, 'k')).toBe(false);
  press('T', 'o');
  expect(palette()).toBeNull();
  expect(calls.onSelect).not.toHaveBeenCalled();

  calls.show({ keysWait: false });
  await waitFor(() => expect(palette()?.value).toBe('To'));
  expect(calls.onSelect).toHaveBeenCalledTimes(1);
});

it('what is typed into a field that a waiting key opens keeps its order', async () => {
  const calls = open({ keysWait: true });
  press('n', 'a');
  calls.show({ keysWait: false });
  // The note has the focus, and the "a" before it is not there yet.
  await waitFor(() => expect(document.activeElement).toBeInstanceOf(HTMLTextAreaElement));
  press('b');
  await waitFor(() => expect(document.activeElement).toHaveProperty('value', 'ab'));
});

it('Escape behind keys that wait closes what they opened', async () => {
  const calls = open({ keysWait: true });
  press('3', 'Escape', 'j');
  calls.show({ keysWait: false });
  await waitFor(() => expect(calls.onSelect).toHaveBeenCalled());
  expect(screen.queryByRole('form')).toBeNull();
  expect(calls.onDecide).not.toHaveBeenCalled();
});

it('a sentence that waits behind the key of a panel arrives in its field, and its digit decides nothing', async () => {
  const calls = open({ keysWait: true });
  press('h', ...'Erst 1 neue');
  calls.show({ keysWait: false });
  const sentence = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /One sentence/ });
  await waitFor(() => expect(sentence.value).toBe('Erst 1 neue'));
  expect(calls.onDecide).not.toHaveBeenCalled();
});

it('Enter behind a sentence that is still being typed sends all of it', async () => {
  const calls = open({ keysWait: true });
  press('3', '2', 'N', 'o');
  calls.show({ keysWait: false });
  // The field has the focus, and its own Enter would send "N".
  await waitFor(() => expect(document.activeElement).toHaveProperty('value', 'N'));
  press('Enter');
  await waitFor(() => expect(calls.onDecide).toHaveBeenCalled());
  expect(calls.onDecide).toHaveBeenCalledWith(expect.objectContaining({ to: 'declined', sentence: 'No' }));
});

it('keys mean something again behind one that its field could not take', async () => {
  const calls = open({ keysWait: true });
  const day = document.createElement('input');
  day.type = 'date';
  press('x');
  document.body.append(day);
  day.focus();
  calls.show({ keysWait: false });
  day.remove();
  press('j');
  await waitFor(() => expect(calls.onSelect).toHaveBeenCalled());
});

it('keys behind Enter in the palette wait for the topic that it leads to', async () => {
  vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(function (this: HTMLDialogElement) {
    this.open = true;
    this.querySelector('input')?.focus();
  });
  const found = Promise.withResolvers<Topic[]>();
  const calls = open({ onFindTopics: () => found.promise });
  pressWith({ ctrlKey: true }, 'k');
  await waitFor(() => expect(palette()).not.toBeNull());
  fireEvent.input(palette() as HTMLInputElement, { target: { value: 'Jahresbericht' } });
  press('Enter');
  expect(pressWith({}, 'n')).toBe(false);
  expect(palette()?.value).toBe('Jahresbericht');
  const report = topicOf(REPORT);
  found.resolve([report]);
  await waitFor(() => expect(calls.onOpen).toHaveBeenCalledWith(report.id));
  expect(screen.queryByRole('textbox', { name: 'New note' })).toBeNull();
  calls.show({ selectedId: report.id, topic: { topic: report, clips: [], waiting: false, ...ALONE } });
  await screen.findByRole('textbox', { name: 'New note' });
});

it('keys behind Enter in the palette go on where the search fails', async () => {
  vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(function (this: HTMLDialogElement) {
    this.open = true;
    this.querySelector('input')?.focus();
  });
  const found = Promise.withResolvers<Topic[]>();
  open({ onFindTopics: () => found.promise });
  pressWith({ ctrlKey: true }, 'k');
  await waitFor(() => expect(palette()).not.toBeNull());
  fireEvent.input(palette() as HTMLInputElement, { target: { value: 'Jahresbericht' } });
  press('Enter');
  pressWith({}, 'n');
  found.reject(new Error('gone'));
  await waitFor(() => expect(palette()?.value).toBe('Jahresberichtn'));
});
