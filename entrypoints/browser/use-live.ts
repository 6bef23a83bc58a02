import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/**
 * What a query answers, kept current while the component lives; undefined until the first answer. An
 * answer of earlier `inputs` stays until the new one is there, so that lists do not blink.
 */
export function useLive<T>(query: () => Promise<T>, inputs: readonly unknown[]): T | undefined {
  const [answer, setAnswer] = useState<T>();
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: (value) => setAnswer(() => value),
      error: () => undefined,
    });
    return () => subscription.unsubscribe();
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names the inputs, as for useEffect itself
  }, inputs);
  return answer;
}
