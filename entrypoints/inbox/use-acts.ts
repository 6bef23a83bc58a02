/** What the editor decides and takes back, on its way into the database, and what became of that. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { InboxAct, InboxScreenProps, LeftAsTheyWere } from '../../components/inbox/inbox-props.ts';
import type { NotKeptBecause } from '../../components/not-kept.tsx';
import type { MadeDecision, ManyOutcome } from '../../storage/decide-many.ts';
import { requestSync } from '../browser/background-calls.ts';
import { notKeptBecause } from '../browser/not-kept.ts';
import type { Overtaken } from './use-collision.ts';

/** An act can be taken back quietly for this long after the last one. Milliseconds. */
const UNDO_OFFERED = 30_000;
/** From this many topics on it is shown how far it is. */
const LONG = 200;

/** `topicId` names a decision on many topics too, by an id of its own. */
/** `wanted` is what an editor decided on one topic: kept for when somebody was faster. */
type About = { topicId: string; title: string; count: number; wanted?: Overtaken['wanted'] };

type Write = (onProgress: (done: number) => void) => Promise<ManyOutcome>;
type Act = InboxAct & { isKept: boolean; made: Promise<MadeDecision[]> };
type NotKept = About & { because: NotKeptBecause; again(): void };

const withoutTopic = (list: readonly NotKept[], topicId: string) => list.filter((each) => each.topicId !== topicId);

/** How many were left, by why. */
function leftAsTheyWere(did: LeftAsTheyWere['did'], { made, refused }: ManyOutcome): LeftAsTheyWere | null {
  if (refused.length === 0) return null;
  const counts = new Map(refused.map(({ because }) => [because, 0]));
  for (const { because } of refused) counts.set(because, (counts.get(because) ?? 0) + 1);
  return { did, done: made.length, left: [...counts].map(([because, count]) => ({ because, count })) };
}

export function useActs() {
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null);
  const [notKept, setNotKept] = useState<readonly NotKept[]>([]);
  const [left, setLeft] = useState<LeftAsTheyWere | null>(null);
  const [progress, setProgress] = useState<InboxScreenProps['progress']>(null);
  const [decidedCount, setDecidedCount] = useState(0);
  const [acts, setActs] = useState<readonly Act[]>([]);
  /** Those on their way to the disk are here too: `1` and `z` in one breath mean the same topic. */
  const stack = useRef<Act[]>([]);
  const show = () => setActs(stack.current.filter(({ isKept }) => isKept));

  useEffect(() => {
    if (acts.length === 0) return;
    const timer = setTimeout(() => {
      stack.current = [];
      setActs([]);
    }, UNDO_OFFERED);
    return () => clearTimeout(timer);
  }, [acts]);

  const dismissNotKept = (topicId: string) => setNotKept((before) => withoutTopic(before, topicId));

  /** What was written; null if nothing was. What is not kept can be done again as it was, with every word. */
  async function attempt(about: About, write: Write, again: () => void): Promise<ManyOutcome | null> {
    dismissNotKept(about.topicId);
    try {
      return await write((done) => about.count > LONG && setProgress({ done, of: about.count }));
    } catch (error) {
      const because = notKeptBecause(error);
      // The rules on this device saw it already: a colleague's decision came in while this one was made.
      if (because === 'conflict' || because === 'forbidden_transition')
        setOvertaken({ ...about, wanted: about.wanted ?? null });
      else setNotKept((before) => [...withoutTopic(before, about.topicId), { ...about, because, again }]);
      return null;
    } finally {
      setProgress(null);
    }
  }

  /** Calls `kept` once the decision is in the database. */
  function decide(about: About, to: InboxAct['to'], write: Write, kept: (topicIds: string[]) => void): void {
    const made = attempt(about, write, () => decide(about, to, write, kept)).then((outcome) => {
      const decisions = outcome?.made ?? [];
      act.isKept = decisions.length > 0;
      act.count = decisions.length;
      if (!act.isKept) stack.current = stack.current.filter((other) => other !== act);
      show();
      if (outcome === null) return [];
      requestSync();
      setLeft(leftAsTheyWere('decided', outcome));
      setDecidedCount((before) => before + decisions.length);
      kept(decisions.map(({ topicId }) => topicId));
      return decisions;
    });
    const act: Act = { title: about.title, count: about.count, to, isKept: false, made };
    stack.current.push(act);
    show();
  }

  /** Takes decisions back and calls `kept` with the topics that are as they were. */
  async function takeBack(about: About, write: Write, kept: (topicIds: string[]) => void): Promise<void> {
    const outcome = await attempt(about, write, () => void takeBack(about, write, kept));
    if (outcome === null) return;
    requestSync();
    setLeft(leftAsTheyWere('undone', outcome));
    setDecidedCount((before) => Math.max(0, before - outcome.made.length));
    kept(outcome.made.map(({ topicId }) => topicId));
  }

  /** What is no decision: it has no taking back of its own, and no words are lost. */
  async function writeOnly(about: About, write: () => Promise<unknown>): Promise<void> {
    const once = async () => {
      await write();
      return { made: [], refused: [] };
    };
    if ((await attempt(about, once, () => void writeOnly(about, write))) !== null) requestSync();
  }

  return {
    acts,
    decide,
    write: (about: About, write: () => Promise<unknown>) => void writeOnly(about, write),
    takeBack: (about: About, write: Write, kept: (topicIds: string[]) => void) => void takeBack(about, write, kept),
    /** Also while it is still on its way to the disk. */
    canUndo: stack.current.length > 0,
    /** Takes the last act from the stack, if there is one; its decisions are known when they are written. */
    lastAct(): Pick<Act, 'title' | 'count' | 'made'> | null {
      const act = stack.current.pop() ?? null;
      show();
      return act;
    },
    decidedCount,
    progress,
    left,
    dismissLeft: () => setLeft(null),
    overtaken,
    dismissOvertaken: () => setOvertaken(null),
    notKept,
    retry: (topicId: string) => notKept.find((each) => each.topicId === topicId)?.again(),
    dismissNotKept,
  };
}
