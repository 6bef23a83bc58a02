/** Whether this person is thanked by name for what they suggested: no, unless they say so [SH3]. */
import type { AccountDatabase } from './database.ts';
import { readMeta } from './meta.ts';
import { append } from './outbox.ts';
import { guarded } from './problems.ts';
import { readWaiting } from './waiting.ts';

export async function agreedToThanks(db: AccountDatabase): Promise<boolean> {
  const { id } = await readMeta(db, 'person');
  let agreed = (await db.consents.get(id)) !== undefined;
  for (const { action } of (await readWaiting(db)).entries) if (action.name === 'agreeToThanks') agreed = action.agreed;
  return agreed;
}

/** @throws StorageError those of `saveClip` */
export const agreeToThanks = (db: AccountDatabase, agreed: boolean, now: number): Promise<void> =>
  guarded(() =>
    db.transaction('rw', db.outbox, db.meta, () =>
      append(db, crypto.randomUUID(), { name: 'agreeToThanks', agreed }, now),
    ),
  );
