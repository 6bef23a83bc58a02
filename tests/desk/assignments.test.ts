import { describe, expect, test } from 'vitest';
import {
  applyMove,
  assignmentWithWaiting,
  checkAssignment,
  checkMove,
  recordAssignment,
} from '../../desk/assignments.ts';
import { absenceOf, standIn } from '../../desk/deputies.ts';
import type { Absence } from '../../protocol/absence.ts';
import type { Assignment, AssignmentMove, AssignmentState } from '../../protocol/assignment.ts';
import { DEFAULT_DESK_RULES } from '../../protocol/desk-rules.ts';
import { department, editor, NOW, submitter, topic, uuid } from './samples.ts';

const asked = (over: Partial<Assignment> = {}): Assignment => ({
  ...recordAssignment(
    {
      ...{ id: uuid(), topicId: uuid(), toId: submitter.id, role: 'expert', deliverable: 'Zwei Zitate' },
      ...{ dueAt: null, minutesPlanned: 30 },
    },
    { topic: topic(), to: submitter, instead: null, asker: editor, now: NOW },
  ),
  ...over,
});
const move = (to: AssignmentMove['to'], over: Partial<AssignmentMove> = {}): AssignmentMove => ({
  ...{ assignmentId: uuid(), to, reason: null, minutesSpent: null },
  ...over,
});

test('[AS1] the desk asks, of topics that somebody still works on; who asks themselves has confirmed it', () => {
  expect(checkAssignment({ state: 'in_work' }, editor)).toBeNull();
  expect(checkAssignment({ state: 'declined' }, editor)?.kind).toBe('forbidden_transition');
  expect(checkAssignment({ state: 'merged' }, editor)?.kind).toBe('forbidden_transition');
  expect(checkAssignment({ state: 'new' }, submitter)?.kind).toBe('not_allowed');
  expect(asked().state).toBe('asked');
  const own = recordAssignment(asked(), { topic: topic(), to: editor, instead: null, asker: editor, now: NOW });
  expect(own.state).toBe('confirmed');
});

describe('[AS2] an assignment', () => {
  const stranger = { id: 'otto', roles: ['submitter' as const] };

  test('is confirmed, refused and delivered by the person asked alone, called off by the desk alone', () => {
    expect(checkMove(asked(), move('confirmed'), submitter)).toBeNull();
    expect(checkMove(asked(), move('delivered'), submitter)).toBeNull();
    expect(checkMove(asked(), move('confirmed'), editor)?.kind).toBe('not_allowed');
    expect(checkMove(asked(), move('cancelled'), editor)).toBeNull();
    expect(checkMove(asked(), move('cancelled'), submitter)?.kind).toBe('not_allowed');
    // Nobody learns of what others are asked.
    expect(checkMove(asked(), move('confirmed'), stranger)).toEqual({ kind: 'not_found', path: 'assignmentId' });
  });

  test('is refused with a reason, also after it was confirmed', () => {
    expect(checkMove(asked(), move('refused'), submitter)).toEqual({ kind: 'reason_missing', path: 'reason' });
    expect(checkMove(asked({ state: 'confirmed' }), move('refused', { reason: 'Krank' }), submitter)).toBeNull();
  });

  test.each(['refused', 'delivered', 'cancelled'] as AssignmentState[])('that is %s stays so', (state) => {
    for (const to of ['confirmed', 'refused', 'delivered'] as const)
      expect(checkMove(asked({ state }), move(to, { reason: 'Doch' }), submitter)?.kind).toBe('assignment_closed');
  });

  test('keeps a reason only where it was refused, and minutes only where it was delivered', () => {
    const said = { reason: 'Keine Zeit', minutesSpent: 40 };
    expect(applyMove(asked(), move('confirmed', said), NOW)).toMatchObject({ reason: null, minutesSpent: null });
    expect(applyMove(asked(), move('refused', said), NOW)).toMatchObject({ reason: 'Keine Zeit', minutesSpent: null });
    expect(applyMove(asked(), move('delivered', said), NOW)).toMatchObject({ reason: null, minutesSpent: 40 });
  });

  test('[ST2] stands here as the waiting answers leave it, and what the rules refuse changes nothing', () => {
    const row = asked();
    const waiting = (...moves: AssignmentMove[]) =>
      moves.map((each, at) => ({
        ...{ id: uuid(), number: at + 1, protocol: 1, madeAt: NOW + at },
        action: { name: 'moveAssignment' as const, move: { ...each, assignmentId: row.id } },
      }));
    const seen = assignmentWithWaiting(
      row,
      waiting(move('confirmed'), move('refused', { reason: 'Krank' })),
      submitter,
    );
    expect(seen).toMatchObject({ state: 'refused', reason: 'Krank', changedAt: NOW + 1 });
    expect(assignmentWithWaiting(row, waiting(move('refused')), submitter)).toEqual(row);
    expect(assignmentWithWaiting(row, waiting(move('confirmed')), stranger)).toEqual(row);
  });
});

describe('[AS5] a deputy', () => {
  const away = (personId: string, from: string, to: string): Absence => ({
    ...{ id: uuid(), from, to, person: { id: personId, name: personId } },
  });
  const hr = department({ contactId: 'hanna', deputyId: 'jana' });
  // NOW is Friday, 20 November 2026.
  const on = (personId: string, ...absences: Absence[]) => standIn(personId, hr, absences, DEFAULT_DESK_RULES, NOW);

  test('gets what is asked of the contact in the days of their absence, both included', () => {
    expect(on('hanna')).toEqual({ toId: 'hanna', insteadOfId: null });
    expect(on('hanna', away('hanna', '2026-11-20', '2026-11-20'))).toEqual({ toId: 'jana', insteadOfId: 'hanna' });
    expect(on('hanna', away('hanna', '2026-11-21', '2026-11-30'))).toEqual({ toId: 'hanna', insteadOfId: null });
  });

  test('stands in for the contact alone, and not while away too', () => {
    expect(on('otto', away('otto', '2026-11-01', '2026-11-30')).toId).toBe('otto');
    const both = [away('hanna', '2026-11-01', '2026-11-30'), away('jana', '2026-11-20', '2026-11-20')];
    expect(on('hanna', ...both)).toEqual({ toId: 'hanna', insteadOfId: null });
    expect(standIn('hanna', department({ contactId: 'hanna' }), both, DEFAULT_DESK_RULES, NOW).toId).toBe('hanna');
  });

  test('begins with the day where the desk is', () => {
    const absences = [away('hanna', '2026-11-20', '2026-11-20')];
    const berlin = { timeZone: 'Europe/Berlin' };
    expect(absenceOf('hanna', absences, berlin, Date.UTC(2026, 10, 19, 23, 30))).not.toBeNull();
    expect(absenceOf('hanna', absences, berlin, Date.UTC(2026, 10, 20, 23, 30))).toBeNull();
  });
});
