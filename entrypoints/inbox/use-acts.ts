/** What the editor decides and takes back, on its way into the database, and what became of that. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Changed, InboxAct, InboxScreenProps, LeftAsTheyWere } from '../../components/inbox/inbox-props.ts';
import type { NotKeptBecause } from '../../components/not-kept.tsx';
import type { TypedWords } from '../../desk/typed-words.ts';
import type { State } from '../../protocol/topic.ts';
import type { MadeDecision, ManyOutcome } from '../../storage/decide-many.ts';
import { requestSync } from '../browser/background-calls.ts';
import { notKeptBecause } from '../browser/not-kept.ts';
import { UNDO_OFFERED } from '../browser/use-undo-offer.ts';
import type { Overtaken } from './use-collision.ts';

/** What was taken back, with nothing behind it to press for, is read by then. Milliseconds. */
const TAKEN_BACK_SAID = 8_000;

/** From this many topics on it is shown how far it is. */
const LONG = 200;

/** `topicId` names a decision on many topics too, by an id of its own. `wanted` is what an editor decided on one topic: kept for when somebody was faster. */
type About = { topicId: string; title: string; count: number; wanted?: Overtaken['wanted'] };

type Write = (onProgress: (done: number) => void) => Promise<ManyOutcome>;
/** What takes an act back, and of which topics; null if nothing was written. */
type Undoing = { topicIds: string[]; write: Write };
type Act = InboxAct & { isKept: boolean; undoing: Promise<Undoing | null> };
/** What an act does: `undo` is made of what was written. */
type Decided = {
  to: State;
  /** The title of the topic that it goes into. */
  into?: Promise<string | null>;
  write: Write;
  undo(made: MadeDecision[]): Write;
  /** Called once it is in the database. */
  kept(topicIds: string[]): void;
};
const NOTHING_DECIDED: ManyOutcome = { made: [], refused: [] };
type NotKept = About & { because: NotKeptBecause; again(): void };

const withoutTopic = (list: readonly NotKept[], topicId: string) => list.filter((each) => each.topicId !== topicId);

/** False where somebody went on from what was to be taken back, which is said; else it is thrown again. */
function notTakenBack(error: unknown): false {
  const because = notKeptBecause(error);
  if (because === 'conflict' || because === 'forbidden_transition') return false;
  throw error;
}

/** How many were left, by why. */
function leftAsTheyWere(
  did: LeftAsTheyWere['did'],
  { made, refused }: ManyOutcome,
  about?: LeftAsTheyWere['about'],
): LeftAsTheyWere | null {
  if (refused.length === 0) return null;
  const counts = new Map(refused.map(({ because }) => [because, 0]));
  for (const { because } of refused) counts.set(because, (counts.get(because) ?? 0) + 1);
  const left = [...counts].map(([because, count]) => ({ because, count }));
  return { did, done: made.length, left, ...(about === undefined ? {} : { about }) };
}

