// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { InboxScreenProps, TopicRow } from '../../components/inbox/inbox-props.ts';
import { InboxScreen } from '../../components/inbox/inbox-screen.tsx';
import { LanguageProvider } from '../../components/language.tsx';
import { HARBOUR, REPORT, WIND, WORKSHOP } from '../gallery/samples/clips.ts';
import { NOW, PEOPLE, STRATEGY } from '../gallery/samples/company.ts';
import { topicOf } from '../gallery/samples/topics.ts';

afterEach(cleanup);
beforeAll(() => {
  // happy-dom knows no scrolling; nothing here asks where anything stands.
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

const row = (clip: typeof WORKSHOP, topic = topicOf(clip)): TopicRow => ({
  topic,
  siteName: null,
  pictureUrl: null,
  waiting: false,
  reading: 'read',
  muted: false,
  lookedAtBy: null,
});
const ALONE = { merged: { into: null, from: [] }, lookedAtBy: null, alike: [] };
const ROWS = [row(WORKSHOP), row(HARBOUR), row(WIND)];

function open(change: Partial<InboxScreenProps> = {}) {
  const calls = {
    onFilter: vi.fn(),
    onSelect: vi.fn(),
    onOpen: vi.fn(),
    onBack: vi.fn(),
    onDecide: vi.fn(),
    onPick: vi.fn(),
    onPickAll: vi.fn(),
    onPickNone: vi.fn(),
    onDecidePicked: vi.fn(),
    onUndoLast: vi.fn(),
    onMarkRead: vi.fn(),
    onMarkPickedRead: vi.fn(),
    onMute: vi.fn(),
    onDismissLeft: vi.fn(),
    onOpenSuggestions: vi.fn(),
    onFindTopics: vi.fn(async () => [topicOf(REPORT)]),
    onUsed: vi.fn(),
    renderQuestions: () => null,
    renderAsk: vi.fn(() => null),
    onShowArrived: vi.fn(),
    onKeepTheirs: vi.fn(),
    onTakeMine: vi.fn(),
    onUnmerge: vi.fn(),
    onTakeOver: vi.fn(),
    onRetry: vi.fn(),
    onDismissNotKept: vi.fn(),
    onMore: vi.fn(),
  };
  const props: InboxScreenProps = {
    rows: ROWS,
    total: 3,
    more: false,
    counts: { new: 3 },
    filter: { state: 'new', departmentId: null, goalId: null, kind: null, text: '' },
    strategy: STRATEGY,
    selectedId: HARBOUR.id,
    topic: {
      topic: topicOf(HARBOUR),
      clips: [{ clip: HARBOUR, submitter: PEOPLE.mira, pictureUrl: null }],
      waiting: false,
      ...ALONE,
    },
    open: false,
    arrived: 0,
    picked: new Set(),
    acts: [],
    canUndo: false,
    progress: null,
    leftAsTheyWere: null,
    decidedCount: 0,
    recent: [],
    collision: null,
    notKept: [],
    problem: null,
    unsent: 0,
    person: 'Jonas',
    letterKeys: true,
    ...calls,
    ...change,
  };
  const screenOf = (shown: InboxScreenProps) => (
    <LanguageProvider language="en" now={NOW}>
      <InboxScreen {...shown} />
    </LanguageProvider>
  );
  const { rerender } = render(screenOf(props));
  return { ...calls, show: (next: Partial<InboxScreenProps>) => rerender(screenOf({ ...props, ...next })) };
}

const press = (...keys: string[]) => {
  for (const key of keys)
    fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true, cancelable: true });
};

const ACCEPT = { topicId: HARBOUR.id, to: 'accepted', reason: null, sentence: null, holdUntil: null, into: null };

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

  it('holds by h and a digit', () => {
    const calls = open();
    press('h', '2');
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
    fireEvent.click(screen.getByRole('button', { name: 'Hold' }));
    expect(calls.onDecide).not.toHaveBeenCalled();
    // The way on stands in the first place, where Accept stands for others.
    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Open again' }));
    expect(calls.onDecide).toHaveBeenCalledWith({ ...ACCEPT, topicId: REPORT.id, to: 'new' });
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
