/** Lists that editors named, for themselves or for everybody at the desk. */
import { mayDecide } from '../../desk/roles.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import type { SavedViewInput } from '../../protocol/saved-view.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

/** A new view, or one of this person's under the same id. Others' are theirs to change, shared or not. */
export async function saveView(tx: Tx, { person }: Act, view: SavedViewInput): Promise<Refusal | null> {
  if (!mayDecide(person.roles)) return { kind: 'not_allowed', path: '' };
  const owner = await ownerOf(tx, view.id);
  if (owner !== null && owner !== person.id) return { kind: 'id_taken', path: 'view.id' };
  await tx.run(
    `INSERT INTO saved_view (id, owner_id, name, filter, shared) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, filter = excluded.filter, shared = excluded.shared`,
    view.id,
    person.id,
    view.name,
    JSON.stringify(view.filter),
    view.shared ? 1 : 0,
  );
  tx.changed('savedView', view.id);
  return null;
}

/** Takes a view of this person's away; one that is gone already is no mistake. */
export async function deleteView(tx: Tx, { person }: Act, viewId: string): Promise<Refusal | null> {
  const owner = await ownerOf(tx, viewId);
  if (owner === null) return null;
  // Whether somebody has a private view is not for others to know.
  if (owner !== person.id) return { kind: 'not_found', path: 'viewId' };
  await tx.run('DELETE FROM saved_view WHERE id = $1', viewId);
  tx.changed('savedView', viewId);
  return null;
}

async function ownerOf(tx: Tx, viewId: string): Promise<string | null> {
  const [row] = await tx.all<{ owner_id: string }>('SELECT owner_id FROM saved_view WHERE id = $1', viewId);
  return row?.owner_id ?? null;
}
