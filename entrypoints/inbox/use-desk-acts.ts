import type { InboxDecision, InboxScreenProps, PickedDecision, TopicHit } from '../../components/inbox/inbox-props.ts';
import type { AssignmentWish } from '../../desk/assignment-views.ts';
import { lastDecisionId } from '../../desk/decisions.ts';
import type { PublicationInput } from '../../protocol/publication.ts';
import type { HeldTopic } from '../../protocol/search.ts';
import type { Topic, TopicChanges } from '../../protocol/topic.ts';
import { askQuestion, type QuestionWish } from '../../storage/ask-question.ts';
import { askAssignment, moveAssignment } from '../../storage/assignments.ts';
import { topicClearance } from '../../storage/clearances.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { decide, decideAfterAll, undoDecision } from '../../storage/decide.ts';
import { askClearance, type ClearanceWish, decideClearance } from '../../storage/decide-clearance.ts';
import { decideMany, type MadeDecision, type SeenTopic, undoMany } from '../../storage/decide-many.ts';
import { addNote, editTopic, takeEditBack, withdrawNote } from '../../storage/edit-topic.ts';
import { type Evaluated, evaluateTopic, takeEvaluationBack } from '../../storage/evaluate-topic.ts';
import { holdTopic } from '../../storage/hold-topic.ts';
import { type Published, publishTopic, takePublishingBack } from '../../storage/publish-topic.ts';
import { markRead } from '../../storage/read-marks.ts';
import type { ResultWish } from '../../storage/results.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { useActs } from './use-acts.ts';

type Given = {
  db: AccountDatabase;
  rows: InboxScreenProps['rows'];
  /** The topic that is shown. */
  current: Topic | null;
  /** Those that it took in. */
  merged: readonly TopicHit[];
  /** The same one if only the queue holds it. */
  archived: HeldTopic | null;
  /** These came back by an undo; the list holds them again a moment later. */
  onBack(topicIds: readonly string[]): void;
  /** These stand alone again. */
  onUnmerged(topicIds: readonly string[]): void;
};

const BACK_TO_INBOX = { to: 'new', reason: null, sentence: null, holdUntil: null } as const;

