import { expect, test } from 'vitest';
import { keepTyped } from '../../storage/keep-typed.ts';
import { discardParked } from '../../storage/parked.ts';
import { syncStatus } from '../../storage/status.ts';
import { editor, NOW, uuid } from '../desk/samples.ts';
import { newDatabase } from './device.ts';

test('what was typed when a role ended is listed with its words and title, sent to nobody, and given up on purpose', async () => {
  const db = newDatabase(editor);
  const topicId = uuid();
  const about = { topicId, title: 'Landstrom' };
  await keepTyped(
    db,
    [
      { ...about, as: 'declined', text: 'Zu dünn.' },
      { ...about, as: 'note', text: 'Mit dem Hafen reden' },
      { ...about, as: 'question', text: 'Wann genau?' },
    ],
    NOW,
  );
  const { parked, unsent } = await syncStatus(db);
  expect(unsent).toBe(0);
  expect(parked).toHaveLength(3);
  expect(parked.map(({ action, title, words }) => [action, title, words])).toEqual(
    expect.arrayContaining([
      ['decide', 'Landstrom', 'Zu dünn.'],
      ['addNote', 'Landstrom', 'Mit dem Hafen reden'],
      ['askQuestion', 'Landstrom', 'Wann genau?'],
    ]),
  );
  for (const { id } of parked) await discardParked(db, id);
  expect((await syncStatus(db)).parked).toEqual([]);
});
