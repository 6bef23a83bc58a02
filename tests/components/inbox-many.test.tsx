// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { HARBOUR, REPORT, WIND, WORKSHOP } from '../gallery/samples/clips.ts';
import { topicOf } from '../gallery/samples/topics.ts';
import { ALONE, open, press, ROWS } from './inbox-page.tsx';

const picked = (...ids: string[]) => new Set(ids);
const gridRow = (title: string) => screen.getByRole('row', { name: new RegExp(title) });

describe('picking topics', () => {
  it('picks the topic at hand by x and by Space, and lets it go again', () => {
    const calls = open();
    press('x');
    expect(calls.onPick).toHaveBeenLastCalledWith([HARBOUR.id], true);
    gridRow(HARBOUR.title).focus();
    press(' ');
    expect(calls.onPick).toHaveBeenCalledTimes(2);
    calls.show({ picked: picked(HARBOUR.id) });
    press('x');
    expect(calls.onPick).toHaveBeenLastCalledWith([HARBOUR.id], false);
  });

  it('extends with Shift and an arrow, and takes back what it comes back over', () => {
    const calls = open();
    const shift = (key: string) => fireEvent.keyDown(document.body, { key, shiftKey: true });
    shift('ArrowDown');
    expect(calls.onPick).toHaveBeenLastCalledWith([HARBOUR.id, WIND.id], true);
    expect(calls.onSelect).toHaveBeenLastCalledWith(WIND.id);
    calls.show({ selectedId: WIND.id, picked: picked(HARBOUR.id, WIND.id) });
    shift('ArrowUp');
    expect(calls.onPick.mock.calls.slice(-2)).toEqual([
      [[WIND.id], false],
      [[HARBOUR.id], true],
    ]);
  });

  it('picks by the box of a row, which opens nothing, and says so to who does not see it', () => {
    const calls = open();
    fireEvent.click(screen.getByRole('checkbox', { name: `Select: ${WIND.title}` }));
    expect(calls.onPick).toHaveBeenCalledWith([WIND.id], true);
    expect(calls.onOpen).not.toHaveBeenCalled();
    calls.show({ picked: picked(WIND.id) });
    expect(gridRow(WIND.title).getAttribute('aria-selected')).toBe('true');
    expect(gridRow(WORKSHOP.title).getAttribute('aria-selected')).toBe('false');
    fireEvent.click(within(gridRow(WORKSHOP.title)).getByText(WORKSHOP.title));
    expect(calls.onOpen).toHaveBeenCalledWith(WORKSHOP.id);
  });

  it('picks all of the view by * a, none by * n or Escape, and offers those that are not loaded', () => {
    const calls = open({ total: 412, more: true, picked: picked(HARBOUR.id) });
    press('*', 'a');
    fireEvent.click(screen.getByRole('button', { name: 'Select all 412' }));
    expect(calls.onPickAll).toHaveBeenCalledTimes(2);
    press('*', 'n');
    press('Escape');
    expect(calls.onPickNone).toHaveBeenCalledTimes(2);
    expect(calls.onBack).not.toHaveBeenCalled();
  });
});

describe('deciding on many', () => {
  it('accepts all that are picked by 1, and the topic at hand alone no more', () => {
    const calls = open({ picked: picked(HARBOUR.id, WORKSHOP.id) });
    press('1');
    expect(calls.onDecidePicked).toHaveBeenCalledWith({
      to: 'accepted',
      reason: null,
      sentence: null,
      holdUntil: null,
      holdReason: null,
      into: null,
    });
    expect(calls.onDecide).not.toHaveBeenCalled();
    // The next one that stays; the first was picked too.
    expect(calls.onSelect).toHaveBeenCalledWith(WIND.id);
  });

  it('declines them with one reason and one sentence, by Ctrl+Enter too', () => {
    const calls = open({ picked: picked(HARBOUR.id, WORKSHOP.id) });
    press('3', '6');
    const sentence = screen.getByRole('textbox', { name: 'One sentence for everyone who suggested them' });
    fireEvent.input(sentence, { target: { value: 'Thanks, the fair is over.' } });
    fireEvent.keyDown(sentence, { key: 'Enter', ctrlKey: true });
    expect(calls.onDecidePicked).toHaveBeenCalledWith({
      to: 'declined',
      reason: 'outdated',
      sentence: 'Thanks, the fair is over.',
      holdUntil: null,
      holdReason: null,
      into: null,
    });
  });

  it('says what stays as it was, counted by why, and offers what was decided to be taken back as one', () => {
    const calls = open({
      acts: [{ title: '', count: 98, to: 'declined' }],
      canUndo: true,
      leftAsTheyWere: { did: 'decided', done: 98, left: [{ because: 'conflict', count: 2 }] },
    });
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('98 topics decided.');
    expect(alert.textContent).toContain('2 × somebody else decided meanwhile');
    expect(screen.getByText(/Declined: 98 topics/)).toBeTruthy();
    press('z');
    expect(calls.onUndoLast).toHaveBeenCalledTimes(1);
  });

  it('never comes to a topic twice whose row does not show the decision yet', () => {
    const calls = open();
    press('1');
    calls.show({ selectedId: WIND.id, topic: { topic: topicOf(WIND), clips: [], waiting: false, ...ALONE } });
    press('1');
    expect(calls.onSelect.mock.calls).toEqual([[WIND.id], [WORKSHOP.id]]);
  });

  it('tells that no one is left instead of going anywhere', () => {
    const calls = open({ rows: ROWS.slice(1, 2) });
    press('1');
    expect(calls.onSelect).toHaveBeenCalledWith(null);
    calls.show({ rows: [], selectedId: null, topic: null, decidedCount: 20, total: 0 });
    expect(screen.getByText('Done! 20 topics decided.')).toBeTruthy();
  });
});

