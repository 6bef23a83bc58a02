import { expect, test } from 'vitest';
import { decide } from '../../storage/decide.ts';
import { addNote } from '../../storage/edit-topic.ts';
import { topicsAtHand } from '../../storage/topics-at-hand.ts';
import { editor, NOW, topic, uuid } from '../desk/samples.ts';
import { pullTopics } from './acts.ts';
import { newDatabase } from './device.ts';

test('[ST2] several topics are read at once, each with what hangs on it and what waits', async () => {
  const [one, two] = [topic({ title: 'Hafen' }), topic({ title: 'Wind' })];
  const db = newDatabase(editor);
  await pullTopics(db, [one, two]);
  await addNote(db, one.id, 'Werft fragen', NOW);
  await decide(db, { topicId: two.id, to: 'declined', reason: 'thin', sentence: 'Danke!', holdUntil: null }, NOW);
  const gone = uuid();
  const found = await topicsAtHand(db, [one.id, two.id, gone]);
  expect(found.get(one.id)).toMatchObject({
    detail: { topic: { title: 'Hafen', state: 'new' }, waiting: true },
    notes: [{ text: 'Werft fragen' }],
    assignments: [],
    questions: [],
    publications: [],
    clearance: { view: null },
  });
  expect(found.get(two.id)).toMatchObject({ detail: { topic: { state: 'declined' } }, notes: [] });
  expect(found.get(gone)).toMatchObject({ detail: null, notes: [] });
});