export function useActs() {
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null);
  const [notKept, setNotKept] = useState<readonly NotKept[]>([]);
  const [left, setLeft] = useState<LeftAsTheyWere | null>(null);
  const [progress, setProgress] = useState<InboxScreenProps['progress']>(null);
  const [decidedCount, setDecidedCount] = useState(0);
  const [acts, setActs] = useState<readonly Act[]>([]);
  /** What was taken back last, as long as a toast says so. */
  const [takenBack, setTakenBack] = useState<InboxAct | null>(null);
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

  // That there was nothing to be taken back is said as long as that something was.
  useEffect(() => {
    if (left?.about === undefined) return;
    const timer = setTimeout(() => setLeft(null), UNDO_OFFERED);
    return () => clearTimeout(timer);
  }, [left]);

  useEffect(() => {
    if (takenBack === null) return;
    const timer = setTimeout(() => setTakenBack(null), stack.current.length === 0 ? TAKEN_BACK_SAID : UNDO_OFFERED);
    return () => clearTimeout(timer);
  }, [takenBack]);

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

  function put(act: Act): void {
    stack.current.push(act);
    setTakenBack(null);
    show();
  }
  /** Whether it stands now; what does not is not offered to be taken back. */
  function settle(act: Act, isKept: boolean): void {
    act.isKept = isKept;
    if (!isKept) stack.current = stack.current.filter((other) => other !== act);
    show();
  }

  function decide(about: About, decided: Decided): void {
    const undoing = attempt(about, decided.write, () => decide(about, decided)).then(async (outcome) => {
      const made = outcome?.made ?? [];
      act.count = made.length;
      act.into = (await decided.into) ?? null;
      settle(act, made.length > 0);
      if (outcome === null) return null;
      requestSync();
      setLeft(leftAsTheyWere('decided', outcome));
      setDecidedCount((before) => before + made.length);
      const topicIds = made.map(({ topicId }) => topicId);
      decided.kept(topicIds);
      return made.length === 0 ? null : { topicIds, write: decided.undo(made) };
    });
    const act: Act & { to: State; into?: string | null } = {
      ...{ title: about.title, count: about.count, to: decided.to, isKept: false, undoing },
    };
    put(act);
  }

  /**
   * What is no decision.
   * @param write answers what takes it back, which answers false where somebody changed the same since; null: nothing
   *   takes it back, so that is not offered
   */
  function change(about: About, changed: Changed, write: () => Promise<(() => Promise<boolean>) | null>): void {
    let takeBack: (() => Promise<boolean>) | null = null;
    const once = async () => {
      takeBack = await write();
      return NOTHING_DECIDED;
    };
    const undoing = attempt(about, once, () => change(about, changed, write)).then((outcome): Undoing | null => {
      const undo = takeBack;
      settle(act, outcome !== null && undo !== null);
      if (outcome === null) return null;
      requestSync();
      if (undo === null) return null;
      const { topicId } = about;
      const back = async (): Promise<ManyOutcome> =>
        (await undo().catch(notTakenBack))
          ? NOTHING_DECIDED
          : { made: [], refused: [{ topicId, because: 'conflict' }] };
      return { topicIds: [topicId], write: back };
    });
    const act: Act = { title: about.title, count: 1, changed, isKept: false, undoing };
    put(act);
  }

  /** Takes decisions back, which was `said` when they were made, and calls `kept` with the topics that are as they were. Answers what was written for it. */
  async function takeBack(
    about: About,
    write: Write,
    kept: (topicIds: string[]) => void,
    said: InboxAct | null,
  ): Promise<MadeDecision[]> {
    const outcome = await attempt(about, write, () => void takeBack(about, write, kept, said));
    if (outcome === null) return [];
    // Of many, as many as were taken back; of what is no decision nothing is answered.
    const count = said !== null && 'changed' in said && outcome.refused.length === 0 ? 1 : outcome.made.length;
    setTakenBack(said === null || count === 0 ? null : { ...said, count });
    requestSync();
    const { title } = about;
    const one = said !== null && 'changed' in said ? { title, changed: said.changed } : { title };
    setLeft(leftAsTheyWere('undone', outcome, about.count === 1 ? one : undefined));
    setDecidedCount((before) => Math.max(0, before - outcome.made.length));
    kept(outcome.made.map(({ topicId }) => topicId));
    return outcome.made;
  }

  /** What has no taking back. No words are lost. */
  async function writeOnly(about: About, write: () => Promise<unknown>): Promise<void> {
    const once = async () => {
      await write();
      return NOTHING_DECIDED;
    };
    if ((await attempt(about, once, () => void writeOnly(about, write))) !== null) requestSync();
  }

  return {
    acts,
    takenBack,
    decide,
    change,
    write: (about: About, write: () => Promise<unknown>) => void writeOnly(about, write),
    takeBack,
    /** Also while it is still on its way to the disk. */
    canUndo: stack.current.length > 0,
    /** Takes the last act from the stack, if there is one; how it is taken back is known when it is written. */
    lastAct(): Act | null {
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
    /** The sentences of decisions that were not kept. */
    wordsNotKept: (): TypedWords[] =>
      notKept.flatMap(({ topicId, title, wanted }) =>
        wanted?.sentence == null || (wanted.to !== 'declined' && wanted.to !== 'held')
          ? []
          : [{ topicId, title, as: wanted.to, text: wanted.sentence }],
      ),
  };
}
