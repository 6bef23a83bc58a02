import { expect, test } from 'vitest';
import type { SavedView } from '../../../protocol/saved-view.ts';
import { EVERYTHING } from '../../../protocol/topic-filter.ts';
import { openTestQueue, type TestDevice } from '../queue.ts';

const save = (view: object) => ({ name: 'saveView', view });
const view = (over: object = {}) => ({
  ...{ id: crypto.randomUUID() as string, name: 'Messe', filter: { ...EVERYTHING, text: 'messe' }, shared: false },
  ...over,
});
const held = async (device: TestDevice) =>
  (await device.pull()).changes.flatMap((change) =>
    change.kind === 'savedView' ? [change.row as SavedView | null] : [],
  );

test('[VI1] a private view is its owner’s alone, a shared one is for the desk and for nobody else', async () => {
  const queue = await openTestQueue();
  const [mara, timo, hanna] = [await queue.join('mara'), await queue.join('timo'), await queue.join('hanna')];
  const [mine, ours] = [view(), view({ name: 'Für alle', shared: true })];
  await mara.push(save(mine), save(ours));
  expect((await held(mara)).map((row) => row?.name)).toEqual(['Messe', 'Für alle']);
  expect((await held(timo)).map((row) => [row?.name, row?.owner.name])).toEqual([['Für alle', 'Mara Lind']]);
  expect(await held(hanna)).toEqual([]);
  expect((await hanna.push(save(view()))).refused).toMatchObject([{ refusal: { kind: 'not_allowed' } }]);
});

test('a view is changed and deleted by its owner alone, and devices hear of it', async () => {
  const queue = await openTestQueue();
  const [mara, timo] = [await queue.join('mara'), await queue.join('timo')];
  const ours = view({ shared: true });
  await mara.push(save(ours));
  const { cursor } = await timo.pull();
  const refused = await timo.push(save({ ...ours, name: 'Meins' }), { name: 'deleteView', viewId: ours.id });
  expect(refused.refused.map(({ refusal }) => refusal.kind)).toEqual(['id_taken', 'not_found']);
  await mara.push(save({ ...ours, name: 'Neu' }));
  const changed = await timo.pull(cursor);
  expect(changed.changes).toMatchObject([{ kind: 'savedView', row: { name: 'Neu' } }]);
  // Taken back from everybody who had it: as private as if it had never been shared.
  await mara.push(save({ ...ours, shared: false }));
  expect((await timo.pull(changed.cursor)).changes).toEqual([{ kind: 'savedView', id: ours.id, row: null }]);
  expect(
    (await mara.push({ name: 'deleteView', viewId: ours.id }, { name: 'deleteView', viewId: ours.id })).refused,
  ).toEqual([]);
  expect((await held(mara)).filter((row) => row !== null)).toEqual([]);
});
