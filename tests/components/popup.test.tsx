// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LanguageProvider } from '../../components/language.tsx';
import type { PopupScreenProps, PopupState } from '../../components/popup/popup-props.ts';
import { PopupScreen } from '../../components/popup/popup-screen.tsx';
import { EMPTY_STRATEGY } from '../../components/strategy.ts';
import { AUTHORS, WORKSHOP } from '../gallery/samples/clips.ts';
import { NOW, STRATEGY } from '../gallery/samples/company.ts';
import { topicOf } from '../gallery/samples/topics.ts';

afterEach(cleanup);

type Form = Extract<PopupState, { kind: 'form' }>;
const FORM: Form = {
  kind: 'form',
  page: { ...WORKSHOP, pictureUrl: null, document: null },
  failure: null,
  values: { ...WORKSHOP, note: '' },
  strategy: STRATEGY,
  rules: null,
  preselected: {
    department: { because: { because: 'profile' }, instead: 'produktion' },
    goal: { because: { because: 'words', words: ['Ausbildung', 'Werkstatt'] }, instead: null },
  },
  earlier: null,
  similar: [],
  restored: false,
  saving: false,
  problem: null,
};

function open(state: PopupState, more: Partial<PopupScreenProps> = {}) {
  const calls = {
    onChange: vi.fn(),
    onSave: vi.fn(),
    onJoinTopic: vi.fn(),
    onReuse: vi.fn(),
    onWithdraw: vi.fn(),
    onUndoWithdraw: vi.fn(),
    onDiscardDraft: vi.fn(),
    onRetry: vi.fn(),
    onAllowSite: vi.fn(),
    onShowRead: vi.fn(),
    onJoin: vi.fn(),
    onOpen: vi.fn(),
    onAnswer: vi.fn(),
    onDiscardAnswer: vi.fn(),
    onClose: vi.fn(),
  } satisfies Partial<PopupScreenProps>;
  const foot = { unsent: 0, parked: 0, person: 'Mira', queue: 'Nordwerk', desk: false, toConfirm: 0 };
  render(
    <LanguageProvider language="en" now={NOW}>
      <PopupScreen state={state} foot={foot} questions={null} {...calls} {...more} />
    </LanguageProvider>,
  );
  return calls;
}

