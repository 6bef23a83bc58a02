import { useEffect, useRef, useState } from 'preact/hooks';
import type { SimilarView } from '../../storage/similar-topics.ts';
import type { Session } from '../browser/session.ts';
import { AT_WORK, type SimilarAnswer, type SimilarQuestion } from './similar-messages.ts';
import { startSimilarWorker } from './start-similar-worker.ts';

/** Who goes through the list by `j` looks at nothing yet: until somebody stays, nothing is compared. */
const STAYS_MS = 150;

const NONE: readonly SimilarView[] = [];

/**
 * [SM1] What is similar to the topic that is looked at; nothing while that is not known yet.
 * @param when false: what a person waits for has to be there first, for both read the same disk
 */
export function useAlike({ account }: Session, selectedId: string | null, when: boolean): readonly SimilarView[] {
  const [found, setFound] = useState<SimilarAnswer | null>(null);
  const worker = useRef<Worker | null>(null);

  useEffect(() => {
    const ask = (topicId: string) => {
      if (worker.current === null) {
        worker.current = startSimilarWorker();
        worker.current.onmessage = ({ data }: MessageEvent<SimilarAnswer>) => setFound(data);
      }
      // It reads this device's database and talks to nobody.
      const question: SimilarQuestion = { account: { ...account, tokens: null }, topicId };
      worker.current.postMessage(question);
    };
    if (selectedId === null || !when) return;
    const timer = setTimeout(() => ask(selectedId), STAYS_MS);
    return () => clearTimeout(timer);
  }, [account, selectedId, when]);
  useEffect(() => {
    const atWork = () => worker.current?.postMessage(AT_WORK);
    addEventListener('keydown', atWork);
    return () => {
      removeEventListener('keydown', atWork);
      worker.current?.terminate();
    };
  }, []);

  return found !== null && found.topicId === selectedId ? found.views : NONE;
}
