// @vitest-environment happy-dom
/** What keys mean right after a panel opened: nothing that is typed there decides unseen. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import de from '../../../locales/de.json' with { type: 'json' };
import { HARBOUR, WIND, WORKSHOP } from '../../gallery/samples/clips.ts';
import { HOUR, PEOPLE } from '../../gallery/samples/company.ts';
import { topicOf } from '../../gallery/samples/topics.ts';
import { ALONE, open, press, row } from '../inbox-page.tsx';

const alike = [row(WIND).topic, row(WORKSHOP).topic];
const withAlike = { topic: { topic: topicOf(HARBOUR), clips: [], waiting: false, ...ALONE, alike } };

/** As a browser does it: a letter is typed where the focus stands, Space and Enter press what they stand on. */
function type(...keys: string[]) {
  for (const key of keys) {
    const before = document.activeElement ?? document.body;
    const isOurs = !fireEvent.keyDown(before, { key, bubbles: true, cancelable: true });
    const at = document.activeElement;
    if (isOurs) continue;
    if (at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === 'text')) {
      if (key !== 'Enter') fireEvent.input(at, { target: { value: at.value + key } });
      else if (at instanceof HTMLInputElement && at.form !== null) fireEvent.submit(at.form);
    } else if (key === ' ' || key === 'Enter') {
      if (at instanceof HTMLButtonElement) fireEvent.click(at);
    }
  }
}

const sentence = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /One sentence/ });
const offers = () => screen.getByRole('listbox', { name: 'Topics to choose from' });
const focused = () => document.activeElement;

describe('a panel that is opened again', () => {
  it('takes the same keys as a fresh one: 3 1 Enter is the first reason with its sentence', () => {
    const calls = open();
    press('3', '1', 'Escape', '3');
    expect(focused()).toBe(screen.getAllByRole('radio')[0]);
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    press('Enter');
    expect(calls.onDecide).not.toHaveBeenCalled();
    press('1');
    expect(focused()).toBe(sentence());
    expect(sentence().value).toBe(de.declineSentences.off_goal);
    press('Enter');
    expect(calls.onDecide).toHaveBeenCalledWith(
      expect.objectContaining({ to: 'declined', reason: 'off_goal', sentence: de.declineSentences.off_goal }),
    );
  });

  it('keeps what the editor wrote, and asks for the reason anew', () => {
    open();
    press('3', '2');
    fireEvent.input(sentence(), { target: { value: 'Thanks' } });
    press('Escape', '3', '4');
    expect(sentence().value).toBe('Thanks');
    expect(focused()).toBe(sentence());
    // Another one is typed over it, and not behind it; what is written from here on stays.
    expect([sentence().selectionStart, sentence().selectionEnd]).toEqual([0, 'Thanks'.length]);
    fireEvent.input(sentence(), { target: { value: 'Thank you' } });
    sentence().setSelectionRange(9, 9);
    fireEvent.click(screen.getAllByRole('radio')[0] as HTMLElement);
    expect([sentence().selectionStart, sentence().selectionEnd]).toEqual([9, 9]);
  });

  it('is closed where its topic makes room for the list: 1 means the list that is seen', () => {
    const calls = open({ ...withAlike, open: true });
    press('2');
    calls.show({ ...withAlike, open: false });
    expect(document.querySelector('.decision-panel')).toBeNull();
    press('1');
    expect(calls.onDecide).toHaveBeenCalledWith(expect.objectContaining({ to: 'accepted' }));
  });

  it('holds by a digit again where nothing was written, and only chooses the date where something was', () => {
    const calls = open();
    press('h');
    fireEvent.click(screen.getByRole('radio', { name: 'Embargo' }));
    press('1', 'Escape', 'h');
    expect(screen.queryByRole('button', { pressed: true })).toBeNull();
    fireEvent.input(sentence(), { target: { value: 'Not before the fair.' } });
    press('Escape', 'h', '1');
    expect(calls.onDecide).not.toHaveBeenCalled();
    fireEvent.input(sentence(), { target: { value: '' } });
    press('Escape', 'h', '1');
    expect(calls.onDecide).toHaveBeenCalledWith(expect.objectContaining({ to: 'held', holdReason: 'not_yet' }));
  });
});

