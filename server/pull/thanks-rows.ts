/** Who is named beside what was published [SH3], and what a person agreed to, for themselves. */
import type { Consent, Thanks } from '../../protocol/sharing.ts';
import { allInChunks, CHUNK_PLACEHOLDERS } from '../store/chunks.ts';
import type { Look, RowsById } from './desk-rows.ts';

type ThanksJoin = { topic_id: string; id: string; name: string };

/** The same for every reader: who may not see the topic has no key of it, and what is not public has no row. */
export const thanks: Look = async (sql, _reader, topicIds) => {
  const rows = await allInChunks<ThanksJoin>(
    sql,
    `SELECT DISTINCT clip.topic_id, person.id, person.name FROM clip
     JOIN topic ON topic.id = clip.topic_id JOIN consent ON consent.person_id = clip.submitter_id
     JOIN person ON person.id = clip.submitter_id
     WHERE clip.topic_id IN (${CHUNK_PLACEHOLDERS}) AND clip.body IS NOT NULL
       AND topic.state IN ('published', 'evaluated') AND topic.embargoed = 0
     ORDER BY clip.topic_id, person.name, person.id`,
    topicIds,
  );
  const found: RowsById = new Map();
  for (const [topicId, people] of Map.groupBy(rows, (row) => row.topic_id)) {
    const row: Thanks = { topicId, people: people.map(({ id, name }) => ({ id, name })) };
    found.set(topicId, row);
  }
  return found;
};

export const consents: Look = async (sql, _reader, personIds) => {
  const rows = await allInChunks<{ person_id: string }>(
    sql,
    `SELECT person_id FROM consent WHERE person_id IN (${CHUNK_PLACEHOLDERS})`,
    personIds,
  );
  return new Map(rows.map(({ person_id }): [string, Consent] => [person_id, { personId: person_id }]));
};
