import { clipWithWaiting } from '../desk/waiting.ts';
import { type Topic, topicSchema } from '../protocol/topic.ts';
import { clipsOf } from './clips.ts';
import type { AccountDatabase } from './database.ts';
import { inOneRead } from './one-read.ts';
import { storedClipSchema } from './rows.ts';
import { sound } from './sound.ts';
import { topicAt, topicsAt } from './topics.ts';
import type { TopicDetail } from './views.ts';
import { isTopicWaiting, readWaiting, seenTopic, type Waiting, waitingTables } from './waiting.ts';
import { seenTogether } from './waiting-merges.ts';

/** A topic with all its clips as a person sees them, the oldest clip first. Null when it is not held here (any more). */
export const topicDetail = (db: AccountDatabase, topicId: string): Promise<TopicDetail | null> =>
  inOneRead(db, waitingTables(db), () => readDetail(db, topicId));

async function readDetail(db: AccountDatabase, topicId: string): Promise<TopicDetail | null> {
  const [waiting, held] = await Promise.all([readWaiting(db), topicAt(db, topicId)]);
  const [row] = sound('topics', topicSchema, [held]);
  const topic = seenTopic(waiting, topicId, row ?? null);
  if (topic === null) return null;
  const together = seenTogether(waiting.merges, topicId);
  const found = await Promise.all(together.map((id) => clipsOf(db, [id])));
  const rows = sound('clips', storedClipSchema, found.flat());
  const clips = rows.flatMap(({ clip, submitter }) => {
    const seen = clipWithWaiting(clip, waiting.entries);
    return seen === null ? [] : [{ clip: seen, submitter }];
  });
  clips.sort((a, b) => a.clip.capturedAt - b.clip.capturedAt);
  const [merged, reused] = await Promise.all([mergedWith(db, topic, waiting), reusedWith(db, topic, waiting)]);
  return { topic, clips, waiting: isTopicWaiting(waiting, topicId), merged, reused };
}

/** The topics at the other ends of its merges, as far as this device holds them. */
async function mergedWith(db: AccountDatabase, topic: Topic, waiting: Waiting): Promise<TopicDetail['merged']> {
  // What was merged here and not sent yet is known only by the waiting decisions.
  const waitingFrom = waiting.entries.flatMap(({ action }) =>
    action.name === 'decide' && action.decision.into === topic.id ? [action.decision.topicId] : [],
  );
  const ids = [...new Set([topic.mergedInto, ...topic.mergedFrom, ...waitingFrom])].filter((id) => id !== null);
  const rows = ids.length === 0 ? [] : sound('topics', topicSchema, await topicsAt(db, ids));
  const seen = rows.map((row) => seenTopic(waiting, row.id, row)).filter((each) => each !== null);
  return {
    into: seen.find(({ id }) => id === topic.mergedInto) ?? null,
    from: seen.filter(({ mergedInto }) => mergedInto === topic.id),
  };
}

/** What it takes up again and what takes it up [SM6], as far as this device holds them. */
async function reusedWith(db: AccountDatabase, topic: Topic, waiting: Waiting): Promise<TopicDetail['reused']> {
  // What was said here and not sent yet the other side's row does not know.
  const waitingBy = waiting.entries.flatMap(({ action }) =>
    action.name === 'editTopic' && action.changes.reuseOf === topic.id ? [action.topicId] : [],
  );
  const ids = [...new Set([topic.reuseOf, ...topic.reusedBy, ...waitingBy])].filter((id) => id !== null);
  const rows = ids.length === 0 ? [] : sound('topics', topicSchema, await topicsAt(db, ids));
  const seen = rows.map((row) => seenTopic(waiting, row.id, row)).filter((each) => each !== null);
  return {
    of: seen.find(({ id }) => id === topic.reuseOf) ?? null,
    by: seen.filter(({ reuseOf }) => reuseOf === topic.id),
  };
}
