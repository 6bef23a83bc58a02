import type { InboxDecision, InboxScreenProps, PickedDecision } from '../../components/inbox/inbox-props.ts';
import { lastDecisionId } from '../../desk/decisions.ts';
import type { Topic, TopicChanges } from '../../protocol/topic.ts';
import { askQuestion, type QuestionWish } from '../../storage/ask-question.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { decide, undoDecision } from '../../storage/decide.ts';
import { decideMany, type SeenTopic, undoMany } from '../../storage/decide-many.ts';
import { addNote, editTopic } from '../../storage/edit-topic.ts';
import { markRead } from '../../storage/read-marks.ts';
import { useActs } from './use-acts.ts';

type Given = {
  db: AccountDatabase;
  rows: InboxScreenProps['rows'];
  /** The topic that is shown. */
  current: Topic | null;
  /** The same one if only the queue holds it. */
  archived: Topic | null;
  /** These came back by an undo; the list holds them again a moment later. */
  onBack(topicIds: readonly string[]): void;
  /** These stand alone again. */
  onUnmerged(topicIds: readonly string[]): void;
};

const BACK_TO_INBOX = { to: 'new', reason: null, sentence: null, holdUntil: null } as const;

/** Decisions of the screen as writes: one topic or many, made or taken back. */
export function useDeskActs({ db, rows, current, archived, onBack, onUnmerged }: Given) {
  const acts = useActs();
  const titleOf = (topicId: string): string =>
    rows?.find(({ topic }) => topic.id === topicId)?.topic.title ??
    (current?.id === topicId ? current.title : (acts.acts.at(-1)?.title ?? ''));
  const about = (topicId: string) => ({ topicId, title: titleOf(topicId), count: 1 });
  const ofMany = (count: number) => ({ topicId: `many:${crypto.randomUUID()}`, title: '', count });
  // Whoever decides has read. That a mark is not kept is no loss.
  const read = (topicIds: string[]) => void markRead(db, topicIds, true).catch(() => undefined);

  /** Takes back the last decision on a topic, whoever made it. */
  const undoOn = (topicId: string) => {
    const write = async () => {
      const { id } = await undoDecision(db, topicId, Date.now());
      return { made: [{ topicId, decisionId: id }], refused: [] };
    };
    acts.takeBack(about(topicId), write, onBack);
  };

  return {
    ...acts,

    decideOne(decision: InboxDecision) {
      const { topicId: _topicId, ...wanted } = decision;
      const shown = rows?.find(({ topic }) => topic.id === decision.topicId)?.topic ?? current;
      // Decided is what was seen: a colleague's decision that came in since is not passed over.
      const seen = shown?.id === decision.topicId ? { seen: lastDecisionId(shown) } : {};
      const write = async () => {
        const { id, topicId } = await decide(db, { ...decision, ...seen }, Date.now(), archived);
        return { made: [{ topicId, decisionId: id }], refused: [] };
      };
      acts.decide({ ...about(decision.topicId), wanted }, decision.to, write, read);
    },

    /** Keeps something else about a topic, and says so where it could not be kept. */
    keepAbout: (topicId: string, write: () => Promise<unknown>) => acts.write(about(topicId), write),

    /** Asking moves a topic as a decision does, and is taken back as one: then the question is withdrawn. */
    ask(wish: QuestionWish) {
      const write = async () => {
        const { id, topicId } = await askQuestion(db, wish, Date.now());
        return { made: [{ topicId, decisionId: id }], refused: [] };
      };
      acts.decide(about(wish.topicId), 'query', write, read);
    },

    decidePicked(seen: readonly SeenTopic[], decision: PickedDecision) {
      acts.decide(
        ofMany(seen.length),
        decision.to,
        (onProgress) => decideMany(db, seen, decision, Date.now(), onProgress),
        read,
      );
    },

    edit(topicId: string, changes: TopicChanges) {
      acts.write(about(topicId), () => editTopic(db, topicId, changes, Date.now()));
    },

    note(topicId: string, text: string) {
      acts.write(about(topicId), () => addNote(db, topicId, text, Date.now()));
    },

    /** Takes a merge back; later than at once by a decision of its own. */
    unmerge(topicId: string) {
      const write = async () => {
        const { id } = await decide(db, { topicId, ...BACK_TO_INBOX }, Date.now());
        return { made: [{ topicId, decisionId: id }], refused: [] };
      };
      acts.decide(about(topicId), 'new', write, onUnmerged);
    },

    /** Takes back what was decided here last, all of it; a topic that moved on since is left. */
    undoLast() {
      const act = acts.lastAct();
      if (act === null) {
        if (current !== null) undoOn(current.id);
        return;
      }
      void act.made.then((made) => {
        const [first] = made;
        if (first === undefined) return;
        const what = made.length === 1 ? { topicId: first.topicId, title: act.title, count: 1 } : ofMany(made.length);
        acts.takeBack(what, (onProgress) => undoMany(db, made, Date.now(), onProgress), onBack);
      });
    },
  };
}
