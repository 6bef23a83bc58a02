import { expect, test } from 'vitest';
import { nextStep } from '../../components/timeline/next-step.ts';
import { NOW, topic } from '../desk/samples.ts';

const head = (person: { id: string; name: string } | null) => ({ level: 'head' as const, person, at: NOW });

test('says until when an answer comes, and that it is late', () => {
  expect(nextStep(null, NOW)).toEqual({ key: 'next' });
  expect(nextStep(topic({ dueAt: NOW + 1 }), NOW)).toEqual({ key: 'answerBy', at: NOW + 1 });
  expect(nextStep(topic({ dueAt: NOW }), NOW)).toEqual({ key: 'answerLate' });
});

test('[DK2] after the second breach it names who is responsible', () => {
  const late = { dueAt: NOW - 9 };
  expect(nextStep(topic({ ...late, escalation: head({ id: 'kai', name: 'Kai' }) }), NOW)).toEqual({
    key: 'late',
    name: 'Kai',
  });
  expect(nextStep(topic({ ...late, escalation: head(null) }), NOW)).toEqual({ key: 'lateNobody' });
});

test('says that a topic will not appear as it is once its clearance was refused', () => {
  const clearance = { state: 'refused' as const, conditions: null, embargoUntil: null };
  expect(nextStep(topic({ state: 'in_work', clearance }), NOW)).toEqual({ key: 'nextRefused' });
  expect(nextStep(topic({ state: 'accepted', clearance }), NOW)).toEqual({ key: 'nextRefused' });
  expect(nextStep(topic({ state: 'query', clearance }), NOW)?.key).toBe('nextQuery');
});

test('says what a topic waits for', () => {
  expect(nextStep(topic({ state: 'held', holdUntil: NOW + 5 }), NOW)).toEqual({ key: 'nextHeld', at: NOW + 5 });
  expect(nextStep(topic({ state: 'query' }), NOW)?.key).toBe('nextQuery');
  expect(nextStep(topic({ state: 'query' }), NOW, true)?.key).toBe('nextAsked');
  expect(nextStep(topic({ state: 'declined' }), NOW)).toBeNull();
});
