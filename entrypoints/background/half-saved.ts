/** [ST1] What became of a clip whose popup was gone before it could say so. */
import { hasOwnClipSince } from '../../storage/suggestions.ts';
import { forgetSession, openSession } from '../browser/session.ts';
import { explainSaving } from './explain.ts';
import { syncNow } from './sync.ts';
import { within } from './within.ts';

/** A transaction that was committing when its popup went is there by then, or never. Milliseconds. */
const COMMITTED_WITHIN = 1_000;

/** Milliseconds. */
const ANSWERED_WITHIN = 4_000;

/** Null: nobody has joined. */
async function isKept(since: number): Promise<boolean | null> {
  const session = await openSession();
  return session === null ? null : hasOwnClipSince(session.db, since);
}

export async function tellWhetherSaved(since: number): Promise<void> {
  await new Promise((done) => setTimeout(done, COMMITTED_WITHIN));
  // What cannot even be read is not known to be kept.
  const kept = await within<boolean | null | 'unknown'>(ANSWERED_WITHIN, isKept(since), 'unknown');
  if (kept === true) return syncNow('act');
  // The next attempt opens another database.
  if (kept === 'unknown') forgetSession();
  if (kept !== null) await explainSaving('storage_failed');
}
