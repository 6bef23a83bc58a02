/** A form that was closed before it was saved: nobody loses what they typed. */
import type { AccountDatabase } from './database.ts';
import { guarded } from './problems.ts';
import { type FormDraft, formDraftSchema } from './rows.ts';

/** After this time a forgotten form is no longer what the person wants to say. Milliseconds. */
const KEPT_FOR = 14 * 86_400_000;

export async function readDraft(db: AccountDatabase, key: string): Promise<FormDraft | null> {
  const parsed = formDraftSchema.safeParse(await db.drafts.get(key));
  return parsed.success ? parsed.data : null;
}

/** Keeps a form as it stands, and forgets those that nobody came back to. */
export async function keepDraft(db: AccountDatabase, draft: FormDraft): Promise<void> {
  await guarded(() =>
    db.transaction('rw', db.drafts, async () => {
      await db.drafts
        .where('keptAt')
        .below(draft.keptAt - KEPT_FOR)
        .delete();
      await db.drafts.put(draft);
    }),
  );
}

/** Whether a form was kept at this moment or later. */
export const hasDraftSince = async (db: AccountDatabase, since: number): Promise<boolean> =>
  (await db.drafts.where('keptAt').aboveOrEqual(since).limit(1).primaryKeys()).length > 0;

export async function dropDraft(db: AccountDatabase, key: string): Promise<void> {
  await guarded(() => db.drafts.delete(key));
}
