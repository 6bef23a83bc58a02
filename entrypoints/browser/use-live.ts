import { Dexie, type Subscription } from 'dexie';
import { useLayoutEffect, useState } from 'preact/hooks';
import { live } from '../../storage/live.ts';

const RETRIES = 3;
/** Milliseconds. */
const RETRY_AFTER = 50;

const isInterrupted = (error: unknown): boolean =>
  error instanceof Dexie.PrematureCommitError || error instanceof Dexie.TransactionInactiveError;

/**
 * What a query answers, kept current while the component lives; undefined until the first answer. An
 * answer of earlier `inputs` stays until the new one is there, so that lists do not blink.
 * @param first what was read before the component stood there
 * @param when false: it is not asked yet, for something else has to come first
 */
export function useLive<T>(
  query: () => Promise<T>,
  inputs: readonly unknown[],
  { first, when = true }: { first?: T | undefined; when?: boolean } = {},
): T | undefined {
  const [answer, setAnswer] = useState<T | undefined>(first);
  const reasons = [...inputs, when];
  // Whoever waits for the answer waits a frame less than by an effect after the painting.
  useLayoutEffect(() => {
    if (!when) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    const follow = (tries: number): Subscription =>
      live(query).subscribe({
        next: (value) => setAnswer(() => value),
        error: (error) => {
          // Several queries side by side may end each other's transaction; a query that failed is never asked again.
          if (tries > 0 && isInterrupted(error))
            again = setTimeout(() => (subscription = follow(tries - 1)), RETRY_AFTER);
        },
      });
    let subscription = follow(RETRIES);
    return () => {
      clearTimeout(again);
      subscription.unsubscribe();
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names the inputs, as for an effect itself
  }, reasons);
  return answer;
}
