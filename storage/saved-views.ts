/** Lists that editors named: read with what waits, written through the outbox. */
import type { SavedView, SavedViewInput } from '../protocol/saved-view.ts';
import { savedViewInputSchema, savedViewSchema } from '../protocol/saved-view.ts';
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { sound } from './sound.ts';
import { readWaiting } from './waiting.ts';

/** [ST2] As they will stand when the waiting entries arrive; own ones first, then by name. */
export async function savedViews(db: AccountDatabase): Promise<SavedView[]> {
  const { person, entries } = await readWaiting(db);
  const owner = { id: person.id, name: person.name };
  const views = new Map(
    sound('savedViews', savedViewSchema, await db.savedViews.toArray()).map((view) => [view.id, view]),
  );
  for (const { action } of entries) {
    if (action.name === 'saveView') views.set(action.view.id, { ...action.view, owner });
    if (action.name === 'deleteView') views.delete(action.viewId);
  }
  const isOthers = (view: SavedView) => Number(view.owner.id !== person.id);
  return [...views.values()].sort(
    (a, b) => isOthers(a) - isOthers(b) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1),
  );
}

/** @throws StorageError `invalid` with the path of the field, or those of `saveClip` */
export async function saveView(db: AccountDatabase, view: SavedViewInput, now: number): Promise<void> {
  const parsed = savedViewInputSchema.safeParse(view);
  if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
  await guarded(() =>
    db.transaction('rw', db.outbox, db.meta, () =>
      append(db, crypto.randomUUID(), { name: 'saveView', view: parsed.data }, now),
    ),
  );
}

/** @throws StorageError `not_found` if it is somebody else's */
export async function deleteView(db: AccountDatabase, viewId: string, now: number): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.outbox, db.meta, db.savedViews, async () => {
      const held = await db.savedViews.get(viewId);
      const { id } = await readMeta(db, 'person');
      if (held !== undefined && held.owner.id !== id) throw new StorageError('not_found', 'viewId');
      await append(db, crypto.randomUUID(), { name: 'deleteView', viewId }, now);
    }),
  );
}
