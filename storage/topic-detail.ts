import { clipWithWaiting } from '../desk/waiting.ts';
import { topicSchema } from '../protocol/topic.ts';
import type { AccountDatabase } from './database.ts';
import { storedClipSchema } from './rows.ts';
import { sound } from './sound.ts';
import type { TopicDetail } from './views.ts';
import { isTopicWaiting, readWaiting, seenTopic } from './waiting.ts';

/** A topic with all its clips as a person sees them, the oldest clip first. Null when it is not held here (any more). */
export async function topicDetail(db: AccountDatabase, topicId: string): Promise<TopicDetail | null> {
  const waiting = await readWaiting(db);
  const [row] = sound('topics', topicSchema, [await db.topics.get(topicId)]);
  const topic = seenTopic(waiting, topicId, row ?? null);
  if (topic === null) return null;
  const rows = sound('clips', storedClipSchema, await db.clips.where('topicId').equals(topicId).toArray());
  const clips = rows.flatMap(({ clip, submitter }) => {
    const seen = clipWithWaiting(clip, waiting.entries);
    return seen === null ? [] : [{ clip: seen, submitter }];
  });
  clips.sort((a, b) => a.clip.capturedAt - b.clip.capturedAt);
  return { topic, clips, waiting: isTopicWaiting(waiting, topicId) };
}
