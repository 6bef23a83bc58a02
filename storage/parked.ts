/** Entries that were refused for good (OB2): sent again or given up only by the person's act. */

import type { ClipChanges } from '../protocol/clip.ts';
import type { AcceptedRule } from '../protocol/rule.ts';
import type { AccountDatabase } from './database.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { outboxEntrySchema, type ParkedEntry } from './rows.ts';
import { ruleTables } from './rules.ts';
import { correctAndSend, forgetClip } from './send-again.ts';
import { clipIdOf, waitingTables } from './waiting.ts';

/**
 * Sends a parked entry again under its own id, with the person's corrections if it is about a clip.
 * A decision is made anew on the topic as it stands now.
 * @throws StorageError `not_found`, `invalid`, or the refusal that the rules still give
 */
export async function retryParked(
  db: AccountDatabase,
  entryId: string,
  changes: ClipChanges,
  now: number,
  accepts: readonly AcceptedRule[] = [],
): Promise<void> {
  const { parked, topics } = db;
  await guarded(() =>
    db.transaction('rw', [...waitingTables(db), ...ruleTables(db), parked, topics], async () => {
      const row = await parked.get(entryId);
      if (row === undefined) throw new StorageError('not_found');
      for (const { ruleId, version } of accepts)
        await append(db, crypto.randomUUID(), { name: 'acknowledgeRule', ruleId, version }, now);
      await correctAndSend(db, row, changes, now);
    }),
  );
}

/** Gives a parked entry up. With the saving of a clip go the clip and what else was parked about it. */
export async function discardParked(db: AccountDatabase, entryId: string): Promise<void> {
  const { clips, parked, pageTexts, pictures, uploads } = db;
  await guarded(() =>
    db.transaction('rw', [clips, parked, pageTexts, pictures, uploads], async () => {
      const row = await parked.get(entryId);
      if (row !== undefined) await giveUp(db, row);
    }),
  );
}

/** Inside a transaction over clips, parked, pageTexts, pictures and uploads. */
export async function giveUp(db: AccountDatabase, row: ParkedEntry): Promise<void> {
  await db.parked.delete(row.id);
  const action = outboxEntrySchema.safeParse(row.entry).data?.action;
  if (action?.name !== 'saveClip') return;
  await forgetClip(db, action.clip.id);
  const about = (await db.parked.toArray()).filter(({ entry }) => {
    const other = outboxEntrySchema.safeParse(entry).data?.action;
    return other !== undefined && clipIdOf(other) === action.clip.id;
  });
  await db.parked.bulkDelete(about.map(({ id }) => id));
}
