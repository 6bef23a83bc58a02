import { Dexie, type Subscription } from 'dexie';
import { useLayoutEffect, useState } from 'preact/hooks';
import { live } from '../../storage/live.ts';

/** Milliseconds before an interrupted query is asked again; the last wait is that of every further try. */
const RETRY_AFTER = [50, 50, 50, 200, 500, 1_000] as const;

/** Several queries side by side may end each other's transaction: nothing is wrong with what was asked. */
const isInterrupted = (error: unknown): boolean =>
  error instanceof Dexie.PrematureCommitError ||
  error instanceof Dexie.TransactionInactiveError ||
  error instanceof Dexie.AbortError;

type Answer<T> = { value: T } | { failed: unknown };

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
    let subscription: Subscription | undefined;
    // What was asked with other inputs may still be on its way: it is nobody's answer any more.
    let isOver = false;
    const follow = (tries: number): void => {
      subscription = live(async (): Promise<Answer<T>> => {
        try {
          return { value: await query() };
        } catch (failed) {
          // Dexie tells nobody of some errors, and never asks again what failed.
          return { failed };
        }
      }).subscribe((found) => {
        if (isOver) return;
        if ('value' in found) setAnswer(() => found.value);
        else if (isInterrupted(found.failed)) {
          subscription?.unsubscribe();
          clearTimeout(again);
          again = setTimeout(() => follow(tries + 1), RETRY_AFTER[tries] ?? RETRY_AFTER.at(-1));
        }
      });
    };
    follow(0);
    return () => {
      isOver = true;
      clearTimeout(again);
      subscription?.unsubscribe();
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names the inputs, as for an effect itself
  }, reasons);
  return answer;
}
