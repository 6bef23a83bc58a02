/**
 * One page of the extension listens to the queue for all of them: over HTTP/1.1 a browser opens six
 * connections to a host, and six listening pages would leave none for anything else. The others live
 * from the database that they share.
 */

type Page = Pick<Document, 'visibilityState' | 'addEventListener'>;

/**
 * Calls `listen` whenever it is this page's turn, until `closing`. A page that comes into view takes
 * the turn from whoever has it, and one that goes out of view lets the next have it, so that the
 * listener is not slowed down as hidden pages are. Done, too, when `listen` ends by itself.
 * @param name of the lock: the same for all pages that share a database
 */
export async function listenInTurn(
  name: string,
  listen: (signal: AbortSignal) => Promise<void>,
  closing: AbortSignal,
  page: Page = document,
  locks: Pick<LockManager, 'request'> = navigator.locks,
): Promise<void> {
  let goesFirst = page.visibilityState === 'visible';
  while (!closing.aborted) {
    const turn = new AbortController();
    const signal = AbortSignal.any([closing, turn.signal]);
    page.addEventListener('visibilitychange', () => turn.abort(), { signal });
    try {
      // The two options exclude each other; one that goes first never waits.
      await locks.request(name, goesFirst ? { steal: true } : { signal }, () => listen(signal));
      if (!signal.aborted) return;
    } catch (error) {
      const takenOrCalledOff = error instanceof DOMException && error.name === 'AbortError';
      if (!takenOrCalledOff) return;
    }
    // From whom the turn was taken, it stands in line behind the others: two pages in view must not fight.
    goesFirst = signal.aborted && page.visibilityState === 'visible';
    turn.abort();
  }
}
