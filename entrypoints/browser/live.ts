/** What keeps an open page current: the queue's pokes, and the network coming back. */
import { followEvents } from '../../sync/events.ts';
import { loadPicture } from '../../sync/pictures.ts';
import type { Session } from './session.ts';
import { syncOf, transportOf } from './session-sync.ts';

/** Until the page closes: pulls at each poke and at each return of the network. */
export function stayInTouch(session: Session): void {
  const sync = syncOf(session);
  const run = (reason: 'poke' | 'online') => {
    // The account may have been left in another window.
    sync.run(reason).catch(() => undefined);
  };
  const closing = new AbortController();
  addEventListener('pagehide', () => closing.abort());
  addEventListener('online', () => run('online'));
  void followEvents({
    transport: transportOf(session),
    onPoke: () => run('poke'),
    signal: closing.signal,
    sleep: sleepOrOnline,
    random: Math.random,
  });
}

/** With the network back, or somebody looking at the page again, there is no reason to wait any longer. */
function sleepOrOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const waking = new AbortController();
    const wake = () => {
      waking.abort();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    addEventListener('online', wake, { signal: waking.signal });
    document.addEventListener('visibilitychange', wake, { signal: waking.signal });
  });
}

/** Fetches the picture of a clip into the database, if the queue has one. */
export async function downloadPicture(session: Session, clipId: string): Promise<void> {
  const row = await session.db.clips.get(clipId);
  const hash = row?.clip.picture?.hash;
  if (hash === undefined) return;
  await loadPicture(session.db, transportOf(session), { id: clipId, hash }, Date.now());
}
