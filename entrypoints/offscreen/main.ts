/**
 * The page that reads documents, seen by nobody: a service worker has no workers and no canvas to do it
 * with. It lives while there is something to read, however long popup and background do, and what it
 * read for a clip that was kept already it puts there itself.
 */
import { type DocumentCalls, documentCalls } from '../../messaging/document-calls.ts';
import { answerCalls } from '../../messaging/rpc.ts';
import { completeClip } from '../../storage/complete-clip.ts';
import { requestSync } from '../browser/background-calls.ts';
import { fromPages } from '../browser/message-adapters.ts';
import { openSession } from '../browser/session.ts';
import { answerOf } from './answer.ts';
import { readingOf } from './readings.ts';

answerCalls<DocumentCalls>(fromPages, documentCalls, {
  readDocument: async (document) => answerOf(await readingOf(document), document.address),
  async completeClip({ clipId, ...document }) {
    const { draft, picture } = await readingOf(document);
    const session = await openSession();
    if (draft === null || session === null) return {};
    await completeClip(session.db, clipId, { draft, picture, proposedTitle: document.title }, Date.now());
    requestSync();
    return {};
  },
});
