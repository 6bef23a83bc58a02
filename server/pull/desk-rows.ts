/** The rows that only the desk works with, and what of them others may see [VI1]. */
import type { Claim } from '../../protocol/claim.ts';
import type { Note } from '../../protocol/note.ts';
import type { Publication } from '../../protocol/publication.ts';
import type { Question } from '../../protocol/question.ts';
import type { SavedView } from '../../protocol/saved-view.ts';
import type { Rejection } from '../../protocol/similar.ts';
import { type QuestionColumns, SELECT_QUESTION, toQuestion } from '../rows/questions.ts';
import { allInChunks, CHUNK_PLACEHOLDERS } from '../store/chunks.ts';
import type { Sql } from '../store/store.ts';
import type { Reader } from './reader.ts';

export type RowsById = Map<string, unknown>;
export type Look = (sql: Sql, reader: Reader, ids: readonly string[]) => Promise<RowsById>;

/** A look-up by chunks of ids: one statement, and how a row of it becomes what devices receive. */
export const look =
  <C, R>(select: string, idOf: (row: C) => string, toRow: (row: C) => R, sees: (reader: Reader) => string): Look =>
  async (sql, reader, ids) => {
    const text = `${select.replace('CHUNK', CHUNK_PLACEHOLDERS)} AND ${sees(reader)}`;
    const rows = await allInChunks<C>(sql, text, ids, ...reader.seesValues);
    return new Map(rows.map((row) => [idOf(row), toRow(row)]));
  };

type NoteJoin = {
  id: string;
  topic_id: string;
  author_id: string;
  author_name: string;
  noted_at: number;
  text: string;
};

export const notes = look<NoteJoin, Note>(
  `SELECT note.id, note.topic_id, note.author_id, person.name AS author_name, note.noted_at, note.text
   FROM note JOIN person ON person.id = note.author_id WHERE note.id IN (CHUNK)`,
  ({ id }) => id,
  (row) => ({
    id: row.id,
    topicId: row.topic_id,
    by: { id: row.author_id, name: row.author_name },
    at: row.noted_at,
    text: row.text,
  }),
  ({ seesDesk }) => seesDesk,
);

export const questions = look<QuestionColumns, Question>(
  `${SELECT_QUESTION} WHERE question.id IN (CHUNK)`,
  ({ id }) => id,
  toQuestion,
  ({ seesQuestion }) => seesQuestion,
);

type PublicationJoin = {
  id: string;
  topic_id: string;
  channel_id: string;
  state: Publication['state'];
  due_at: number | null;
  published_at: number | null;
  address: string | null;
  editor_id: string;
  editor_name: string;
  changed_at: number;
};

export const publications = look<PublicationJoin, Publication>(
  `SELECT publication.*, person.name AS editor_name
   FROM publication JOIN topic ON topic.id = publication.topic_id JOIN person ON person.id = publication.editor_id
   WHERE publication.id IN (CHUNK)`,
  ({ id }) => id,
  (row) => ({
    id: row.id,
    topicId: row.topic_id,
    channelId: row.channel_id,
    state: row.state,
    dueAt: row.due_at,
    publishedAt: row.published_at,
    address: row.address,
    by: { id: row.editor_id, name: row.editor_name },
    changedAt: row.changed_at,
  }),
  ({ seesPublication }) => seesPublication,
);

type ClaimJoin = { topic_id: string; person_id: string; person_name: string; claimed_until: number };

export const claims = look<ClaimJoin, Claim>(
  `SELECT claim.topic_id, claim.person_id, person.name AS person_name, claim.claimed_until
   FROM claim JOIN person ON person.id = claim.person_id WHERE claim.topic_id IN (CHUNK)`,
  ({ topic_id }) => topic_id,
  (row) => ({
    topicId: row.topic_id,
    by: { id: row.person_id, name: row.person_name },
    until: row.claimed_until,
  }),
  ({ seesDesk }) => seesDesk,
);

type ViewJoin = {
  id: string;
  owner_id: string;
  owner_name: string;
  name: string;
  filter: string;
  shared: number;
};

export const savedViews = look<ViewJoin, SavedView>(
  `SELECT saved_view.*, person.name AS owner_name
   FROM saved_view JOIN person ON person.id = saved_view.owner_id WHERE saved_view.id IN (CHUNK)`,
  ({ id }) => id,
  (row) => ({
    id: row.id,
    owner: { id: row.owner_id, name: row.owner_name },
    name: row.name,
    filter: JSON.parse(row.filter) as SavedView['filter'],
    shared: row.shared === 1,
  }),
  ({ seesSavedView }) => seesSavedView,
);

type RejectionJoin = {
  id: string;
  topic_id: string;
  other_id: string;
  person_id: string;
  person_name: string;
  rejected_at: number;
};

export const rejections = look<RejectionJoin, Rejection>(
  `SELECT similar_rejection.*, person.name AS person_name
   FROM similar_rejection JOIN person ON person.id = similar_rejection.person_id WHERE similar_rejection.id IN (CHUNK)`,
  ({ id }) => id,
  (row) => ({
    id: row.id,
    topicId: row.topic_id,
    otherId: row.other_id,
    by: { id: row.person_id, name: row.person_name },
    at: row.rejected_at,
  }),
  ({ seesDesk }) => seesDesk,
);
