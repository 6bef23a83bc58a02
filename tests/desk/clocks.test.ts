import { describe, expect, test } from 'vitest';
import { dueAtOf, escalationDue, nextWake, withClock } from '../../desk/clocks.ts';
import { applyDecision, recordDecision, returnToInbox } from '../../desk/decisions.ts';
import { QUIET_MS } from '../../desk/quiet.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';
import type { DecisionInput, Topic } from '../../protocol/topic.ts';
import { DAY, decision, editor, topic, uuid } from './samples.ts';

const rules = DEFAULT_DESK_RULES;
const HOUR = 3_600_000;
/** Thursday, nine o'clock in Berlin: an answer is due on Friday at five. */
const OPENED = Date.parse('2026-11-26T09:00+01:00');
const DUE = Date.parse('2026-11-27T17:00+01:00');

const opened = (over: Partial<Topic> = {}): Topic =>
  withClock(topic({ createdAt: OPENED, stateSince: OPENED, ...over }), rules);
const decide = (before: Topic, at: number, over: Partial<DecisionInput>): Topic =>
  withClock(applyDecision(before, recordDecision(before, decision(before, over), editor, at)), rules);
const returned = (before: Topic, at: number) =>
  withClock(applyDecision(before, returnToInbox(before, uuid(), at)), rules);
const undo = (before: Topic, at: number): Topic =>
  decide(before, at, { to: before.decisions.at(-1)?.from ?? 'new', undoes: before.decisions.at(-1)?.id ?? null });
const declined = { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' } as const;

describe('the triage clock', () => {
  test('[DK1] runs in working time from the moment a suggestion arrives', () => {
    expect(opened().dueAt).toBe(DUE);
  });

  test.each(['query', 'held', 'accepted', 'declined', 'merged'] as const)('[DK1] does not run in %s', (to) => {
    expect(decide(opened(), OPENED + HOUR, { to, ...(to === 'declined' ? declined : {}) }).dueAt).toBeNull();
  });

  test.each(['query', 'held'] as const)('[DK1] stands still in %s and goes on afterwards', (to) => {
    const waiting = decide(opened(), OPENED + 3 * HOUR, { to });
    // Three of sixteen hours are used; it comes back on Monday at nine, thirteen are left.
    const back = returned(waiting, Date.parse('2026-11-30T09:00+01:00'));
    expect(back.dueAt).toBe(Date.parse('2026-12-01T14:00+01:00'));
  });

  test('[DK1] is due at once for a topic that returns with its time used up', () => {
    const waiting = decide(opened(), DUE + 3 * DAY, { to: 'held' });
    const back = Date.parse('2026-12-07T09:00+01:00');
    expect(returned(waiting, back).dueAt).toBe(back);
  });

  test('[DK1] starts anew when a topic is opened again', () => {
    const closed = decide(opened(), OPENED + 7 * HOUR, declined);
    const again = decide(closed, OPENED + 4 * DAY, { to: 'new' });
    expect(again.dueAt).toBe(Date.parse('2026-12-01T17:00+01:00'));
  });

  test('[DK1] a decision that was taken back never happened to it', () => {
    const held = decide(opened(), OPENED + HOUR, { to: 'held' });
    expect(undo(held, OPENED + 5 * HOUR).dueAt).toBe(DUE);
    const accepted = decide(opened(), OPENED + HOUR, {});
    expect(undo(accepted, OPENED + 2 * HOUR).dueAt).toBe(DUE);
  });

  test('[DK1] never runs at a desk that has no hours', () => {
    expect(dueAtOf(opened(), { ...rules, hours: [] })).toBeNull();
  });
});

describe('what is overdue', () => {
  const person = { id: 'timo', name: 'Timo' };

  test('[DK2] goes to duty when the time is over, and to the head after as long again', () => {
    const open = opened();
    expect(escalationDue(open, rules, DUE - 1)).toBeNull();
    expect(escalationDue(open, rules, DUE)).toBe('duty');
    const told = { ...open, escalation: { level: 'duty' as const, person, at: DUE } };
    const again = Date.parse('2026-12-01T17:00+01:00');
    expect(nextWake(told, rules)).toBe(again);
    expect(escalationDue(told, rules, again - 1)).toBeNull();
    expect(escalationDue(told, rules, again)).toBe('head');
    expect(
      escalationDue({ ...told, escalation: { ...told.escalation, level: 'head' } }, rules, again + DAY),
    ).toBeNull();
  });

  test('[DK2] is forgotten when the topic leaves the inbox, and when other rules give it more time', () => {
    const told = { ...opened(), escalation: { level: 'duty' as const, person, at: DUE + 5 } };
    expect(withClock(told, rules).escalation).toEqual(told.escalation);
    expect(decide(told, DUE + HOUR, { to: 'query' }).escalation).toBeNull();
    expect(withClock(told, { ...rules, triageMinutes: 2_000 }).escalation).toBeNull();
  });
});

test('the queue wakes a topic when its hold ends, its answer is due, or its decline has been quiet long enough', () => {
  const at = OPENED + HOUR;
  expect(nextWake(opened(), rules)).toBe(DUE);
  expect(nextWake(decide(opened(), at, { to: 'held', holdUntil: at + DAY }), rules)).toBe(at + DAY);
  expect(nextWake(decide(opened(), at, declined), rules)).toBe(at + QUIET_MS);
  expect(nextWake(decide(opened(), at, { ...declined, reason: 'withdrawn' }), rules)).toBeNull();
  expect(nextWake(decide(opened(), at, {}), rules)).toBeNull();
});
