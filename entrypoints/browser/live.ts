/** What keeps an open page current: the queue's pokes, and the network coming back. */
import { followEvents } from '../../sync/events.ts';
import { loadPicture } from '../../sync/pictures.ts';
import { listenInTurn } from './one-listener.ts';
import { createPictureShelf, type PictureShelf } from './picture-shelf.ts';
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
  const listen = (signal: AbortSignal) =>
    followEvents({
      transport: transportOf(session),
      onPoke: () => run('poke'),
      signal,
      sleep: sleepOrOnline,
      random: Math.random,
    });
  void listenInTurn(`clipdesk-events:${session.db.name}`, listen, closing.signal);
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

/** Pictures of this account's clips for a page, kept as the clips change. */
export const picturesOf = (session: Session, changed: () => void): PictureShelf =>
  createPictureShelf(session.db, (clip) => loadPicture(session.db, transportOf(session), clip, Date.now()), changed);
