/** Leaving an account on a device that others may use too (VI3). */
import { type Account, chooseAccount, forgetTokens, listAccounts, type Registry } from './accounts.ts';
import type { AccountDatabase } from './database.ts';
import { writeMeta } from './meta.ts';
import { unsentCount } from './outbox.ts';
import { guarded } from './problems.ts';
import { forgetPulled } from './receive-page.ts';

/**
 * Forgets the tokens and all that was pulled. What was not sent or was parked stays in the account's
 * database for the day the person signs in again; if there is nothing, the database goes too. To be
 * called under the lock of flights, or one in the air brings back what was pulled.
 * @returns whether something stays
 */
export async function signOut(registry: Registry, db: AccountDatabase, account: Account): Promise<boolean> {
  // First the tokens: whatever happens next, nothing is sent under them any more.
  await forgetTokens(registry, account);
  const uploads = await db.uploads.filter(({ refused }) => !refused).count();
  if ((await unsentCount(db)) + (await db.parked.count()) + uploads > 0) {
    await keepUnsent(db);
    return true;
  }
  await guarded(() => db.delete({ disableAutoOpen: true }));
  await guarded(() => registry.accounts.delete(account.key));
  const others = (await listAccounts(registry)).filter(({ tokens }) => tokens !== null);
  await chooseAccount(registry, others[0]?.key ?? null);
  return false;
}

/** Leaves only what exists nowhere else. */
async function keepUnsent(db: AccountDatabase): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.tables, async () => {
      await forgetPulled(db);
      const kept: string[] = await db.clips.toCollection().primaryKeys();
      const waiting: string[] = await db.uploads.toCollection().primaryKeys();
      await db.pageTexts.where('clipId').noneOf(kept).delete();
      await db.pictures
        .where('clipId')
        .noneOf([...kept, ...waiting])
        .delete();
      await db.drafts.clear();
      await db.habits.clear();
      await writeMeta(db, 'cursor', null);
    }),
  );
}