describe('what is typed right behind the key that opened a panel', () => {
  it('is the sentence of a hold, from its first letter on', () => {
    const calls = open();
    press('h');
    type(...'Erst 1 neue Zahl');
    expect(calls.onDecide).not.toHaveBeenCalled();
    expect(sentence().value).toBe('Erst 1 neue Zahl');
    expect(focused()).toBe(sentence());
  });

  it('is the sentence of a decline, and its reason is still to be said', () => {
    const calls = open();
    press('3');
    type(...'Zu alt', 'Enter');
    expect(calls.onDecide).not.toHaveBeenCalled();
    expect(sentence().value).toBe('Zu alt');
  });

  it('is no sentence as long as it is a digit: 3 3 1 Enter sends nobody a “1”', () => {
    const calls = open();
    press('3', '3');
    fireEvent.input(sentence(), { target: { value: '1' } });
    press('Enter');
    expect(calls.onDecide).not.toHaveBeenCalled();
    screen.getByText('A sentence is still missing.');
    fireEvent.input(sentence(), { target: { value: '1 Woche zu spät.' } });
    press('Enter');
    expect(calls.onDecide).toHaveBeenCalledWith(expect.objectContaining({ sentence: '1 Woche zu spät.' }));
  });

  it('decides nothing by Space, and Enter first goes to where the next one decides', () => {
    const calls = open();
    press('h');
    type(' ');
    expect(calls.onDecide).not.toHaveBeenCalled();
    type('Enter');
    expect(calls.onDecide).not.toHaveBeenCalled();
    expect(focused()).toBe(screen.getByRole('button', { name: /Next week/ }));
    type('Enter');
    expect(calls.onDecide).toHaveBeenCalledWith(expect.objectContaining({ to: 'held' }));
  });

  it('merges into nothing by Space, and searches by letters', () => {
    const calls = open(withAlike);
    press('2');
    type(' ');
    expect(calls.onDecide).not.toHaveBeenCalled();
    type(...'Ne 1');
    expect(calls.onDecide).not.toHaveBeenCalled();
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Find another topic' }).value).toBe('Ne 1');
  });

  it('accepts nothing over the time there is by Space', () => {
    const calls = open({ load: [{ monday: '2026-11-16', planned: 430, budget: 360 }] });
    press('1');
    expect(focused()).toBe(screen.getByRole('form', { name: /^Week 47 would be too full/ }));
    type(...' x');
    expect(calls.onDecide).not.toHaveBeenCalled();
    type('Enter');
    expect(calls.onDecide).toHaveBeenCalledTimes(1);
  });

  it('merges by Enter in the field into what is marked, the first unless an arrow moved it', () => {
    const option = () => within(offers()).getByRole('option', { selected: true });
    const marked = () => option().textContent;
    const field = () => screen.getByRole('combobox', { name: 'Find another topic' });
    const calls = open(withAlike);
    press('2');
    expect(marked()).toContain(WIND.title);
    // On the panel itself nothing is decided yet: the first key leads to where the next one does.
    type('Enter');
    expect([focused(), calls.onDecide.mock.calls]).toEqual([field(), []]);
    type('ArrowDown', 'ArrowDown');
    expect(marked()).toContain(WORKSHOP.title);
    expect(field().getAttribute('aria-activedescendant')).toBe(option().id);
    type('ArrowUp', 'Enter');
    expect(calls.onDecide).toHaveBeenCalledWith(expect.objectContaining({ to: 'merged', into: WIND.id }));
  });

  it('an arrow leads from the panel on from what is marked', () => {
    const calls = open(withAlike);
    press('2');
    type('ArrowDown', 'Enter');
    expect(calls.onDecide).toHaveBeenCalledWith(expect.objectContaining({ into: alike[1]?.id }));
  });

  it('never merges into what an answer put where the chosen topic stood', async () => {
    const [wind, workshop] = alike as [(typeof alike)[0], (typeof alike)[0]];
    const late = Promise.withResolvers<typeof alike>();
    const calls = open({
      ...withAlike,
      onFindTopics: (text: string) => (text === 'ab' ? Promise.resolve(alike) : late.promise),
    });
    press('2');
    const field = () => screen.getByRole('combobox', { name: 'Find another topic' });
    field().focus();
    fireEvent.input(field(), { target: { value: 'ab' } });
    // Answered once the keys of what looked alike are gone.
    await waitFor(() => expect(within(offers()).getAllByRole('option')[1]?.textContent).not.toMatch(/^2/));
    fireEvent.input(field(), { target: { value: 'abc' } });
    type('ArrowDown', 'Enter');
    late.resolve([workshop, wind]);
    await waitFor(() => expect(calls.onDecide).toHaveBeenCalledWith(expect.objectContaining({ into: WORKSHOP.id })));
  });

  it('takes no Enter that is held down from the panel on', () => {
    open(withAlike);
    press('2');
    type('Enter');
    const held = { key: 'Enter', repeat: true, bubbles: true, cancelable: true };
    expect(fireEvent.keyDown(focused() as Element, held)).toBe(false);
  });

  it('says of what could be merged into whose it is, since when, and who has it', () => {
    const taken = topicOf(WIND, [{ to: 'accepted', by: PEOPLE.aylin, ago: HOUR }]);
    open({ topic: { ...withAlike.topic, alike: [taken] } });
    press('2');
    const option = within(offers()).getByRole('option').textContent;
    for (const part of [WIND.title, 'Research', PEOPLE.aylin.name, 'Accepted']) expect(option).toContain(part);
    expect(option).toMatch(/Nov/);
  });
});
