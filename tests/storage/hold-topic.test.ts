import { expect, test } from 'vitest';
import { applyDecision, recordDecision } from '../../desk/decisions.ts';
import { EVERYTHING } from '../../protocol/topic-filter.ts';
import { decide, undoDecision } from '../../storage/decide.ts';
import { holdTopic } from '../../storage/hold-topic.ts';
import { inboxTopics, stateCounts } from '../../storage/inbox.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { clip, decision, editor, NOW, topic } from '../desk/samples.ts';
import { newDatabase } from './device.ts';

const PAGE = { limit: 10, after: null };

test('[ST2] what is decided on a topic of the archive is seen at once, and is taken back', async () => {
  const db = newDatabase(editor);
  const open = topic();
  const declined = applyDecision(
    open,
    recordDecision(open, decision(open, { to: 'declined', reason: 'thin', sentence: 'Danke!' }), editor, NOW),
  );
  const of = {
    clip: clip(),
    submitter: { id: editor.id, name: editor.name },
    topicId: open.id,
    addressKey: '2.x',
    receivedAt: NOW,
  };
  await holdTopic(db, {
    topic: declined,
    clips: [of],
    notes: [],
    questions: [],
    publications: [],
    clearances: [],
    assignments: [],
  });
  // Twice is once.
  await holdTopic(db, {
    topic: declined,
    clips: [of],
    notes: [],
    questions: [],
    publications: [],
    clearances: [],
    assignments: [],
  });
  expect((await stateCounts(db)).declined).toBe(1);
  await decide(db, { topicId: open.id, to: 'new', reason: null, sentence: null, holdUntil: null }, NOW);
  const { topics } = await inboxTopics(db, { ...EVERYTHING, states: ['new'] }, PAGE);
  expect(topics).toMatchObject([{ topic: { id: open.id }, waiting: true }]);
  expect((await topicDetail(db, open.id))?.clips).toHaveLength(1);
  await undoDecision(db, open.id, NOW + 1);
  expect((await topicDetail(db, open.id))?.topic.state).toBe('declined');
});
