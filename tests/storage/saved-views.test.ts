import { expect, test } from 'vitest';
import { EVERYTHING } from '../../protocol/topic-filter.ts';
import { deleteView, savedViews, saveView } from '../../storage/saved-views.ts';
import { editor, NOW, uuid } from '../desk/samples.ts';
import { newDatabase } from './device.ts';

const view = (name: string, shared = false) => ({ id: uuid(), name, filter: { ...EVERYTHING, text: 'messe' }, shared });

test('[ST2] a view is there as soon as it was saved, and gone as soon as it was deleted', async () => {
  const db = newDatabase(editor);
  const [mine, theirs] = [view('Zur Messe'), { ...view('Allgemein', true), owner: { id: 'mara', name: 'Mara' } }];
  await db.savedViews.add(theirs);
  await saveView(db, mine, NOW);
  expect((await savedViews(db)).map(({ name, owner }) => [name, owner.name])).toEqual([
    ['Zur Messe', editor.name],
    ['Allgemein', 'Mara'],
  ]);
  await saveView(db, { ...mine, name: 'Zur großen Messe' }, NOW);
  expect((await savedViews(db))[0]?.name).toBe('Zur großen Messe');
  await deleteView(db, mine.id, NOW);
  expect((await savedViews(db)).map(({ name }) => name)).toEqual(['Allgemein']);
  expect((await db.outbox.toArray()).map(({ action }) => action.name)).toEqual(['saveView', 'saveView', 'deleteView']);
});

test("a view without a name is not saved, and somebody else's not deleted", async () => {
  const db = newDatabase(editor);
  const theirs = { ...view('Allgemein', true), owner: { id: 'mara', name: 'Mara' } };
  await db.savedViews.add(theirs);
  await expect(saveView(db, view(' '), NOW)).rejects.toMatchObject({ kind: 'invalid', path: 'name' });
  await expect(deleteView(db, theirs.id, NOW)).rejects.toMatchObject({ kind: 'not_found' });
  expect(await db.outbox.count()).toBe(0);
});