describe('reading', () => {
  it('shows what is unread by weight, dot and words, and marks it by Shift+I and Shift+U', () => {
    const rows = ROWS.map((entry) =>
      entry.topic.id === HARBOUR.id ? { ...entry, reading: 'unread' as const } : entry,
    );
    const calls = open({ rows });
    expect(gridRow(HARBOUR.title).textContent).toContain('Unread');
    const shift = (key: string) => fireEvent.keyDown(document.body, { key, shiftKey: true });
    shift('I');
    expect(calls.onMarkRead).toHaveBeenLastCalledWith([HARBOUR.id], true);
    calls.show({ picked: picked(HARBOUR.id, WIND.id) });
    shift('U');
    expect(calls.onMarkPickedRead).toHaveBeenCalledWith(false);
  });

  it('mutes by m and unmutes by it', () => {
    const calls = open();
    press('m');
    expect(calls.onMute).toHaveBeenLastCalledWith(HARBOUR.id, true);
    calls.show({ rows: ROWS.map((entry) => ({ ...entry, muted: true })) });
    press('m');
    expect(calls.onMute).toHaveBeenLastCalledWith(HARBOUR.id, false);
  });
});

describe('the palette', () => {
  const openPalette = () => fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const options = () =>
    within(screen.getByRole('listbox', { hidden: true }))
      .getAllByRole('option', { hidden: true })
      .map((option) => option.textContent);

  it('offers what applies, those used last first, and runs what Enter chooses', () => {
    const calls = open({ recent: ['view:held', 'mute'] });
    openPalette();
    expect(options().slice(0, 2)).toEqual(['Go to: On hold', 'Mutem']);
    expect(options().some((text) => text?.startsWith('Start work'))).toBe(false);
    const field = screen.getByRole('combobox', { name: 'Command, view or title', hidden: true });
    fireEvent.input(field, { target: { value: 'acc' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(calls.onDecide).toHaveBeenCalledWith(expect.objectContaining({ topicId: HARBOUR.id, to: 'accepted' }));
    expect(calls.onUsed).toHaveBeenCalledWith('accept');
    expect(screen.queryByRole('combobox', { name: 'Command, view or title', hidden: true })).toBeNull();
  });

  it('goes to a view by arrow keys and by a click, and keeps the panel that a command opens', () => {
    const calls = open();
    openPalette();
    fireEvent.input(screen.getByRole('combobox', { name: /Command/, hidden: true }), { target: { value: 'go to' } });
    fireEvent.click(screen.getByRole('option', { name: /Go to: Declined/, hidden: true }));
    expect(calls.onFilter).toHaveBeenCalledWith(expect.objectContaining({ states: ['declined'] }));
    openPalette();
    fireEvent.click(screen.getByRole('option', { name: /^Decline/, hidden: true }));
    expect(screen.getByText('Why decline?')).toBeTruthy();
  });

  it('finds topics by their titles', async () => {
    const calls = open();
    openPalette();
    fireEvent.input(screen.getByRole('combobox', { name: /Command/, hidden: true }), { target: { value: 'report' } });
    await waitFor(() => expect(calls.onFindTopics).toHaveBeenCalledWith('report'));
    fireEvent.click(await screen.findByText(REPORT.title));
    expect(calls.onOpen).toHaveBeenCalledWith(REPORT.id);
  });
});

it('lists every command with its keys in the overview', () => {
  open();
  press('?');
  const help = screen.getByRole('dialog', { hidden: true });
  for (const text of ['Select all', 'Mark as unread', 'Go to the plan', 'Undo', 'All commands'])
    expect(within(help).getByText(text)).toBeTruthy();
});
