/** Single topics for somebody who asks for them by id: the same rows, under the same conditions, as a pull brings. */
import type { Assignment } from '../../protocol/assignment.ts';
import type { Clearance } from '../../protocol/clearance.ts';
import type { ClipRow } from '../../protocol/clip.ts';
import type { Note } from '../../protocol/note.ts';
import type { Person } from '../../protocol/person.ts';
import type { Publication } from '../../protocol/publication.ts';
import type { Question } from '../../protocol/question.ts';
import type { HeldTopic } from '../../protocol/search.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { Sql } from '../store/store.ts';
import { readerOf } from './reader.ts';
import { LOOKS } from './rows.ts';

/** Past the beginning: nobody asks for the working set; nor for a clearance but at the desk, which sees them all. */
const ANYWHERE = { seq: 0, begunAt: 0, reset: false };

/** [VI1] Those of these topics that the person may see, by id. */
export async function topicsSeenBy(
  sql: Sql,
  person: Person,
  ids: readonly string[],
  now: number,
): Promise<Map<string, Topic>> {
  const reader = await readerOf(sql, person, null, ANYWHERE, now);
  // The look-up of a kind makes the row of its kind.
  return (await LOOKS.topic(sql, reader, ids)) as Map<string, Topic>;
}

/** What hangs on a topic, the oldest first. */
const ROWS_OF = {
  clip: 'SELECT id FROM clip WHERE topic_id = $1 AND body IS NOT NULL ORDER BY received_at, id',
  note: 'SELECT id FROM note WHERE topic_id = $1 ORDER BY noted_at, id',
  question: 'SELECT id FROM question WHERE topic_id = $1 ORDER BY asked_at, id',
  publication: 'SELECT id FROM publication WHERE topic_id = $1 ORDER BY changed_at, id',
  assignment: 'SELECT id FROM assignment WHERE topic_id = $1 ORDER BY asked_at, id',
  clearance: 'SELECT topic_id AS id FROM clearance WHERE topic_id = $1',
} as const;

/** [VI1] A topic and what of it the person may see; null if they may not see it. */
export async function topicSeenBy(sql: Sql, person: Person, id: string, now: number): Promise<HeldTopic | null> {
  const topic = (await topicsSeenBy(sql, person, [id], now)).get(id);
  if (topic === undefined) return null;
  const reader = await readerOf(sql, person, null, ANYWHERE, now);
  // The look-up of a kind makes the row of its kind.
  const seen = async <R>(kind: keyof typeof ROWS_OF): Promise<R[]> => {
    const ids = (await sql.all<{ id: string }>(ROWS_OF[kind], id)).map((row) => row.id);
    const rows = await LOOKS[kind](sql, reader, ids);
    return ids.filter((each) => rows.has(each)).map((each) => rows.get(each) as R);
  };
  return {
    topic,
    clips: await seen<ClipRow>('clip'),
    notes: await seen<Note>('note'),
    questions: await seen<Question>('question'),
    publications: await seen<Publication>('publication'),
    assignments: await seen<Assignment>('assignment'),
    clearances: await seen<Clearance>('clearance'),
  };
}
