import { useEffect, useState } from 'preact/hooks';

/** What is taken back is not in its list at once: until then nobody is told that it is not. Milliseconds. */
const SAID_AFTER = 600;

/** Whether it is to be said of the topic that the list beside it does not hold it. */
export function useOutsideList(topicId: string | null, isOutside: boolean): boolean {
  const [saidOf, setSaidOf] = useState<string | null>(null);
  useEffect(() => {
    if (!isOutside) return setSaidOf(null);
    const timer = setTimeout(() => setSaidOf(topicId), SAID_AFTER);
    return () => clearTimeout(timer);
  }, [topicId, isOutside]);
  return isOutside && topicId !== null && saidOf === topicId;
}
