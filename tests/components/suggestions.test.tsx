// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LanguageProvider } from '../../components/language.tsx';
import { MySuggestionsScreen } from '../../components/suggestions/my-suggestions-screen.tsx';
import type { MySuggestionsScreenProps } from '../../components/suggestions/suggestions-props.ts';
import { ruleSchema } from '../../protocol/rule.ts';
import { UNSAID } from '../desk/samples.ts';
import { HARBOUR, uuid, WIND, WORKSHOP } from '../gallery/samples/clips.ts';
import { DAY, HOUR, NOW, PEOPLE, STRATEGY } from '../gallery/samples/company.ts';
import { topicOf } from '../gallery/samples/topics.ts';

afterEach(cleanup);

const sent = { delivery: { kind: 'sent' as const }, pictureUrl: null };
const PUBLISHED = topicOf(WIND, [
  { to: 'accepted', by: PEOPLE.aylin, ago: 30 * HOUR },
  { to: 'in_work', by: PEOPLE.aylin, ago: 28 * HOUR },
  { to: 'published', by: PEOPLE.aylin, ago: 5 * HOUR },
]);
const HELD = topicOf(WORKSHOP, [
  { to: 'held', by: PEOPLE.jonas, ago: DAY, holdUntil: NOW + 9 * DAY, holdReason: 'event' },
]);

function open(change: Partial<MySuggestionsScreenProps> = {}) {
  const props: MySuggestionsScreenProps = {
    suggestions: [
      { clip: HARBOUR, topic: topicOf(HARBOUR), ...sent },
      { clip: WORKSHOP, topic: HELD, ...sent },
      { clip: WIND, topic: PUBLISHED, ...sent },
    ],
    publications: [],
    results: [],
    askingTopicIds: [],
    thanked: false,
    onThanked: vi.fn(),
    strategy: STRATEGY,
    withdrawn: null,
    notKept: null,
    problem: null,
    toConfirm: 0,
    onConfirm: vi.fn(),
    letterKeys: true,
    shortcut: '',
    onEdit: vi.fn(),
    onWithdraw: vi.fn(),
    onUndoWithdraw: vi.fn(),
    onRetry: vi.fn(),
    onDismissNotKept: vi.fn(),
    onSendAgain: vi.fn(),
    toAccept: () => [],
    ...change,
  };
  render(
    <LanguageProvider language="en" now={NOW}>
      <MySuggestionsScreen {...props} />
    </LanguageProvider>,
  );
}
const cards = () => screen.getAllByRole('listitem').filter((item) => item.classList.contains('card'));
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

/** A company's rule about pages of a department. */
const RULE = ruleSchema.parse({
  ...{ id: 'kundennamen', title: { en: 'Names of customers' }, text: { en: 'Leave them out.' }, version: 3 },
  ...{ level: 'internal', acknowledge: true, departmentIds: ['vertrieb'] },
});
const REFUSED = {
  kind: 'parked' as const,
  entryId: uuid(71),
  refusal: { kind: 'rule_not_accepted' as const, path: 'clip' },
};

describe('[IN4] a suggestion that a rule keeps from being sent', () => {
  it('is read and sent from its card', () => {
    const onSendAgain = vi.fn();
    const suggestions = [{ clip: HARBOUR, topic: null, delivery: REFUSED, pictureUrl: null }];
    open({ suggestions, onSendAgain, toAccept: () => [RULE] });
    expect(screen.getByText('Please read once: Names of customers')).toBeTruthy();
    expect(screen.getByText('Leave them out.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Read, send it' }));
    expect(onSendAgain).toHaveBeenCalledWith(REFUSED.entryId, {}, [RULE]);
  });

  it('is asked for a rule that the correction brings, and for none that it leaves behind', () => {
    const onEdit = vi.fn();
    open({ onEdit, toAccept: ({ note }) => (note.includes('customer') ? [RULE] : []) });
    fireEvent.click(within(cards()[0] ?? document.body).getByRole('button', { name: 'Edit' }));
    expect(screen.queryByText('Please read once: Names of customers')).toBeNull();
    fireEvent.input(screen.getByLabelText(/note/i), { target: { value: 'About a customer' } });
    fireEvent.click(screen.getByRole('button', { name: 'Read, send it' }));
    expect(onEdit).toHaveBeenCalledWith(HARBOUR.id, { note: 'About a customer' }, [RULE]);
  });
});

