/** Says that this person looks at a topic. Kept nowhere and never tried again: it is true only now. */
import { type Claim, claimSchema } from '../protocol/claim.ts';
import { claimPath } from '../protocol/routes.ts';
import { ask, askJson, type Line } from './ask.ts';
import { SyncError } from './errors.ts';

/** A queue that is slower than that is told nothing: the claim ends by itself. */
const LONGEST_MS = 10_000;

export type Claims = {
  /**
   * @param take also where somebody else has it.
   * @returns whose claim stands
   * @throws SyncError
   */
  look(topicId: string, take: boolean): Promise<Claim>;
  /** @throws SyncError */
  leave(topicId: string): Promise<void>;
  /** The page is being closed or hidden for good: nothing is waited for. @throws SyncError */
  leaveAtOnce(topicId: string): Promise<void>;
};

/**
 * What a page says about claims, in the order in which it says it: an end that overtook its beginning would leave
 * a claim that nobody has. A request goes on when the page is closed.
 */
export function createClaims(line: Line): Claims {
  let last: Promise<unknown> = Promise.resolve();
  /** Ends what is on its way and what waits for it. */
  let turn = new AbortController();

  function inTurn<T>(say: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { signal } = turn;
    const mine = last.then(() => {
      if (signal.aborted) throw new SyncError('unreachable');
      return say(AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]));
    });
    last = mine.catch(() => undefined);
    return mine;
  }
  const drop = (topicId: string, signal: AbortSignal): Promise<unknown> =>
    ask(line, claimPath(topicId), { method: 'DELETE', keepalive: true, signal });

  return {
    look: (topicId, take) =>
      inTurn((signal) =>
        askJson(
          line,
          claimPath(topicId),
          { method: 'PUT', type: 'application/json', body: JSON.stringify({ take }), keepalive: true, signal },
          claimSchema,
        ),
      ),
    async leave(topicId) {
      await inTurn((signal) => drop(topicId, signal));
    },
    async leaveAtOnce(topicId) {
      turn.abort();
      turn = new AbortController();
      // Not behind a promise: a page that goes runs nothing later.
      const dropped = drop(topicId, AbortSignal.timeout(LONGEST_MS));
      last = dropped.catch(() => undefined);
      await dropped;
    },
  };
}
