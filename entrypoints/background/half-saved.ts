/** [ST1] What became of a clip whose popup was gone before it could say so. */
import { hasOwnClipSince } from '../../storage/suggestions.ts';
import { forgetSession, openSession } from '../browser/session.ts';
import { explainSaving } from './explain.ts';
import { syncNow } from './sync.ts';

/** A transaction that was committing when its popup went is there by then, or never. Milliseconds. */
const COMMITTED_WITHIN = 1_000;

export async function tellWhetherSaved(since: number): Promise<void> {
  await new Promise((done) => setTimeout(done, COMMITTED_WITHIN));
  try {
    const session = await openSession();
    if (session === null) return;
    if (await hasOwnClipSince(session.db, since)) return syncNow('act');
  } catch {
    // What cannot even be read is not known to be kept; the next attempt opens another database.
    forgetSession();
  }
  await explainSaving('storage_failed');
}
