import { useState } from 'preact/hooks';
import type { NotKeptBecause } from '../../components/not-kept.tsx';
import { requestSync } from '../browser/background-calls.ts';
import { notKeptBecause } from '../browser/not-kept.ts';

type About = { topicId: string; title: string };
type NotKept = About & { because: NotKeptBecause; again(): void };

const withoutTopic = (list: readonly NotKept[], topicId: string) => list.filter((each) => each.topicId !== topicId);

/** What the editor decides and takes back, on its way into the database, and what became of that. */
export function useActs() {
  const [overtaken, setOvertaken] = useState<About | null>(null);
  const [notKept, setNotKept] = useState<readonly NotKept[]>([]);

  const dismissNotKept = (topicId: string) => setNotKept((before) => withoutTopic(before, topicId));

  /** Calls `kept` once `write` is in the database. What is not kept can be done again as it was, with every word. */
  const act = async (about: About, write: () => Promise<unknown>, kept: () => void): Promise<void> => {
    dismissNotKept(about.topicId);
    try {
      await write();
    } catch (error) {
      const because = notKeptBecause(error);
      // The rules on this device saw it already: a colleague's decision came in while this one was made.
      if (because === 'conflict' || because === 'forbidden_transition') return setOvertaken(about);
      const again = () => void act(about, write, kept);
      return setNotKept((before) => [...withoutTopic(before, about.topicId), { ...about, because, again }]);
    }
    requestSync();
    kept();
  };

  return {
    act: (about: About, write: () => Promise<unknown>, kept: () => void) => void act(about, write, kept),
    overtaken,
    dismissOvertaken: () => setOvertaken(null),
    notKept,
    retry: (topicId: string) => notKept.find((each) => each.topicId === topicId)?.again(),
    dismissNotKept,
  };
}