describe('my suggestions', () => {
  it('lead from card to card by j and k, unless single keys are off', () => {
    open();
    press('j');
    press('j');
    expect(document.activeElement).toBe(cards()[1]);
    press('k');
    expect(document.activeElement).toBe(cards()[0]);
    cleanup();
    open({ letterKeys: false });
    press('j');
    expect(document.activeElement).toBe(document.body);
  });

  it('narrow to one state, and say so when there is nothing in it', () => {
    open();
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'held' } });
    expect(cards().map((card) => card.getAttribute('aria-label'))).toEqual([WORKSHOP.title]);
    expect(screen.getByRole('option', { name: 'On hold (1)' })).not.toBeNull();
  });

  it('say until when an answer comes, why something is held, and where it appeared', () => {
    const by = PEOPLE.aylin;
    const link = 'https://intranet.nordwerk.example/wind';
    open({
      publications: [
        {
          ...{ id: uuid(81), topicId: PUBLISHED.id, channelId: 'intranet', state: 'published', dueAt: null },
          ...{ publishedAt: NOW, address: link, by, changedAt: NOW },
          ...UNSAID,
        },
      ],
    });
    const [harbour, workshop] = cards();
    expect(harbour?.textContent).toMatch(/An answer (comes by|is late)/);
    expect(workshop?.textContent).toContain('Reason: Waiting for an event');
    expect(workshop?.textContent).toContain('Comes back to the inbox by itself');
    expect(screen.getByRole('link', { name: 'Appeared in: Intranet' }).getAttribute('href')).toBe(link);
  });

  it('[DK2] name who is responsible when nobody answered', () => {
    const escalation = { level: 'head' as const, person: PEOPLE.sofia, at: NOW };
    const late = { ...topicOf(HARBOUR), dueAt: NOW - DAY, escalation };
    open({ suggestions: [{ clip: HARBOUR, topic: late, ...sent }] });
    expect(cards()[0]?.textContent).toContain(`Late. Responsible: ${PEOPLE.sofia.name}`);
  });

  it('lead to the question that they wait for, where it is the person’s own to answer', () => {
    const asked = topicOf(HARBOUR, [{ to: 'query', by: PEOPLE.aylin, ago: HOUR }]);
    const suggestions = [{ clip: HARBOUR, topic: asked, ...sent }];
    open({ suggestions, askingTopicIds: [asked.id] });
    expect(screen.getByRole('link', { name: 'Answer the question' }).getAttribute('href')).toBe('#questions');
    cleanup();
    open({ suggestions });
    expect(screen.getByText(/editors are asking about it.*question hours/)).not.toBeNull();
    expect(screen.queryByText(/A question is open/)).toBeNull();
    expect(screen.queryByRole('link', { name: 'Answer the question' })).toBeNull();
  });

  it('take back by z what was just withdrawn, but not from within a field', () => {
    const onUndoWithdraw = vi.fn();
    open({ withdrawn: { clipId: HARBOUR.id, title: HARBOUR.title }, initialEditId: HARBOUR.id, onUndoWithdraw });
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Note' }), { key: 'z' });
    expect(onUndoWithdraw).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'z' });
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(onUndoWithdraw.mock.calls).toEqual([[HARBOUR.id], [HARBOUR.id]]);
    cleanup();
    open({ withdrawn: { clipId: HARBOUR.id, title: HARBOUR.title }, letterKeys: false, onUndoWithdraw });
    fireEvent.keyDown(document.body, { key: 'z' });
    expect(onUndoWithdraw).toHaveBeenCalledTimes(2);
  });

  it('are edited and kept by Enter, from the note too', () => {
    const onEdit = vi.fn();
    open({ initialEditId: HARBOUR.id, onEdit });
    const note = screen.getByRole('textbox', { name: 'Note' });
    fireEvent.input(note, { target: { value: 'Ours!' } });
    fireEvent.keyDown(note, { key: 'Enter', shiftKey: true });
    expect(onEdit).not.toHaveBeenCalled();
    fireEvent.keyDown(note, { key: 'Enter' });
    expect(onEdit.mock.calls.map(([, changes]) => changes)).toEqual([{ note: 'Ours!' }]);
  });

  it('say that nothing arrives, and show what there is', () => {
    open({ problem: 'offline' });
    expect(screen.getByText(/once the connection is back/)).not.toBeNull();
    expect(cards()).toHaveLength(3);
  });
});

describe('what cannot be so', () => {
  const LATE = {
    ...topicOf(HARBOUR),
    lead: PEOPLE.aylin,
    dueAt: NOW - DAY,
  };
  it('is never in good hands and late at once', () => {
    open({ suggestions: [{ clip: HARBOUR, topic: LATE, ...sent }] });
    expect(screen.getByText(/The answer is late/)).toBeTruthy();
    expect(screen.queryByText(/In good hands/)).toBeNull();
    expect(screen.getByText(new RegExp(`Assigned to ${PEOPLE.aylin.name}`))).toBeTruthy();
  });

  it.each([
    ['too_late', false],
    ['unknown_department', true],
  ] as const)('is not offered to be sent again: %s', (kind, offered) => {
    const delivery = { kind: 'parked' as const, entryId: uuid(1), refusal: { kind, path: '' } };
    open({ suggestions: [{ clip: HARBOUR, topic: topicOf(HARBOUR), delivery, pictureUrl: null }] });
    expect(screen.queryAllByRole('button', { name: 'Send again' }).length > 0).toBe(offered);
  });

  it('is not tried again: what came too late', () => {
    open({ notKept: { title: HARBOUR.title, because: 'too_late' } });
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    cleanup();
    open({ notKept: { title: HARBOUR.title, because: 'storage_full' } });
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});
