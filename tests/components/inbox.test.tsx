// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import de from '../../locales/de.json' with { type: 'json' };
import en from '../../locales/en.json' with { type: 'json' };
import { EVERYTHING } from '../../protocol/topic-filter.ts';
import { HARBOUR, REPORT, WIND, WORKSHOP } from '../gallery/samples/clips.ts';
import { PEOPLE } from '../gallery/samples/company.ts';
import { topicOf } from '../gallery/samples/topics.ts';
import { ALONE, open, press, ROWS } from './inbox-page.tsx';

const NOTHING = { reason: null, sentence: null, holdUntil: null, holdReason: null, into: null };
const ACCEPT = { topicId: HARBOUR.id, to: 'accepted', ...NOTHING };

describe('deciding by keyboard', () => {
  it('accepts by 1 and moves on to the next topic', () => {
    const calls = open();
    press('1');
    expect(calls.onDecide).toHaveBeenCalledWith(ACCEPT);
    expect(calls.onSelect).toHaveBeenCalledWith(WIND.id);
  });

  it('moves back where there is no next one', () => {
    const calls = open({ rows: ROWS.slice(0, 2) });
    press('1');
    expect(calls.onSelect).toHaveBeenCalledWith(WORKSHOP.id);
  });

  it('declines by 3, a digit, a sentence and Enter, and not without the sentence', () => {
    const calls = open();
    press('3', '2');
    const sentence = screen.getByRole('textbox', { name: 'One sentence for everyone who suggested it' });
    expect(document.activeElement).toBe(sentence);
    fireEvent.input(sentence, { target: { value: ' ' } });
    press('Enter');
    expect(calls.onDecide).not.toHaveBeenCalled();
    fireEvent.input(sentence, { target: { value: ' Thank you, that was in March. ' } });
    press('Enter');
    expect(calls.onDecide).toHaveBeenCalledWith({
      ...ACCEPT,
      to: 'declined',
      reason: 'covered',
      sentence: 'Thank you, that was in March.',
    });
  });

  it('offers a sentence in the language of the page, to be seen before it is sent', () => {
    const calls = open();
    press('3', '2');
    const sentence = screen.getByRole('textbox', { name: /One sentence/ }) as HTMLTextAreaElement;
    expect(sentence.value).toBe(de.declineSentences.covered);
    expect([sentence.selectionStart, sentence.selectionEnd]).toEqual([0, sentence.value.length]);
    fireEvent.click(screen.getByRole('button', { name: 'Sentence in English' }));
    expect(sentence.value).toBe(en.declineSentences.covered);
    press('Enter');
    expect(calls.onDecide.mock.calls[0]?.[0]).toMatchObject({
      reason: 'covered',
      sentence: en.declineSentences.covered,
    });
  });

  it('drops what was accepted, and keeps the words of the editor when the reason changes', () => {
    const accepted = topicOf(HARBOUR, [{ to: 'accepted', by: PEOPLE.jonas, ago: 1 }]);
    const calls = open({ topic: { topic: accepted, clips: [], waiting: false, ...ALONE } });
    press('3');
    expect((screen.getByRole('radio', { name: /Taken off the plan/ }) as HTMLInputElement).checked).toBe(true);
    const sentence = screen.getByRole('textbox', { name: /One sentence/ }) as HTMLTextAreaElement;
    expect(sentence.value).toBe(en.declineSentences.dropped);
    fireEvent.input(sentence, { target: { value: 'The plant said no.' } });
    fireEvent.click(screen.getByRole('radio', { name: /capacity/i }));
    fireEvent.submit(sentence.closest('form') ?? sentence);
    expect(calls.onDecide.mock.calls[0]?.[0]).toMatchObject({ reason: 'no_capacity', sentence: 'The plant said no.' });
  });

  it('holds with a reason and a sentence: once somebody began to say why, a digit chooses and Enter decides', () => {
    const calls = open();
    press('h');
    const embargo = screen.getByRole('radio', { name: 'Embargo' });
    fireEvent.focusIn(embargo);
    press('1');
    expect(calls.onDecide).not.toHaveBeenCalled();
    fireEvent.click(embargo);
    expect(screen.getByRole('button', { name: /Next week/ }).getAttribute('aria-pressed')).toBe('true');
    const sentence = screen.getByRole('textbox', { name: /One sentence/ });
    fireEvent.input(sentence, { target: { value: ' Not before the fair. ' } });
    sentence.focus();
    press('Enter');
    expect(calls.onDecide.mock.calls[0]?.[0]).toMatchObject({
      ...{ to: 'held', holdReason: 'embargo', sentence: 'Not before the fair.' },
      holdUntil: new Date(2026, 10, 23, 8).getTime(),
    });
  });

  it('keeps what was typed when the panel is closed and opened again', () => {
    open();
    press('3', '2');
    fireEvent.input(screen.getByRole('textbox', { name: /One sentence/ }), { target: { value: 'Thanks' } });
    press('Escape', '3');
    expect((screen.getByRole('textbox', { name: /One sentence/ }) as HTMLTextAreaElement).value).toBe('Thanks');
  });

  it('never hands an open panel on to another topic', () => {
    const { show } = open();
    press('3', '2');
    show({ selectedId: WIND.id, topic: { topic: topicOf(WIND), clips: [], waiting: false, ...ALONE } });
    expect(screen.queryByText('Why decline?')).toBeNull();
    press('3');
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  });

  it('does not take digits of the sentence for commands', () => {
    const calls = open();
    press('3', '2', '1', '3', 'h');
    expect(calls.onDecide).not.toHaveBeenCalled();
    expect((screen.getByRole('radio', { name: /Already covered/ }) as HTMLInputElement).checked).toBe(true);
  });

  it('shows the reason that goes along with a hold, and offers to send nothing without a date', () => {
    const calls = open();
    press('h');
    const reasons = within(screen.getByRole('radiogroup', { name: 'Reason that is sent along' }));
    expect(reasons.getByRole<HTMLInputElement>('radio', { name: 'Not ready yet' }).checked).toBe(true);
    const send = () => screen.getByRole('button', { name: 'Put on hold' });
    expect(send().getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(reasons.getByRole('radio', { name: 'Embargo' }));
    press('1');
    expect([send().getAttribute('aria-disabled'), calls.onDecide.mock.calls]).toEqual(['false', []]);
  });

  it('holds by h and a digit', () => {
    const calls = open();
    press('h', '1');
    const [decision] = calls.onDecide.mock.calls[0] ?? [];
    expect(decision).toMatchObject({ topicId: HARBOUR.id, to: 'held' });
    // The Monday after that Friday.
    expect(new Date(decision.holdUntil).toDateString()).toBe('Mon Nov 23 2026');
  });

  it('closes a panel by Escape and then goes back', () => {
    const calls = open();
    press('3', 'Escape');
    expect(screen.queryByText('Why decline?')).toBeNull();
    expect(calls.onBack).not.toHaveBeenCalled();
    press('Escape');
    expect(calls.onBack).toHaveBeenCalledTimes(1);
  });

  it('does nothing that the state does not allow', () => {
    const declined = topicOf(REPORT, [
      { to: 'declined', by: PEOPLE.jonas, ago: 1_000, reason: 'covered', sentence: 'Thanks.' },
    ]);
    const calls = open({ selectedId: REPORT.id, topic: { topic: declined, clips: [], waiting: false, ...ALONE } });
    press('1', '3', 'h');
    expect(calls.onDecide).not.toHaveBeenCalled();
    // What was turned down is not turned down again; the way on stands in the first place, where Accept stands for others.
    for (const name of ['Accept', 'Merge', 'Decline', 'Hold', 'Ask'])
      expect(screen.queryByRole('button', { name })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Open again' }));
    expect(calls.onDecide).toHaveBeenCalledWith({ ...ACCEPT, topicId: REPORT.id, to: 'new' });
  });

  it('offers on what is out only what came of it, and nothing once that was said', () => {
    const at = (...states: ('accepted' | 'in_work' | 'published' | 'evaluated')[]) =>
      topicOf(
        REPORT,
        states.map((to, place) => ({ to, by: PEOPLE.jonas, ago: 1_000 - place })),
      );
    const bar = () =>
      [...document.querySelectorAll('.decision-bar .command-text')].map(({ textContent }) => textContent?.trim());
    const detail = { clips: [], waiting: false, ...ALONE };
    open({ selectedId: REPORT.id, topic: { topic: at('accepted', 'in_work', 'published'), ...detail } });
    expect(bar()).toEqual(['Evaluate', 'Undo']);
    cleanup();
    const calls = open({
      selectedId: REPORT.id,
      topic: { topic: at('accepted', 'in_work', 'published', 'evaluated'), ...detail },
    });
    expect(bar()).toEqual(['Undo']);
    press('w', '1', '3', 'h');
    expect(screen.queryByRole('form')).toBeNull();
    expect(calls.onDecide).not.toHaveBeenCalled();
  });

  it('numbers the reasons without a gap, and each digit means the reason that it stands at', () => {
    open();
    press('3');
    const reasons = () => screen.getAllByRole('radio').map((radio) => radio.closest('label'));
    const digits = reasons().map((label) => label?.querySelector('.kbd')?.textContent);
    expect(digits).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    for (const [at, digit] of digits.entries()) {
      press('Escape', '3');
      fireEvent.keyDown(document.body, { key: digit ?? '' });
      expect(reasons()[at]?.querySelector('input')?.checked).toBe(true);
    }
  });

  it('clears the search by Escape and by a button, and leaves the field by the next Escape', () => {
    const calls = open({ filter: { ...EVERYTHING, states: ['new'], text: 'harbour' } });
    const field = screen.getByRole('searchbox', { name: 'Search topics' });
    field.focus();
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(calls.onFilter).toHaveBeenCalledWith({ ...EVERYTHING, states: ['new'], text: '' });
    expect(document.activeElement).toBe(field);
    fireEvent.click(screen.getByRole('button', { name: 'Empty the search field' }));
    expect(calls.onFilter).toHaveBeenCalledTimes(2);
    cleanup();
    open();
    const empty = screen.getByRole('searchbox', { name: 'Search topics' });
    empty.focus();
    fireEvent.keyDown(empty, { key: 'Escape' });
    expect(document.activeElement).not.toBe(empty);
  });

  it('keeps the room of the words that take turns, so that reading a topic moves nothing', () => {
    open();
    expect(screen.getByRole('button', { name: 'Mark as unread' }).dataset.turns).toBe('Mark as read');
  });

  it('takes back the decision that the toast names, although another topic is selected', () => {
    const calls = open({ acts: [{ title: WORKSHOP.title, count: 1, to: 'accepted' }], canUndo: true });
    press('z');
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(calls.onUndoLast).toHaveBeenCalledTimes(2);
  });

  it('has nothing to take back on a topic that nobody decided on', () => {
    const calls = open();
    press('z');
    expect(calls.onUndoLast).not.toHaveBeenCalled();
  });
});

describe('changing a topic', () => {
  it('takes it oneself by i, and gives it to a colleague by a, letters and Enter', () => {
    const calls = open();
    press('i');
    expect(calls.onEditTopic).toHaveBeenLastCalledWith(HARBOUR.id, { leadId: PEOPLE.jonas.id });
    press('a');
    const find = screen.getByRole('textbox', { name: 'Filter' });
    fireEvent.input(find, { target: { value: 'ayl' } });
    fireEvent.submit(find.closest('form') ?? find);
    expect(calls.onEditTopic).toHaveBeenLastCalledWith(HARBOUR.id, { leadId: PEOPLE.aylin.id });
    // Whoever does not work at the desk is not among them.
    press('a');
    expect(screen.queryByRole('button', { name: PEOPLE.henrik.name })).toBeNull();
  });

  it('changes department, goal and labels', () => {
    const calls = open();
    press('l');
    const labels = screen.getByRole('textbox', { name: 'Labels' });
    fireEvent.input(labels, { target: { value: ' Messe, Bild ,, Messe' } });
    fireEvent.submit(labels.closest('form') ?? labels);
    expect(calls.onEditTopic).toHaveBeenLastCalledWith(HARBOUR.id, { labels: ['Messe', 'Bild'] });
    press('t');
    fireEvent.click(screen.getByRole('button', { name: 'No goal' }));
    expect(calls.onEditTopic).toHaveBeenLastCalledWith(HARBOUR.id, { goalId: null });
  });

  it('[NT1] notes apart from the sentence, and says that only the editors read it', () => {
    const calls = open();
    press('n');
    const field = screen.getByRole('textbox', { name: 'New note' });
    expect(field.closest('form')?.className).toContain('internal');
    expect(field.closest('form')?.textContent).toContain(en.notes.only);
    fireEvent.input(field, { target: { value: 'Ask the boss' } });
    fireEvent.submit(field.closest('form') ?? field);
    expect(calls.onAddNote).toHaveBeenCalledWith(HARBOUR.id, 'Ask the boss');
    press('3');
    expect((screen.getByRole('textbox', { name: /One sentence/ }) as HTMLTextAreaElement).value).toBe('');
  });

  it('leads from one overdue topic to the next', () => {
    const calls = open({ overdue: [WIND.id, HARBOUR.id] });
    press('g', 'f');
    expect(calls.onOpen).toHaveBeenLastCalledWith(WIND.id);
    expect(screen.getByRole('button', { name: /2 overdue/ })).not.toBeNull();
  });
});

describe('moving', () => {
  it('decides on the topic that was moved to, although the one before is still on the screen', () => {
    const calls = open({ selectedId: WIND.id });
    press('1');
    expect(calls.onDecide).toHaveBeenCalledWith({ ...ACCEPT, topicId: WIND.id });
    expect(screen.getByRole('heading', { level: 2, name: WIND.title })).toBeTruthy();
  });

  it('goes down and up by j and k, and stays at the ends', () => {
    const calls = open();
    press('j', 'k');
    expect(calls.onSelect.mock.calls).toEqual([[WIND.id], [WORKSHOP.id]]);
    cleanup();
    const atEnd = open({ selectedId: WIND.id });
    press('j');
    expect(atEnd.onSelect).not.toHaveBeenCalled();
  });

  it('keeps the letters for the search field', () => {
    const calls = open();
    press('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    press('j', '1', 'z');
    expect(calls.onSelect).not.toHaveBeenCalled();
    expect(calls.onDecide).not.toHaveBeenCalled();
  });

  it('puts only the selected row into the order of Tab', () => {
    open();
    const rows = within(screen.getByRole('grid', { name: 'Topics' })).getAllByRole('row');
    expect(rows.map((row) => row.tabIndex)).toEqual([-1, 0, -1]);
  });

  it('does without letters when they are switched off', () => {
    const calls = open({ letterKeys: false });
    press('1', 'j', '3');
    expect(calls.onDecide).not.toHaveBeenCalled();
    expect(calls.onSelect).not.toHaveBeenCalled();
    press('ArrowDown');
    expect(calls.onSelect).toHaveBeenCalledWith(WIND.id);
  });
});