/** Decisions of the screen as writes: one topic or many, made or taken back. */
export function useDeskActs({ db, rows, current, merged, archived, onBack, onUnmerged }: Given) {
  const acts = useActs();
  const titleOf = (topicId: string): string =>
    rows?.find(({ topic }) => topic.id === topicId)?.topic.title ??
    merged.find(({ id }) => id === topicId)?.title ??
    (current?.id === topicId ? current.title : (acts.acts.at(-1)?.title ?? ''));
  const about = (topicId: string) => ({ topicId, title: titleOf(topicId), count: 1 });
  const ofMany = (count: number) => ({ topicId: `many:${crypto.randomUUID()}`, title: '', count });
  // Whoever decides has read. That a mark is not kept is no loss.
  const read = (topicIds: string[]) => void markRead(db, topicIds, true).catch(() => undefined);

  const titleHere = async (topicId: string | null): Promise<string | null> =>
    topicId === null ? null : ((await topicDetail(db, topicId).catch(() => null))?.topic.title ?? null);

  /** Takes back the last decision on a topic, whoever made it. */
  const undoOn = (topicId: string) => {
    const write = async () => {
      const { id } = await undoDecision(db, topicId, Date.now());
      return { made: [{ topicId, decisionId: id }], refused: [] };
    };
    const last = current?.id === topicId ? current.decisions.at(-1) : undefined;
    const said = last === undefined ? null : { title: titleOf(topicId), count: 1, to: last.to };
    return acts.takeBack(about(topicId), write, onBack, said);
  };

  // What is done to a topic of the archive is seen on this device at once, network or not.
  const hold = async (topicId: string) => {
    if (archived?.topic.id === topicId) await holdTopic(db, archived);
  };
  const undoing = (made: MadeDecision[]) => (onProgress: (done: number) => void) =>
    undoMany(db, made, Date.now(), onProgress);

  return {
    ...acts,

    decideOne(decision: InboxDecision) {
      const { topicId, into } = decision;
      const { topicId: _topicId, changes, replaces, ...wanted } = decision;
      const shown = rows?.find(({ topic }) => topic.id === topicId)?.topic ?? current;
      // Decided is what was seen: a colleague's decision that came in since is not passed over.
      const seen = shown?.id === topicId ? { seen: lastDecisionId(shown) } : {};
      const write = async () => {
        await hold(topicId);
        // Taking the move back leaves what was said: no word of it was wrong.
        if (changes !== undefined && Object.keys(changes).length > 0) await editTopic(db, topicId, changes, Date.now());
        const { id } =
          replaces === true
            ? await decideAfterAll(db, topicId, wanted, null, Date.now())
            : await decide(db, { ...wanted, topicId, ...seen }, Date.now());
        return { made: [{ topicId, decisionId: id }], refused: [] };
      };
      acts.decide(
        { ...about(topicId), wanted },
        { to: decision.to, into: titleHere(into), write, undo: undoing, kept: read },
      );
    },

    /** Says where a topic appeared, which makes it published; both are taken back together. */
    publish(publication: PublicationInput) {
      const { topicId } = publication;
      let done: Published | null = null;
      const write = async () => {
        await hold(topicId);
        done = await publishTopic(db, publication, Date.now());
        return { made: [done], refused: [] };
      };
      const undo = (made: MadeDecision[]) => () =>
        done === null ? undoMany(db, made, Date.now()) : takePublishingBack(db, done, Date.now());
      acts.decide(about(topicId), { to: 'published', write, undo, kept: read });
    },

    /** Says what came of a topic, which ends it; both are taken back together. */
    evaluate(topicId: string, wish: ResultWish | null) {
      let done: Evaluated | null = null;
      const write = async () => {
        await hold(topicId);
        done = await evaluateTopic(db, topicId, wish, Date.now());
        return { made: [done], refused: [] };
      };
      const undo = (made: MadeDecision[]) => () =>
        done === null ? undoMany(db, made, Date.now()) : takeEvaluationBack(db, done, Date.now());
      acts.decide(about(topicId), { to: 'evaluated', write, undo, kept: read });
    },

    /** Keeps something else about a topic, and says so where it could not be kept. */
    keepAbout: (topicId: string, write: () => Promise<unknown>) => acts.write(about(topicId), write),

    /** Asking moves a topic as a decision does, and is taken back as one: then the question is withdrawn. */
    ask(wish: QuestionWish) {
      const write = async () => {
        await hold(wish.topicId);
        const { id, topicId } = await askQuestion(db, wish, Date.now());
        return { made: [{ topicId, decisionId: id }], refused: [] };
      };
      acts.decide(about(wish.topicId), { to: 'query', write, undo: undoing, kept: read });
    },

    decidePicked(seen: readonly SeenTopic[], decision: PickedDecision) {
      const { to, into } = decision;
      // The one that takes in the others stays.
      const moved = seen.filter(({ topicId }) => topicId !== into);
      const write = (onProgress: (done: number) => void) => decideMany(db, moved, decision, Date.now(), onProgress);
      const [first, ...others] = moved;
      const title = first === undefined || others.length > 0 ? '' : titleOf(first.topicId);
      acts.decide({ ...ofMany(moved.length), title }, { to, into: titleHere(into), write, undo: undoing, kept: read });
    },

    edit(topicId: string, changes: TopicChanges) {
      const [changed] = Object.keys(changes) as (keyof TopicChanges)[];
      if (changed === undefined) return;
      acts.change(about(topicId), changed, async () => {
        await hold(topicId);
        const before = await editTopic(db, topicId, changes, Date.now());
        return () => takeEditBack(db, topicId, changes, before, Date.now());
      });
    },

    note(topicId: string, text: string) {
      acts.change(about(topicId), 'note', async () => {
        await hold(topicId);
        const note = await addNote(db, topicId, text, Date.now());
        return async () => {
          await withdrawNote(db, note, Date.now());
          return true;
        };
      });
    },

    /** Asks somebody to contribute; taking it back calls it off. */
    giveAssignment(wish: AssignmentWish) {
      const { topicId } = wish;
      acts.change(about(topicId), 'assignment', async () => {
        await hold(topicId);
        const { id } = await askAssignment(db, wish, Date.now());
        return async () => {
          const move = { assignmentId: id, to: 'cancelled', reason: null, minutesSpent: null } as const;
          await moveAssignment(db, move, Date.now());
          return true;
        };
      });
    },

    cancelAssignment(topicId: string, assignmentId: string) {
      const move = { assignmentId, to: 'cancelled', reason: null, minutesSpent: null } as const;
      acts.write(about(topicId), () => moveAssignment(db, move, Date.now()));
    },

    askClearance(wish: ClearanceWish) {
      acts.change(about(wish.topicId), 'clearance', async () => {
        await hold(wish.topicId);
        const { id, topicId } = await askClearance(db, wish, Date.now());
        // What a rule or a clearer said before is not the desk's to take back [CR1].
        if (!(await topicClearance(db, topicId)).mayDrop) return null;
        return async () => {
          const dropped = { to: 'not_needed', conditions: null, embargoUntil: null, note: null } as const;
          await decideClearance(db, topicId, dropped, id, Date.now());
          return true;
        };
      });
    },

    /** Takes a merge back; later than at once by a decision of its own. */
    unmerge(topicId: string) {
      const write = async () => {
        const { id } = await decide(db, { topicId, ...BACK_TO_INBOX }, Date.now());
        return { made: [{ topicId, decisionId: id }], refused: [] };
      };
      acts.decide(about(topicId), { to: 'new', write, undo: undoing, kept: onUnmerged });
    },

    /** Takes back what was done here last, all of it; a topic that moved on since is left. Answers what was written for it. */
    async undoLast(): Promise<MadeDecision[]> {
      const act = acts.lastAct();
      if (act === null) return current === null ? [] : undoOn(current.id);
      const undo = await act.undoing;
      const [first, ...others] = undo?.topicIds ?? [];
      if (undo === null || first === undefined) return [];
      const what = others.length === 0 ? { topicId: first, title: act.title, count: 1 } : ofMany(undo.topicIds.length);
      return acts.takeBack(what, undo.write, onBack, act);
    },
  };
}
