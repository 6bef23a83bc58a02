import { expect, test } from 'vitest';
import { wayTo } from '../../desk/collision.ts';
import { applyDecision, recordDecision, returnToInbox } from '../../desk/decisions.ts';
import type { DecisionInput } from '../../protocol/topic.ts';
import { DAY, decision, editor, NOW, topic, uuid } from './samples.ts';

const after = (...moves: Partial<DecisionInput>[]) =>
  moves.reduce((of, move) => applyDecision(of, recordDecision(of, decision(of, move), editor, NOW)), topic());

test('what may follow the faster decision follows it', () => {
  expect(wayTo(after({ to: 'accepted' }), 'declined')).toBe('decide');
  expect(wayTo(after({ to: 'held', holdUntil: NOW + DAY }), 'accepted')).toBe('decide');
});

test('what may not takes its place', () => {
  expect(wayTo(after({ to: 'declined' }), 'accepted')).toBe('replace');
  expect(wayTo(after({ to: 'accepted' }), 'merged')).toBe('replace');
});

test('there is nothing to choose where both wanted the same, or a clock moved the topic', () => {
  expect(wayTo(after({ to: 'accepted' }), 'accepted')).toBeNull();
  const held = after({ to: 'held', holdUntil: NOW });
  expect(wayTo(applyDecision(held, returnToInbox(held, uuid(), NOW)), 'published')).toBeNull();
});
