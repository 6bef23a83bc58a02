/** Single topics for somebody who asks for them by id: the same rows, under the same conditions, as a pull brings. */
import type { ClipRow } from '../../protocol/clip.ts';
import type { Person } from '../../protocol/person.ts';
import type { HeldTopic } from '../../protocol/search.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { Sql } from '../store/store.ts';
import { readerOf } from './reader.ts';
import { LOOKS } from './rows.ts';

/** Past the beginning: nobody asks for the working set. */
const ANYWHERE = { seq: 0, begunAt: 0, reset: false };

/** [VI1] Those of these topics that the person may see, by id. */
export async function topicsSeenBy(
  sql: Sql,
  person: Person,
  ids: readonly string[],
  now: number,
): Promise<Map<string, Topic>> {
  const reader = await readerOf(sql, person, ANYWHERE, now);
  // The look-up of a kind makes the row of its kind.
  return (await LOOKS.topic(sql, reader, ids)) as Map<string, Topic>;
}

/** [VI1] A topic and those of its clips that the person may see, the oldest first; null if they may not see it. */
export async function topicSeenBy(sql: Sql, person: Person, id: string, now: number): Promise<HeldTopic | null> {
  const topic = (await topicsSeenBy(sql, person, [id], now)).get(id);
  if (topic === undefined) return null;
  const reader = await readerOf(sql, person, ANYWHERE, now);
  const rows = await sql.all<{ id: string }>(
    'SELECT id FROM clip WHERE topic_id = $1 AND body IS NOT NULL ORDER BY received_at, id',
    id,
  );
  const ids = rows.map((row) => row.id);
  const clips = (await LOOKS.clip(sql, reader, ids)) as Map<string, ClipRow>;
  return { topic, clips: ids.flatMap((clipId) => clips.get(clipId) ?? []) };
}
