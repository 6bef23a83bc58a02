/** [ST1] What became of a clip, or of the words for one, whose popup was gone before it could say so. */
import { hasDraftSince } from '../../storage/drafts.ts';
import { hasOwnClipSince } from '../../storage/suggestions.ts';
import type { Begun } from '../browser/saving.ts';
import { forgetSession, openSession } from '../browser/session.ts';
import { explainSaving } from './explain.ts';
import { syncNow } from './sync.ts';
import { within } from './within.ts';

/** A transaction that was committing when its popup went is there by then, or never. Milliseconds. */
const COMMITTED_WITHIN = 1_000;

/** Milliseconds. */
const ANSWERED_WITHIN = 4_000;

/** `words`: the form is kept as it stood, and is there again when the popup is opened. Null: nobody has joined. */
async function whatIsKept(since: number, begun: Begun): Promise<'clip' | 'words' | 'nothing' | null> {
  const session = await openSession();
  if (session === null) return null;
  if (await hasOwnClipSince(session.db, since)) return 'clip';
  return begun === 'typing' && (await hasDraftSince(session.db, since)) ? 'words' : 'nothing';
}

/** @param begun a popup that goes while somebody types is nothing unusual, if its words are kept */
export async function tellWhetherSaved(since: number, begun: Begun): Promise<void> {
  await new Promise((done) => setTimeout(done, COMMITTED_WITHIN));
  // What cannot even be read is not known to be kept.
  const kept = await within<'clip' | 'words' | 'nothing' | 'unknown' | null>(
    ANSWERED_WITHIN,
    whatIsKept(since, begun),
    'unknown',
  );
  if (kept === 'clip' && begun === 'saving') return syncNow('act');
  // The next attempt opens another database.
  if (kept === 'unknown') forgetSession();
  if (kept === 'nothing' || kept === 'unknown') await explainSaving('storage_failed');
}
