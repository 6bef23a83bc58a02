import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/**
 * Enter pressed before the search has answered is kept until it has: who types fast never chooses from the topics of
 * an earlier text, and never presses into the void. Further typing takes the Enter back.
 * @param onWaiting told when an Enter begins to wait and when none does any more
 */
export function useOnceAnswered(
  text: string,
  answered: boolean,
  choose: () => void,
  onWaiting?: (waits: boolean) => void,
): () => void {
  const [wanted, setWanted] = useState<string | null>(null);
  const waits = wanted !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is told is made anew with every rendering
  useLayoutEffect(() => {
    if (!waits) return;
    onWaiting?.(true);
    return () => onWaiting?.(false);
  }, [waits]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what to do is made anew with every rendering
  useEffect(() => {
    if (wanted === null) return;
    if (wanted !== text) setWanted(null);
    else if (answered) {
      setWanted(null);
      choose();
    }
  }, [wanted, text, answered]);
  return () => setWanted(text);
}