const title = () => screen.getByRole('textbox', { name: 'Title' });
const note = () => screen.getByRole('textbox', { name: 'Note' });
const press = (element: Element | Window, key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(element, { key, bubbles: true, cancelable: true, ...more });

describe('the form', () => {
  it('puts the focus into the title, and Enter there saves', () => {
    const calls = open(FORM);
    expect(document.activeElement).toBe(title());
    press(title(), 'Enter');
    expect(calls.onSave).toHaveBeenCalledTimes(1);
  });

  it('gives a long title more lines than a short one, and none ever takes the form', () => {
    const rows = [40, 110, 300].map((length) => {
      open({ ...FORM, values: { ...FORM.values, title: 'x'.repeat(length) } });
      const shown = Number(title().getAttribute('rows'));
      cleanup();
      return shown;
    });
    expect(rows).toEqual([3, 4, 5]);
  });

  it('says whose the page is and what of it was cut, before the text of the page', () => {
    open({ ...FORM, page: { ...AUTHORS, cut: ['title'], pictureUrl: null, document: null } });
    const extract = document.querySelector('.popup-extract')?.textContent ?? '';
    const at = [...AUTHORS.byline, '18', 'Shortened', AUTHORS.excerpt].map((part) => extract.indexOf(part));
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it('gives a note as many lines as it has, up to six', () => {
    const rows = ['', 'short', 'a\nb\nc\nd', 'x'.repeat(1_000)].map((note) => {
      open({ ...FORM, values: { ...FORM.values, note } });
      const shown = Number(screen.getByRole('textbox', { name: 'Note' }).getAttribute('rows'));
      cleanup();
      return shown;
    });
    expect(rows).toEqual([2, 2, 4, 6]);
  });

  it('shows on request what was read of the page', () => {
    const calls = open(FORM);
    fireEvent.click(screen.getByRole('button', { name: 'Show what was read' }));
    expect(calls.onShowRead).toHaveBeenCalledTimes(1);
  });

  it('says why department and goal stand there, and takes the next best by key or click', () => {
    const calls = open(FORM);
    expect(screen.getByText('Department, because: your department')).toBeTruthy();
    expect(screen.getByText('Goal, because: “Ausbildung” and “Werkstatt”')).toBeTruthy();
    press(window, 'D', { altKey: true, shiftKey: true });
    fireEvent.click(screen.getByRole('button', { name: 'or Production' }));
    expect(calls.onChange.mock.calls).toEqual([[{ departmentId: 'produktion' }], [{ departmentId: 'produktion' }]]);
    // There is no second goal to offer.
    press(window, 'G', { altKey: true, shiftKey: true });
    expect(calls.onChange).toHaveBeenCalledTimes(2);
  });

  it('saves on Enter from the note too, as the button says; Shift+Enter breaks its line', () => {
    const calls = open(FORM);
    expect(press(note(), 'Enter', { shiftKey: true })).toBe(true);
    expect(calls.onSave).not.toHaveBeenCalled();
    expect(note().title).toBe('Shift+Enter: new line');
    press(note(), 'Enter');
    press(note(), 'Enter', { ctrlKey: true });
    expect(calls.onSave).toHaveBeenCalledTimes(2);
  });

  describe('with something similar', () => {
    const similar: Form['similar'] = [
      {
        topicId: crypto.randomUUID(),
        state: 'new',
        departmentId: 'personal',
        supporterCount: 2,
        title: 'Workshop',
        words: [],
      },
    ];
    const summary = () => document.querySelector('.known-already summary') as HTMLElement;
    const details = () => document.querySelector('.known-already details') as HTMLDetailsElement;

    it('[SM4] leaves Enter to the line and the button, and saves by it elsewhere', () => {
      const calls = open({ ...FORM, similar });
      expect(press(summary(), 'Enter')).toBe(true);
      expect(press(screen.getByRole('button', { name: /Join this topic/, hidden: true }), 'Enter')).toBe(true);
      expect(calls.onSave).not.toHaveBeenCalled();
      press(title(), 'Enter');
      expect(calls.onSave).toHaveBeenCalledTimes(1);
    });

    it('[SM2] closes its list by Escape first and the popup second', async () => {
      const calls = open({ ...FORM, similar });
      details().open = true;
      await vi.waitFor(() => {
        press(title(), 'Escape');
        expect(details().open).toBe(false);
      });
      calls.onClose.mockClear();
      press(title(), 'Escape');
      expect(calls.onClose).toHaveBeenCalledTimes(1);
    });

    it('[SM4] closes its list by choosing', () => {
      const calls = open({ ...FORM, similar });
      details().open = true;
      fireEvent.click(screen.getByRole('button', { name: /Join this topic/ }));
      expect(details().open).toBe(false);
      expect(calls.onJoinTopic).toHaveBeenCalledTimes(1);
    });
  });

  it('does not save while an IME is composing, while it saves already, or without a title', () => {
    const composing = open(FORM);
    press(title(), 'Enter', { isComposing: true });
    expect(composing.onSave).not.toHaveBeenCalled();
    cleanup();
    const saving = open({ ...FORM, saving: true });
    press(title(), 'Enter');
    expect(saving.onSave).not.toHaveBeenCalled();
    cleanup();
    const untitled = open({ ...FORM, values: { ...FORM.values, title: ' ' } });
    press(title(), 'Enter');
    expect(untitled.onSave).not.toHaveBeenCalled();
  });

  it('takes Enter while the page is still being read', () => {
    const nothing = { address: '', title: '', departmentId: null, goalId: null, note: '' };
    const calls = open({ ...FORM, page: null, values: nothing, strategy: EMPTY_STRATEGY });
    press(title(), 'Enter');
    expect(calls.onSave).toHaveBeenCalledTimes(1);
  });

  it('opens the goals by Alt+G, finds one by what is typed, and chooses it by Enter without saving', () => {
    const calls = open(FORM);
    press(title(), 'g', { altKey: true });
    const search = screen.getByRole('combobox');
    expect(document.activeElement).toBe(search);
    fireEvent.input(search, { target: { value: 'trust' } });
    expect(screen.getAllByRole('option')).toHaveLength(1);
    press(search, 'Enter');
    expect(calls.onChange).toHaveBeenCalledWith({ goalId: 'vertrauen' });
    expect(calls.onSave).not.toHaveBeenCalled();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('stays at the chip after a choice, so that Tab leads to the next field; Enter there saves, a click opens again', () => {
    const calls = open(FORM);
    press(title(), 'd', { altKey: true });
    press(screen.getByRole('combobox'), 'Enter');
    const chip = screen.getByRole('button', { name: /^Department:/ });
    expect(document.activeElement).toBe(chip);
    press(chip, 'Enter');
    expect(calls.onSave).toHaveBeenCalledTimes(1);
    // Whoever comes back to it wants to choose.
    screen.getByRole('button', { name: /^Goal:/ }).focus();
    chip.focus();
    press(chip, 'Enter');
    expect(calls.onSave).toHaveBeenCalledTimes(1);
    fireEvent.click(chip);
    expect(screen.getByRole('combobox')).toBeTruthy();
  });

  it('says whom a goal reaches before it is chosen', () => {
    open(FORM);
    press(title(), 'g', { altKey: true });
    expect(screen.getByRole('option', { name: /Trust of our neighbours/ }).textContent).toContain('Neighbours');
  });

  it('closes the list by Escape first and the popup second', () => {
    const calls = open(FORM);
    press(title(), 'd', { altKey: true });
    press(screen.getByRole('combobox'), 'Escape');
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(calls.onClose).not.toHaveBeenCalled();
    press(window, 'Escape');
    expect(calls.onClose).toHaveBeenCalledTimes(1);
  });

  it('opens and closes a list by its chip', () => {
    open(FORM);
    const chip = screen.getByRole('button', { name: /Department/ });
    fireEvent.click(chip);
    expect(document.activeElement).toBe(screen.getByRole('combobox'));
    // A press moves the focus to the chip first; that alone must not close the list, or the click opens it again.
    chip.focus();
    fireEvent.click(chip);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('moves through the list by arrows and stops at its ends', () => {
    const calls = open(FORM);
    press(title(), 'd', { altKey: true });
    const search = screen.getByRole('combobox');
    press(search, 'ArrowUp');
    press(search, 'ArrowDown');
    press(search, 'ArrowDown');
    press(search, 'Enter');
    expect(calls.onChange).toHaveBeenCalledWith({ departmentId: 'produktion' });
  });

  it('asks for address and title where the page could not be read', () => {
    const calls = open({ ...FORM, page: null, failure: 'restricted' });
    fireEvent.input(screen.getByRole('textbox', { name: 'Address' }), { target: { value: 'https://example.org' } });
    expect(calls.onChange).toHaveBeenCalledWith({ address: 'https://example.org' });
    expect(screen.getByText('This page cannot be read.')).toBeTruthy();
  });

  it('[AD1] says before saving that a colleague suggested the page, and where it stands', () => {
    open({
      ...FORM,
      earlier: { key: '1.x', topicId: WORKSHOP.id, state: 'in_work', stateSince: NOW, supporterCount: 2 },
    });
    expect(screen.getByText('In progress')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Suggest it too' })).toBeTruthy();
  });
});

describe('a clip of one’s own', () => {
  const mine = (values = FORM.values, topic = topicOf(WORKSHOP)): PopupState => ({
    ...FORM,
    kind: 'mine',
    accept: [],
    values,
    suggestion: { clip: WORKSHOP, topic, delivery: { kind: 'sent' }, pictureUrl: null },
  });

  it('saves only what was changed', () => {
    const same = open(mine({ ...WORKSHOP }));
    press(title(), 'Enter');
    expect(same.onSave).not.toHaveBeenCalled();
    cleanup();
    const changed = open(mine({ ...WORKSHOP, note: 'Neu' }));
    press(title(), 'Enter');
    expect(changed.onSave).toHaveBeenCalledTimes(1);
  });

  it('cannot be edited once it was accepted, and shows by whom', () => {
    open(
      mine(FORM.values, topicOf(WORKSHOP, [{ to: 'accepted', by: { id: 'jonas', name: 'Jonas Albers' }, ago: 1_000 }])),
    );
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText('Accepted by Jonas Albers')).toBeTruthy();
  });
});

it('says while the strategy is still loading, and that there is none once it is known', () => {
  const values = { ...FORM.values, departmentId: null, goalId: null };
  open({ ...FORM, values, strategy: EMPTY_STRATEGY });
  expect(screen.getByText(/still loading/)).toBeTruthy();
  cleanup();
  open({ ...FORM, values, strategy: EMPTY_STRATEGY, noDepartments: true });
  expect(screen.queryByText(/still loading/)).toBeNull();
  expect(screen.getByText(/has not named any departments yet/)).toBeTruthy();
});

it('says that nobody joined once that is sure, and nothing while the device is asked', () => {
  const unknown = { foot: { unsent: 0, parked: 0, person: null, queue: null, desk: false, toConfirm: 0 } };
  const foot = () => screen.getByRole('contentinfo').textContent;
  open({ ...FORM, page: null }, unknown);
  expect(foot()).toBe('');
  cleanup();
  open({ kind: 'not_joined', invited: false }, unknown);
  expect(foot()).toBe('Not part of a shared queue yet');
});
