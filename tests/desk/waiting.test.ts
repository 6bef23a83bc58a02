import { expect, test } from 'vitest';
import { clipWithWaiting, topicWithWaiting } from '../../desk/waiting.ts';
import { NO_BRIEF } from '../../protocol/brief.ts';
import type { Action, Mutation } from '../../protocol/mutation.ts';
import { clip, decision, editor, goal, known, NOW, publication, submitter, topic, uuid } from './samples.ts';

let number = 0;
const waiting = (action: Action): Mutation => ({ id: uuid(), number: ++number, protocol: 1, madeAt: NOW, action });

test('[ST2] a clip that waits shows the topic it will open', () => {
  const saved = clip();
  const seen = topicWithWaiting(saved.id, null, [waiting({ name: 'saveClip', clip: saved })], editor, known(saved.id));
  expect(seen).toMatchObject({ id: saved.id, state: 'new' });
});

test('[ST2] a clip that waits counts as supporter of a colleague’s topic', () => {
  const before = topic();
  const seen = topicWithWaiting(
    before.id,
    before,
    [waiting({ name: 'saveClip', clip: clip() })],
    editor,
    known(before.id),
  );
  expect(seen?.supporterCount).toBe(2);
});

test('[ST2] a second clip of one person is no new supporter, and brings no held topic back', () => {
  const before = topic({ state: 'held', holdUntil: NOW + 9 });
  const entry = () => waiting({ name: 'saveClip', clip: clip() });
  const supports = () => true;
  const again = topicWithWaiting(before.id, before, [entry()], editor, known(before.id, { supports }));
  expect(again).toMatchObject({ state: 'held', supporterCount: before.supporterCount });
  const twice = topicWithWaiting(before.id, before, [entry(), entry()], editor, known(before.id));
  expect(twice).toMatchObject({ state: 'new', supporterCount: before.supporterCount + 1 });
});

test('[ST2] decisions made offline follow one another and leave the row untouched', () => {
  const before = topic({ brief: { ...NO_BRIEF, effort: 'S', competition: 'Niemand' } });
  const accept = decision(before, {});
  const work = { ...decision(before, { to: 'in_work' }), after: accept.id };
  const entries = [waiting({ name: 'decide', decision: accept }), waiting({ name: 'decide', decision: work })];
  const seen = topicWithWaiting(before.id, before, entries, editor, known(null, { goal: () => goal() }));
  expect(seen?.state).toBe('in_work');
  // [BR1] Where the goal says nothing and nobody did, work does not begin.
  expect(topicWithWaiting(before.id, before, entries, editor, known(null))?.state).toBe('accepted');
  expect(before.decisions).toEqual([]);
});

test('[ST2] a waiting decision that another editor overtook changes nothing', () => {
  const before = topic({ decisions: [{ ...decision(topic(), {}), from: 'new', actor: null, at: NOW, cause: null }] });
  const late = waiting({
    name: 'decide',
    decision: { ...decision(before, { to: 'held', holdUntil: NOW + 9 }), after: null },
  });
  expect(topicWithWaiting(before.id, before, [late], editor, known(null))).toEqual(before);
});

test('[ST2] a clip shows its waiting changes; withdrawn, it is gone', () => {
  const saved = clip();
  const edit = waiting({ name: 'editClip', clipId: saved.id, changes: { note: 'Neu' } });
  expect(clipWithWaiting(saved, [edit])?.note).toBe('Neu');
  expect(clipWithWaiting(saved, [edit, waiting({ name: 'withdrawClip', clipId: saved.id }), edit])).toBeNull();
});

test('[ST2][DK1] a clip that waits has its clock, and what is decided while offline stops it', () => {
  const saved = clip();
  const saving = waiting({ name: 'saveClip', clip: saved });
  const opened = topicWithWaiting(saved.id, null, [saving], editor, known(saved.id));
  expect(opened?.dueAt).toBeGreaterThan(NOW);
  const held = waiting({
    name: 'decide',
    decision: { ...decision(topic({ id: saved.id }), { to: 'held', holdUntil: NOW + 9 }) },
  });
  expect(topicWithWaiting(saved.id, null, [saving, held], editor, known(saved.id))?.dueAt).toBeNull();
});

test('[ST2] a topic shows its waiting changes, if they are an editor’s', () => {
  const before = topic();
  const mara = { id: 'mara', name: 'Mara Lind' };
  const change = waiting({ name: 'editTopic', topicId: before.id, changes: { labels: ['Messe'], leadId: 'mara' } });
  const colleague = () => mara;
  const seen = topicWithWaiting(before.id, before, [change], editor, known(null, { colleague }));
  expect(seen).toMatchObject({ labels: ['Messe'], lead: mara, title: before.title });
  expect(topicWithWaiting(before.id, before, [change], submitter, known(null, { colleague }))).toBe(before);
  // A lead whom this device does not know.
  expect(topicWithWaiting(before.id, before, [change], editor, known(null))).toBe(before);
});

test('[ST2][PB2] a topic is not seen as published while its plan is under embargo', () => {
  const before = topic({ state: 'in_work' });
  const planned = publication(before, { state: 'planned', publishedAt: null, embargoUntil: NOW + 9 });
  const publish = waiting({ name: 'decide', decision: decision(before, { to: 'published' }) });
  const seen = (entries: Mutation[]) =>
    topicWithWaiting(before.id, before, entries, editor, known(null, { publicationsOf: () => [planned] }))?.state;
  expect(seen([publish])).toBe('in_work');
  const lifted = waiting({ name: 'savePublication', publication: { ...planned, embargoUntil: null } });
  expect(seen([lifted, publish])).toBe('published');
});
