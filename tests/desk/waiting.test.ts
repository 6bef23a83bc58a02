import { expect, test } from 'vitest';
import { clipWithWaiting, topicWithWaiting } from '../../desk/waiting.ts';
import type { Action, Mutation } from '../../protocol/mutation.ts';
import { clip, decision, editor, NOW, topic, uuid } from './samples.ts';

let number = 0;
const waiting = (action: Action): Mutation => ({ id: uuid(), number: ++number, protocol: 1, madeAt: NOW, action });

test('[ST2] a clip that waits shows the topic it will open', () => {
  const saved = clip();
  const seen = topicWithWaiting(saved.id, null, [waiting({ name: 'saveClip', clip: saved })], editor, () => saved.id);
  expect(seen).toMatchObject({ id: saved.id, state: 'new' });
});

test('[ST2] a clip that waits counts as supporter of a colleague’s topic', () => {
  const before = topic();
  const seen = topicWithWaiting(
    before.id,
    before,
    [waiting({ name: 'saveClip', clip: clip() })],
    editor,
    () => before.id,
  );
  expect(seen?.supporterCount).toBe(2);
});

test('[ST2] decisions made offline follow one another and leave the row untouched', () => {
  const before = topic();
  const accept = decision(before, {});
  const work = { ...decision(before, { to: 'in_work' }), after: accept.id };
  const entries = [waiting({ name: 'decide', decision: accept }), waiting({ name: 'decide', decision: work })];
  const seen = topicWithWaiting(before.id, before, entries, editor, () => null);
  expect(seen?.state).toBe('in_work');
  expect(before.decisions).toEqual([]);
});

test('[ST2] a waiting decision that another editor overtook changes nothing', () => {
  const before = topic({ decisions: [{ ...decision(topic(), {}), from: 'new', actor: null, at: NOW, cause: null }] });
  const late = waiting({
    name: 'decide',
    decision: { ...decision(before, { to: 'held', holdUntil: NOW + 9 }), after: null },
  });
  expect(topicWithWaiting(before.id, before, [late], editor, () => null)).toEqual(before);
});

test('[ST2] a clip shows its waiting changes; withdrawn, it is gone', () => {
  const saved = clip();
  const edit = waiting({ name: 'editClip', clipId: saved.id, changes: { note: 'Neu' } });
  expect(clipWithWaiting(saved, [edit])?.note).toBe('Neu');
  expect(clipWithWaiting(saved, [edit, waiting({ name: 'withdrawClip', clipId: saved.id }), edit])).toBeNull();
});
