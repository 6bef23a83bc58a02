/** The inbox on a page of a test, with what it calls. */
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeAll, vi } from 'vitest';
import type { InboxScreenProps, TopicRow } from '../../components/inbox/inbox-props.ts';
import { InboxScreen } from '../../components/inbox/inbox-screen.tsx';
import { LanguageProvider } from '../../components/language.tsx';
import { EVERYTHING } from '../../protocol/topic-filter.ts';
import { HARBOUR, REPORT, WIND, WORKSHOP } from '../gallery/samples/clips.ts';
import { NOW, PEOPLE, STRATEGY } from '../gallery/samples/company.ts';
import { FINDING } from '../gallery/samples/finding.ts';
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

export const row = (clip: typeof WORKSHOP, topic = topicOf(clip)): TopicRow => ({
  topic,
  siteName: null,
  pictureUrl: null,
  waiting: false,
  reading: 'read',
  muted: false,
  lookedAtBy: null,
});
export const ALONE = { merged: { into: null, from: [] }, reused: { of: null, by: [] }, lookedAtBy: null, alike: [] };
export const ROWS = [row(WORKSHOP), row(HARBOUR), row(WIND)];

export function open(change: Partial<InboxScreenProps> = {}) {
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
    onEditTopic: vi.fn(),
    onAddNote: vi.fn(),
    onGiveAssignment: vi.fn(),
    onCancelAssignment: vi.fn(),
    onUndoLast: vi.fn(),
    onMarkRead: vi.fn(),
    onMarkPickedRead: vi.fn(),
    onMute: vi.fn(),
    onDismissLeft: vi.fn(),
    onOpenPage: vi.fn(),
    onFindTopics: vi.fn(async () => [topicOf(REPORT)]),
    onUsed: vi.fn(),
    renderQuestions: () => null,
    renderAsk: vi.fn(() => null),
    renderPublish: vi.fn<InboxScreenProps['renderPublish']>(() => null),
    renderEvaluate: vi.fn<InboxScreenProps['renderEvaluate']>(() => null),
    renderClearance: vi.fn<InboxScreenProps['renderClearance']>(() => null),
    renderAskClearance: vi.fn<InboxScreenProps['renderAskClearance']>(() => null),
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
    filter: { ...EVERYTHING, states: ['new'] },
    finding: FINDING,
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
    meId: PEOPLE.jonas.id,
    notes: [],
    assignments: [],
    absences: [],
    load: [],
    overdue: [],
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

export const press = (...keys: string[]) => {
  for (const key of keys)
    fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true, cancelable: true });
};
